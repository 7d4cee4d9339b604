#pragma once
#include <simulator/life.h>

/// What the inventions about used cars share with those about their sale.
namespace forecourt::simulator {

/// Its page: where it is on its way, what it cost, and what is left of its sale.
void expect_used_car(Life& life, std::size_t store, const UsedCar& car);
Attempt about_used_car(std::size_t store, const std::string& who, const std::string& action,
                       const UsedCar& car);
/// Whoever does it, the answer tells the car as it is then.
std::function<void(const std::string&)> used_car_changed(Life& life, std::size_t store, RecordId id,
                                                         std::function<void(UsedCar&)> change);
std::string some_reconditioner(Life& life);
/// A signed contract holds it.
bool is_promised(StoreModel& model, const UsedCar& car);

}  // namespace forecourt::simulator
