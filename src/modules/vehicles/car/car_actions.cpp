#include <modules/vehicles/car/car_actions.h>

#include <modules/vehicles/car/car_events.h>
#include <modules/vehicles/car/car_rules.h>
#include <modules/vehicles/car/car_store.h>
#include <modules/vehicles/claim/claim.h>
#include <modules/vehicles/custody/custody.h>
#include <modules/vehicles/transfer/transfer.h>
#include <services/files/api.h>

namespace forecourt::vehicles {

CarEvent event_of(const CarRow& car) {
    return {.model_name = car.model_name,
            .vin_tail = vin_tail(car.vin),
            .colour = car.colour,
            .location = car.location};
}

Result<CarAdded> put_ordered_car(Tx& tx, const OrderCar& in, std::optional<Id<deals::Deal>> deal) {
    const auto model = find_model(tx.db(), tx.store_id(), in.model_id);
    if (!model) return model_not_found;
    if (in.cost < Money{0}) return car_cost_negative;
    if (load_car_by_vin(tx.db(), tx.store_id(), in.vin)) return vin_known_already;
    CarRow car;
    car.id = tx.new_id<Car>();
    car.vin = in.vin;
    car.model_id = in.model_id;
    car.model_name = model->name;
    car.colour = in.colour.text;
    car.state = CarState::in_transit;
    car.mileage_at = tx.now();
    car.cost = in.cost;
    car.ordered_at = tx.now();
    car.stock_since = tx.now();
    car.expected_on = in.expected_on;
    car.deal_id = deal;
    insert_car(tx, car);
    tx.emit("vehicles.car_ordered", {{"car", car.id}, {"model", in.model_id}}, event_of(car));
    return CarAdded{car.id, vin_is_doubtful(car.vin)};
}

namespace {

Result<CarAdded> run_order_car(Tx& tx, const OrderCar& in) { return put_ordered_car(tx, in); }

Result<Nothing> run_accept_arrival(Tx& tx, const AcceptArrival& in) {
    auto car = load_car(tx.db(), tx.store_id(), in.car_id);
    if (!car) return car_not_found;
    if (auto no = may_accept_arrival(*car)) return *no;
    if (auto no = check_mileage(car->mileage_km, in.mileage_km)) return *no;
    if (auto no = check_arrival(in)) return *no;
    for (const auto& photo : in.photos) {
        if (!files::file_exists(tx.db(), tx.store_id(), photo)) return files::file_not_found;
    }
    if (car->state == CarState::in_transit) car->state = CarState::in_stock;
    car->location = in.location.text;
    if (in.key_number) car->key_number = *in.key_number;
    car->mileage_km = in.mileage_km;
    car->mileage_at = tx.now();
    // A car that came from another store of the group has been standing all the time.
    if (!car->came_by_transfer_id) car->stock_since = tx.now();
    car->arrived_at = tx.now();
    car->arrived_by = tx.actor().name;
    car->version = in.version;
    update_car(tx, *car);
    tx.emit("vehicles.car_arrived", {{"car", car->id}, {"deal", car->deal_id.value_or(Id<deals::Deal>{})}},
            ArrivalEvent{.model_name = car->model_name,
                         .vin_tail = vin_tail(car->vin),
                         .location = car->location,
                         .damage = in.damage.value_or(""),
                         .photos = in.photos});
    // Those of a car from another store came with it.
    if (!has_keys(tx.db(), tx.store_id(), car->id) && (in.keys || !car->key_number.empty()))
        register_keys(tx, *car, in.keys.value_or(2));
    const std::string damage(trimmed(in.damage.value_or("")));
    if (!damage.empty()) open_claim(tx, *car, damage, in.photos);
    if (car->came_by_transfer_id) mark_arrived(tx, *car);
    return Nothing{};
}

Result<Nothing> run_move_car(Tx& tx, const MoveCar& in) {
    auto car = load_car(tx.db(), tx.store_id(), in.car_id);
    if (!car) return car_not_found;
    if (auto no = may_move(*car)) return *no;
    car->location = in.location.text;
    if (in.key_number) car->key_number = *in.key_number;
    car->version = in.version;
    update_car(tx, *car);
    tx.emit("vehicles.car_moved", {{"car", car->id}}, event_of(*car));
    return Nothing{};
}

Result<Nothing> run_make_demo_car(Tx& tx, const MakeDemoCar& in) {
    auto car = load_car(tx.db(), tx.store_id(), in.car_id);
    if (!car) return car_not_found;
    if (auto no = may_make_demo(*car)) return *no;
    if (in.plate && plate_is_taken(tx.db(), tx.store_id(), *in.plate, car->id)) return plate_taken;
    car->state = CarState::demo;
    if (in.plate) car->plate = in.plate;
    car->version = in.version;
    update_car(tx, *car);
    tx.emit("vehicles.demo_use_began", {{"car", car->id}}, event_of(*car));
    return Nothing{};
}

Result<Nothing> run_end_demo_use(Tx& tx, const EndDemoUse& in) {
    auto car = load_car(tx.db(), tx.store_id(), in.car_id);
    if (!car) return car_not_found;
    if (auto no = may_end_demo(*car)) return *no;
    car->state = CarState::in_stock;
    car->version = in.version;
    update_car(tx, *car);
    tx.emit("vehicles.demo_use_ended", {{"car", car->id}}, event_of(*car));
    return Nothing{};
}

Result<Nothing> run_record_mileage(Tx& tx, const RecordMileage& in) {
    const auto car = load_car(tx.db(), tx.store_id(), in.car_id);
    if (car && car->removed_at) return car_has_left;
    if (auto no = set_mileage(tx, in.car_id, in.mileage_km)) return *no;
    return Nothing{};
}

Result<Nothing> run_change_plate(Tx& tx, const ChangePlate& in) {
    if (auto no = set_plate(tx, in.car_id, in.plate)) return *no;
    return Nothing{};
}

}  // namespace

const Action<OrderCar, CarAdded> order_car{
    {.name = "vehicles.order_car",
     .needs = stock_write,
     .refuses = {model_not_found, car_cost_negative, vin_known_already},
     .run = run_order_car}};

const Action<AcceptArrival, Nothing> accept_arrival{
    {.name = "vehicles.accept_arrival",
     .needs = stock_write,
     .refuses = {car_not_found, car_has_arrived, car_not_in_house, mileage_out_of_range,
                 mileage_goes_backwards, arrival_damage_needs_photo, files::file_not_found, car_has_left,
                 key_count_out_of_range},
     .run = run_accept_arrival}};

const Action<MoveCar, Nothing> move_car{{.name = "vehicles.move_car",
                                         .needs = stock_write,
                                         .refuses = {car_not_found, car_not_in_house, car_has_left},
                                         .run = run_move_car}};

const Action<MakeDemoCar, Nothing> make_demo_car{
    {.name = "vehicles.make_demo_car",
     .needs = stock_write,
     .refuses = {car_not_found, car_not_in_stock, plate_taken, car_has_left, car_goes_to_another_store},
     .run = run_make_demo_car}};

const Action<EndDemoUse, Nothing> end_demo_use{{.name = "vehicles.end_demo_use",
                                                .needs = stock_write,
                                                .refuses = {car_not_found, car_is_not_demo},
                                                .run = run_end_demo_use}};

const Action<RecordMileage, Nothing> record_mileage{
    {.name = "vehicles.record_mileage",
     .needs = car_write,
     .refuses = {car_not_found, car_has_left, mileage_out_of_range, mileage_goes_backwards},
     .run = run_record_mileage}};

const Action<ChangePlate, Nothing> change_plate{{.name = "vehicles.change_plate",
                                                 .needs = car_write,
                                                 .refuses = {car_not_found, plate_taken},
                                                 .run = run_change_plate}};

}  // namespace forecourt::vehicles
