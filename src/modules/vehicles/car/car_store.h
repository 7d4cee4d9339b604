#pragma once
#include <modules/vehicles/car/car.h>

namespace forecourt::vehicles {

std::optional<CarRow> load_car(db::Connection& db, Id<Store> store, Id<Car> id);
std::optional<CarRow> load_car_by_vin(db::Connection& db, Id<Store> store, const Vin& vin);
std::optional<CarRow> load_car_by_plate(db::Connection& db, Id<Store> store, const Plate& plate);
/// Whether another car of the store has this plate.
bool plate_is_taken(db::Connection& db, Id<Store> store, const Plate& plate, Id<Car> but);

/// Both also bring the search index up to date.
void insert_car(Tx& tx, const CarRow& car);
/// Throws StaleRow when the version is not the stored one.
void update_car(Tx& tx, const CarRow& car);
/// The record ends here: another one of this store or of the group goes on with the car. No longer found.
void end_car(Tx& tx, CarRow& car);
/// Only for taking an import back: hides a car that nothing has touched since it was registered.
bool remove_untouched_car(Tx& tx, Id<Car> id);

/// A car of the catalogue with its VIN, on its way; perhaps built for a deal. Refuses model_not_found,
/// car_cost_negative, vin_known_already.
Result<CarAdded> put_ordered_car(Tx& tx, const OrderCar& in, std::optional<Id<deals::Deal>> deal = {});

CarFacts facts_of(const CarRow& car);

}  // namespace forecourt::vehicles
