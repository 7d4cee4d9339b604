#include <modules/vehicles/car/car_views.h>

#include <modules/vehicles/car/car_actions.h>
#include <modules/vehicles/car/car_rules.h>
#include <modules/vehicles/car/car_store.h>
#include <modules/vehicles/car/vehicles_car.sql.h>
#include <modules/vehicles/claim/claim_actions.h>
#include <modules/vehicles/custody/custody_actions.h>
#include <modules/vehicles/stock/ageing_rules.h>
#include <modules/vehicles/transfer/transfer_actions.h>
#include <modules/vehicles/transfer/transfer_rules.h>

namespace forecourt::vehicles {
namespace {

CarHead head_of(const CarRow& car, bool with_cost) {
    CarHead head{.id = car.id,
                 .vin = car.vin,
                 .model_id = car.model_id,
                 .model_name = car.model_name,
                 .plate = car.plate,
                 .colour = car.colour,
                 .state = car.state,
                 .customer_id = car.customer_id,
                 .deal_id = car.deal_id,
                 .locked_at = car.locked_at,
                 .mileage_km = car.mileage_km,
                 .mileage_at = car.mileage_at,
                 .location = car.location,
                 .key_number = car.key_number,
                 .cost = {},
                 .ordered_at = car.ordered_at,
                 .expected_on = car.expected_on,
                 .arrived_at = car.arrived_at,
                 .sold_at = car.sold_at,
                 .first_registered = car.first_registered,
                 .warranty_start = car.warranty_start,
                 .vin_doubtful = vin_is_doubtful(car.vin),
                 .leaves_by_transfer_id = car.leaves_by_transfer_id,
                 .came_by_transfer_id = car.came_by_transfer_id,
                 .removed_at = car.removed_at,
                 .used = car.used,
                 .asking_price = car.asking_price,
                 .version = car.version};
    if (with_cost) head.cost = car.cost;
    return head;
}

Result<CarRecord> run_car_record(Context& context, const CarRecordIn& in) {
    const auto car = load_car(context.db(), context.store_id(), in.car_id);
    if (!car) return car_not_found;
    CarRecord record;
    record.car = head_of(*car, context.actor().may(stock_cost_read));
    if (car->model_id) {
        if (const auto model = find_model(context.db(), context.store_id(), *car->model_id)) {
            record.list_price = model->price;
            record.fuel = model->fuel;
            record.gearbox = model->gearbox;
            record.specs = model->specs;
        }
    }
    const bool ours = car->state != CarState::customer;
    if (ours) {
        const auto age = age_of(floor_plan(), *car, context.now());
        record.age_days = age.days;
        // What lies in a used car grew with its reconditioning: its own record counts that.
        if (context.actor().may(stock_cost_read) && !car->used) record.age = age;
    }
    for (const auto& item : items_of_car(context.db(), context.store_id(), car->id)) {
        CarItem shown{.id = item.id,
                      .kind = item.kind,
                      .label = item.label,
                      .state = item.state,
                      .place = item.place,
                      .holder = item.holder,
                      .since = item.since,
                      .due_at = item.due_at,
                      .version = item.version,
                      .allowed_actions = {}};
        allow(shown.allowed_actions, context, issue_item, may_issue(item));
        allow(shown.allowed_actions, context, return_item, may_return(item));
        record.items.push_back(std::move(shown));
    }
    for (const auto& claim : claims_of_car(context.db(), context.store_id(), car->id))
        record.claims.push_back({claim.id, claim.number, claim.state, claim.damage});
    auto& list = record.allowed_actions;
    allow(list, context, accept_arrival, may_accept_arrival(*car));
    allow(list, context, move_car, may_move(*car));
    allow(list, context, make_demo_car, may_make_demo(*car));
    allow(list, context, end_demo_use, may_end_demo(*car));
    if (ours) {
        allow(list, context, give_car, may_give(*car));
        allow(list, context, report_damage, may_move(*car));
    }
    allow(list, context, register_items, std::nullopt);
    allow(list, context, record_mileage, std::nullopt);
    allow(list, context, change_plate, std::nullopt);
    return record;
}

Result<DemoCars> run_demo_car_list(Context& context, const Nothing&) {
    return DemoCars{db::all<DemoCarRow>(context.db(), sql::vehicles_car::list_demo_cars,
                                        {{"store_id", context.store_id()}})};
}

OwnCars own_cars(Context& context, Id<customers::Customer> customer) {
    OwnCars own;
    for (const auto& car : cars_of_customer(context.db(), context.store_id(), customer)) {
        own.rows.push_back({.id = car.id,
                            .vin = car.vin,
                            .model_name = car.model_name,
                            .plate = car.plate,
                            .colour = car.colour,
                            .mileage_km = car.mileage_km,
                            .warranty_start = car.warranty_start});
    }
    return own;
}

Result<OwnCars> run_cars_of_customer(Context& context, const CarsOfCustomerIn& in) {
    return own_cars(context, in.customer_id);
}

Result<OwnCars> run_my_cars(Context& context, const Nothing&) {
    if (!context.actor().is_customer()) return not_allowed;
    return own_cars(context, {context.actor().customer_id});
}

}  // namespace

const View<CarRecordIn, CarRecord> car_record{
    {.name = "vehicles.car_record", .needs = stock_read, .refuses = {car_not_found}, .run = run_car_record}};

const View<Nothing, DemoCars> demo_car_list{
    {.name = "vehicles.demo_car_list", .needs = stock_read, .refuses = {}, .run = run_demo_car_list}};

const View<CarsOfCustomerIn, OwnCars> cars_of_customer_view{
    {.name = "vehicles.cars_of_customer", .needs = stock_read, .refuses = {}, .run = run_cars_of_customer}};

const View<Nothing, OwnCars> my_cars{
    {.name = "vehicles.my_cars", .needs = own_cars_read, .refuses = {not_allowed}, .run = run_my_cars}};

}  // namespace forecourt::vehicles
