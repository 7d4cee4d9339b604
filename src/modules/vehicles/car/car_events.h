#pragma once
#include <modules/vehicles/car/car.h>

namespace forecourt::vehicles {

/// What a timeline needs to say of a car. The plate of a customer's car stays out of it.
struct CarEvent {
    std::string model_name;
    std::string vin_tail;
    std::string colour;
    std::string location;
};
FORECOURT_STRUCT(CarEvent, model_name, vin_tail, colour, location)

struct MileageEvent {
    std::string model_name;
    std::int64_t mileage_km{};
};
FORECOURT_STRUCT(MileageEvent, model_name, mileage_km)

struct ArrivalEvent {
    std::string model_name;
    std::string vin_tail;
    std::string location;
    std::string damage;
    std::vector<FileHash> photos;
};
FORECOURT_STRUCT(ArrivalEvent, model_name, vin_tail, location, damage, photos)

CarEvent event_of(const CarRow& car);

}  // namespace forecourt::vehicles
