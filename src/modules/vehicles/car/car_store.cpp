#include <modules/vehicles/car/car_store.h>

#include <db/rows.h>
#include <db/send.h>
#include <modules/vehicles/car/car_rules.h>
#include <modules/vehicles/car/vehicles_car.sql.h>
#include <modules/vehicles/decode/decode.h>
#include <services/search/api.h>
#include <text/search_terms.h>

namespace forecourt::vehicles {
namespace {

namespace statements = sql::vehicles_car;

void append(std::vector<std::string>& terms, std::vector<std::string> more) {
    terms.insert(terms.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

search::Indexed indexed(const CarRow& car) {
    std::vector<std::string> terms = text::terms_of(text::FieldKind::vin, car.vin.text);
    std::string title = car.vin.text;
    if (car.plate) {
        append(terms, text::terms_of(text::FieldKind::plate, car.plate->text));
        title = car.plate->text;
    }
    append(terms, text::terms_of(text::FieldKind::free_text, car.model_name));
    return {.object_type = "car",
            .object_id = car.id.value,
            .title = title,
            .subtitle = car.model_name + " · " + vin_tail(car.vin),
            .link = "/cars/" + std::to_string(car.id.value),
            .terms = std::move(terms)};
}

}  // namespace

std::optional<CarRow> load_car(db::Connection& db, Id<Store> store, Id<Car> id) {
    return db::first<CarRow>(db, statements::find_car, {{"store_id", store}, {"id", id}});
}

std::optional<CarRow> load_car_by_vin(db::Connection& db, Id<Store> store, const Vin& vin) {
    return db::first<CarRow>(db, statements::find_car, {{"store_id", store}, {"vin", vin}});
}

std::optional<CarRow> load_car_by_plate(db::Connection& db, Id<Store> store, const Plate& plate) {
    return db::first<CarRow>(db, statements::find_car, {{"store_id", store}, {"plate", plate}});
}

bool plate_is_taken(db::Connection& db, Id<Store> store, const Plate& plate, Id<Car> but) {
    const auto other = load_car_by_plate(db, store, plate);
    return other && other->id != but;
}

void insert_car(Tx& tx, const CarRow& car) {
    db::send(tx.db(), statements::insert_car,
             db::Params::of(car, {{"store_id", tx.store_id()}, {"vin_tail", vin_tail(car.vin)}}));
    if (car.model_id) learn_vin(tx, car.vin, *car.model_id);
    search::index_new_object(tx, indexed(car));
}

void update_car(Tx& tx, const CarRow& car) {
    db::execute_one(tx.db(), statements::update_car, db::Params::of(car, {{"store_id", tx.store_id()}}));
    search::index_object(tx, indexed(car));
}

void end_car(Tx& tx, CarRow& car) {
    car.removed_at = tx.now();
    update_car(tx, car);
    search::remove_object(tx, "car", car.id.value);
}

bool remove_untouched_car(Tx& tx, Id<Car> id) {
    const auto removed = tx.db().execute(statements::remove_untouched_car,
                                         {{"store_id", tx.store_id()}, {"id", id}, {"removed_at", tx.now()}});
    if (removed == 0) return false;
    search::remove_object(tx, "car", id.value);
    return true;
}

CarFacts facts_of(const CarRow& car) {
    return {.id = car.id,
            .vin = car.vin,
            .model_id = car.model_id,
            .model_name = car.model_name,
            .plate = car.plate,
            .colour = car.colour,
            .state = car.state,
            .customer_id = car.customer_id,
            .deal_id = car.deal_id,
            .mileage_km = car.mileage_km,
            .location = car.location,
            .key_number = car.key_number,
            .cost = car.cost,
            .first_registered = car.first_registered,
            .warranty_start = car.warranty_start,
            .version = car.version};
}

}  // namespace forecourt::vehicles
