#include <modules/vehicles/api.h>

#include <db/rows.h>
#include <db/send.h>
#include <modules/vehicles/car/car_events.h>
#include <modules/vehicles/car/car_rules.h>
#include <modules/vehicles/car/car_store.h>
#include <modules/vehicles/car/vehicles_car.sql.h>
#include <modules/vehicles/claim/claim.h>
#include <modules/vehicles/custody/custody.h>
#include <modules/vehicles/model/model_store.h>
#include <modules/vehicles/model/vehicles_model.sql.h>

namespace forecourt::vehicles {
namespace {

ModelFacts facts_of(const ModelRow& model) {
    return {.id = model.id,
            .brand = model.brand,
            .series = model.series,
            .name = model.name,
            .trim = model.trim,
            .year = model.year,
            .fuel = model.fuel,
            .gearbox = model.gearbox,
            .displacement_ml = model.displacement_ml,
            .seats = model.seats,
            .price = model.price,
            .specs = model.specs,
            .on_offer = model.on_offer};
}

std::optional<CarFacts> facts_of(const std::optional<CarRow>& car) {
    if (!car) return std::nullopt;
    return facts_of(*car);
}

std::vector<CarFacts> facts_of(const std::vector<CarRow>& cars) {
    std::vector<CarFacts> facts;
    for (const auto& car : cars) facts.push_back(facts_of(car));
    return facts;
}

}  // namespace

std::optional<ModelFacts> find_model(db::Connection& db, Id<Store> store, Id<Model> id) {
    const auto model = load_model(db, store, id);
    if (!model) return std::nullopt;
    return facts_of(*model);
}

std::vector<ModelFacts> models_on_offer(db::Connection& db, Id<Store> store) {
    std::vector<ModelFacts> models;
    for (const auto& model :
         db::all<ModelRow>(db, sql::vehicles_model::models_on_offer, {{"store_id", store}})) {
        models.push_back(facts_of(model));
    }
    return models;
}

std::optional<OptionFacts> find_option(db::Connection& db, Id<Store> store, Id<ModelOption> id) {
    const auto option = load_option(db, store, id);
    if (!option) return std::nullopt;
    return OptionFacts{.id = option->id,
                       .model_id = option->model_id,
                       .code = option->code,
                       .name = option->name,
                       .price = option->price,
                       .on_offer = option->on_offer};
}

std::optional<CarFacts> find_car(db::Connection& db, Id<Store> store, Id<Car> id) {
    return facts_of(load_car(db, store, id));
}

std::optional<CarFacts> find_car_by_vin(db::Connection& db, Id<Store> store, const Vin& vin) {
    return facts_of(load_car_by_vin(db, store, vin));
}

std::optional<CarFacts> find_car_by_plate(db::Connection& db, Id<Store> store, const Plate& plate) {
    return facts_of(load_car_by_plate(db, store, plate));
}

std::vector<CarKeys> car_keys(db::Connection& db, Id<Store> store) {
    return db::all<CarKeys>(db, sql::vehicles_car::car_keys, {{"store_id", store}});
}

std::vector<CarFacts> cars_of_customer(db::Connection& db, Id<Store> store, Id<customers::Customer> id) {
    return facts_of(
        db::all<CarRow>(db, sql::vehicles_car::cars_of_customer, {{"store_id", store}, {"customer_id", id}}));
}

std::vector<CarFacts> available_cars(db::Connection& db, Id<Store> store, Id<Model> model) {
    return facts_of(
        db::all<CarRow>(db, sql::vehicles_car::available_cars, {{"store_id", store}, {"model_id", model}}));
}

std::vector<CarFacts> demo_cars(db::Connection& db, Id<Store> store) {
    return facts_of(db::all<CarRow>(db, sql::vehicles_car::cars_for_test_drives, {{"store_id", store}}));
}

std::vector<ModelStock> stock_by_model(db::Connection& db, Id<Store> store) {
    return db::all<ModelStock>(db, sql::vehicles_model::stock_by_model, {{"store_id", store}});
}

MaybeRefused may_lock_car(db::Connection& db, Id<Store> store, Id<Car> id, Id<deals::Deal> deal) {
    const auto car = load_car(db, store, id);
    if (!car) return car_not_found;
    return may_lock(*car, deal);
}

MaybeRefused lock_car(Tx& tx, Id<Car> id, Id<deals::Deal> deal) {
    auto car = load_car(tx.db(), tx.store_id(), id);
    if (!car) return car_not_found;
    if (auto no = may_lock(*car, deal)) return no;
    if (car->state == CarState::locked) return std::nullopt;
    car->state = CarState::locked;
    car->deal_id = deal;
    car->locked_at = tx.now();
    update_car(tx, *car);
    tx.emit("vehicles.car_locked", {{"car", car->id}, {"deal", deal}}, event_of(*car));
    return std::nullopt;
}

void release_car(Tx& tx, Id<Car> id, Id<deals::Deal> deal) {
    auto car = load_car(tx.db(), tx.store_id(), id);
    if (!car || car->deal_id != deal) return;
    switch (car->state) {
        case CarState::locked:
        case CarState::in_transit:
        case CarState::in_stock:
            car->state = state_when_released(*car);
            break;
        case CarState::sold:
        case CarState::demo:
        case CarState::customer:
            return;
    }
    car->deal_id.reset();
    car->locked_at.reset();
    update_car(tx, *car);
    tx.emit("vehicles.car_released", {{"car", car->id}, {"deal", deal}}, event_of(*car));
}

MaybeRefused sell_car(Tx& tx, Id<Car> id, Id<customers::Customer> customer, Date warranty_start,
                      const std::optional<Plate>& plate) {
    auto car = load_car(tx.db(), tx.store_id(), id);
    if (!car) return car_not_found;
    if (auto no = may_sell(*car)) return no;
    if (auto no = hand_over_items(tx, *car)) return no;
    if (plate && plate_is_taken(tx.db(), tx.store_id(), *plate, id)) return plate_taken;
    car->state = CarState::sold;
    car->customer_id = customer;
    car->sold_at = tx.now();
    car->location.clear();
    if (plate) car->plate = plate;
    // The maker's warranty and the first registration of a used car are what they were.
    if (!car->used) {
        car->warranty_start = warranty_start;
        if (plate) car->first_registered = warranty_start;
    }
    update_car(tx, *car);
    tx.emit("vehicles.car_sold",
            {{"car", car->id}, {"customer", customer}, {"deal", car->deal_id.value_or(Id<deals::Deal>{})}},
            event_of(*car));
    return std::nullopt;
}

namespace {

CarRow add_customer_car(Tx& tx, const NewCustomerCar& in, const std::string& model_name) {
    CarRow car;
    car.id = tx.new_id<Car>();
    car.vin = in.vin;
    car.model_id = in.model_id;
    car.model_name = model_name;
    car.plate = in.plate;
    car.colour = in.colour;
    car.state = CarState::customer;
    car.customer_id = in.customer_id;
    car.mileage_km = std::max<std::int64_t>(in.mileage_km, 0);
    car.mileage_at = tx.now();
    car.ordered_at = tx.now();
    car.stock_since = tx.now();
    car.first_registered = in.first_registered;
    insert_car(tx, car);
    return car;
}

}  // namespace

Result<Id<Car>> register_customer_car(Tx& tx, const NewCustomerCar& in) {
    if (const auto known = load_car_by_vin(tx.db(), tx.store_id(), in.vin)) {
        if (known->customer_id != in.customer_id) return car_belongs_to_another;
        return known->id;
    }
    if (in.plate && load_car_by_plate(tx.db(), tx.store_id(), *in.plate)) return plate_taken;
    std::string model_name = in.model_text;
    if (in.model_id) {
        const auto model = find_model(tx.db(), tx.store_id(), *in.model_id);
        if (!model) return model_not_found;
        model_name = model->name;
    }
    const CarRow car = add_customer_car(tx, in, model_name);
    tx.emit("vehicles.customer_car_registered", {{"car", car.id}, {"customer", in.customer_id}},
            event_of(car));
    return car.id;
}

Id<Car> add_imported_car(Tx& tx, const NewCustomerCar& in) {
    return add_customer_car(tx, in, in.model_text).id;
}

MaybeRefused set_mileage(Tx& tx, Id<Car> id, std::int64_t mileage_km) {
    auto car = load_car(tx.db(), tx.store_id(), id);
    if (!car) return car_not_found;
    if (auto no = check_mileage(car->mileage_km, mileage_km)) return no;
    car->mileage_km = mileage_km;
    car->mileage_at = tx.now();
    update_car(tx, *car);
    tx.emit("vehicles.mileage_recorded",
            {{"car", id}, {"customer", car->customer_id.value_or(Id<customers::Customer>{})}},
            MileageEvent{car->model_name, mileage_km});
    return std::nullopt;
}

void open_damage_case(Tx& tx, Id<Car> id, const std::string& damage, const std::vector<FileHash>& photos) {
    const auto car = load_car(tx.db(), tx.store_id(), id);
    ensure(car.has_value());
    open_claim(tx, *car, damage, photos);
}

MaybeRefused set_location(Tx& tx, Id<Car> id, const std::string& location) {
    auto car = load_car(tx.db(), tx.store_id(), id);
    if (!car) return car_not_found;
    if (auto no = may_move(*car)) return no;
    car->location = location;
    update_car(tx, *car);
    tx.emit("vehicles.car_moved", {{"car", id}}, event_of(*car));
    return std::nullopt;
}

MaybeRefused set_plate(Tx& tx, Id<Car> id, const Plate& plate) {
    auto car = load_car(tx.db(), tx.store_id(), id);
    if (!car) return car_not_found;
    if (plate_is_taken(tx.db(), tx.store_id(), plate, id)) return plate_taken;
    car->plate = plate;
    update_car(tx, *car);
    tx.emit("vehicles.plate_changed",
            {{"car", id}, {"customer", car->customer_id.value_or(Id<customers::Customer>{})}},
            event_of(*car));
    return std::nullopt;
}

void move_cars(Tx& tx, Id<customers::Customer> from, Id<customers::Customer> to) {
    db::send(tx.db(), sql::vehicles_car::move_cars,
             {{"store_id", tx.store_id()}, {"from_customer_id", from}, {"to_customer_id", to}});
}

bool take_back_customer_car(Tx& tx, Id<Car> car) { return remove_untouched_car(tx, car); }

}  // namespace forecourt::vehicles
