#pragma once
#include <modules/vehicles/car/car.h>

namespace forecourt::vehicles {

/// A car can be promised while nobody else has it; one on its way can be promised too. Locking it again
/// for the same deal is no change and allowed.
MaybeRefused may_lock(const CarRow& car, Id<deals::Deal> deal);
/// Handing over needs the car in the house, and no other customer's promise on it.
MaybeRefused may_sell(const CarRow& car);
/// A car that we know by its VIN comes back as a used one.
MaybeRefused may_take_used(const CarRow& known);
MaybeRefused may_accept_arrival(const CarRow& car);
MaybeRefused may_move(const CarRow& car);
MaybeRefused may_make_demo(const CarRow& car);
MaybeRefused may_end_demo(const CarRow& car);
/// Mileage never goes down; two million kilometres are a slip of the finger.
MaybeRefused check_key_count(std::int64_t keys);
MaybeRefused check_mileage(std::int64_t last_km, std::int64_t new_km);
/// Damage found at arrival is claimed from the carrier, who wants to see it.
MaybeRefused check_arrival(const AcceptArrival& arrival);

/// What a promise taken back leaves: in stock when the car has arrived, else still on its way.
CarState state_when_released(const CarRow& car);
/// The last six characters, by which people call a car.
/// The check digit does not match. A car made in China is not let in with it (Vin::check); an imported one
/// is.
bool vin_is_doubtful(const Vin& vin);
std::string vin_tail(const Vin& vin);

}  // namespace forecourt::vehicles
