#include <db/send.h>
#include <modules/vehicles/car/car_events.h>
#include <modules/vehicles/car/car_rules.h>
#include <modules/vehicles/car/car_store.h>
#include <modules/vehicles/custody/custody.h>
#include <modules/vehicles/decode/decode.h>
#include <modules/vehicles/model/model_rules.h>
#include <modules/vehicles/model/model_store.h>
#include <modules/vehicles/model/vehicles_model.sql.h>
#include <modules/vehicles/stock/ageing_rules.h>
#include <modules/vehicles/used/api.h>

namespace forecourt::vehicles {
namespace {

CarRow used_car_of(Tx& tx, const UsedCarTaken& in) {
    CarRow car;
    car.id = tx.new_id<Car>();
    car.vin = in.vin;
    car.model_name = in.model_text;
    car.plate = in.plate;
    car.state = CarState::in_stock;
    car.mileage_km = in.mileage_km;
    car.mileage_at = tx.now();
    car.location = in.location;
    car.key_number = in.key_number;
    car.cost = in.cost;
    car.ordered_at = tx.now();
    car.stock_since = tx.now();
    car.arrived_at = tx.now();
    car.arrived_by = tx.actor().name;
    car.first_registered = in.first_registered;
    car.used = true;
    car.version = 1;
    return car;
}

CarRow load_used_car(Tx& tx, Id<Car> id) {
    auto car = load_car(tx.db(), tx.store_id(), id);
    ensure(car && car->used);
    return *car;
}

AddModel as_new_model(const UsedModel& in) {
    return {.code = {},
            .brand = in.brand,
            .series = in.series,
            .trim = in.trim,
            .year = in.year,
            .fuel = in.fuel,
            .gearbox = in.gearbox,
            .displacement_ml = in.displacement_ml,
            .seats = in.seats,
            .price = in.price,
            .specs = {},
            .colours = {},
            .options = {}};
}

ModelRow model_like(Tx& tx, const AddModel& in) {
    if (const auto known = db::first<ModelRow>(tx.db(), sql::vehicles_model::find_same_model,
                                               db::Params::of(in, {{"store_id", tx.store_id()}}))) {
        return *known;
    }
    ModelRow model{.id = tx.new_id<Model>(),
                   .code = {},
                   .brand = in.brand.text,
                   .series = in.series.text,
                   .trim = in.trim.text,
                   .name = model_name(in),
                   .year = in.year,
                   .fuel = in.fuel,
                   .gearbox = in.gearbox,
                   .displacement_ml = in.displacement_ml,
                   .seats = in.seats,
                   .price = in.price,
                   .specs = JsonText{"{}"},
                   .on_offer = false,
                   .version = 1};
    // No maker's order code stands for it here.
    model.code = "USED-" + std::to_string(model.id.value);
    db::send(tx.db(), sql::vehicles_model::insert_used_model,
             db::Params::of(model, {{"store_id", tx.store_id()}}));
    return model;
}

}  // namespace

Result<UsedCarInStock> take_used_car(Tx& tx, const UsedCarTaken& in) {
    auto known = load_car_by_vin(tx.db(), tx.store_id(), in.vin);
    if (known) {
        if (auto no = may_take_used(*known)) return *no;
    }
    if (auto no = check_mileage(known ? known->mileage_km : 0, in.mileage_km)) return *no;
    if (auto no = check_key_count(in.keys.value_or(1))) return *no;
    if (in.plate) {
        const auto other = load_car_by_plate(tx.db(), tx.store_id(), *in.plate);
        if (other && (!known || other->id != known->id)) return plate_taken;
    }
    // As in a transfer: one record ends and the next begins, so what the car was before stays as it was.
    if (known) end_car(tx, *known);
    const CarRow car = used_car_of(tx, in);
    insert_car(tx, car);
    tx.emit("vehicles.used_car_taken", {{"car", car.id}}, event_of(car));
    if (in.keys || !car.key_number.empty()) register_keys(tx, car, in.keys.value_or(1));
    UsedCarInStock taken{.car_id = car.id, .before = {}};
    if (known) taken.before = known->id;
    return taken;
}

std::optional<UsedFacts> used_facts(db::Connection& db, Id<Store> store, Id<Car> id) {
    const auto car = load_car(db, store, id);
    if (!car || !car->used) return std::nullopt;
    return UsedFacts{.asking_price = car->asking_price};
}

Result<std::string> describe_used_car(Tx& tx, Id<Car> id, const UsedModel& in, const std::string& colour) {
    const AddModel wanted = as_new_model(in);
    if (auto no = check_model(wanted, parts_of(local_date(tx.now())).year)) return *no;
    CarRow car = load_used_car(tx, id);
    const ModelRow model = model_like(tx, wanted);
    car.model_name = model.name;
    if (car.model_id != model.id) learn_vin(tx, car.vin, model.id);
    car.model_id = model.id;
    car.colour = colour;
    update_car(tx, car);
    return model.name;
}

void add_car_cost(Tx& tx, Id<Car> id, Money cost) {
    CarRow car = load_used_car(tx, id);
    car.cost += cost;
    update_car(tx, car);
}

void set_asking_price(Tx& tx, Id<Car> id, std::optional<Money> price) {
    CarRow car = load_used_car(tx, id);
    car.asking_price = price;
    update_car(tx, car);
}

Money capital_cost_between(Money amount, Date from, Date until) {
    return interest(floor_plan(), amount, {from, until});
}

}  // namespace forecourt::vehicles
