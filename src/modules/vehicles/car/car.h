#pragma once
#include <action/action.h>
#include <modules/vehicles/api.h>

namespace forecourt::vehicles {

inline constexpr Right stock_read{"vehicles.stock_read"};
inline constexpr Right stock_write{"vehicles.stock_write"};
inline constexpr Right car_write{"vehicles.car_write"};
/// What a car cost us and what it costs every day.
inline constexpr Right stock_cost_read{"vehicles.stock_cost_read"};
inline constexpr Right own_cars_read{"vehicles.own_cars_read"};

struct Transfer;

/// A car as it is stored.
struct CarRow {
    Id<Car> id;
    Vin vin;
    std::optional<Id<Model>> model_id;
    std::string model_name;
    std::optional<Plate> plate;
    std::string colour;
    CarState state{};
    std::optional<Id<customers::Customer>> customer_id;
    std::optional<Id<deals::Deal>> deal_id;
    std::optional<Instant> locked_at;
    std::int64_t mileage_km{};
    Instant mileage_at;
    std::string location;
    std::string key_number;
    Money cost;
    Instant ordered_at;  // when the record began: ordered from the maker, or first seen in service
    std::optional<Date> expected_on;
    std::optional<Instant> arrived_at;
    std::optional<std::string> arrived_by;
    std::optional<Instant> sold_at;
    std::optional<Date> first_registered;
    std::optional<Date> warranty_start;
    Instant stock_since;  // arrived with the first store of the group that had it; ordered until then
    std::optional<Id<Transfer>> leaves_by_transfer_id;  // approved, still here
    std::optional<Id<Transfer>> came_by_transfer_id;
    std::optional<Instant> removed_at;  // not this store's any more
    bool used{};                        // somebody drove it before us
    std::optional<Money> asking_price;  // of a used car that is for sale
    std::int64_t version{};
};
FORECOURT_STRUCT(CarRow, id, vin, model_id, model_name, plate, colour, state, customer_id, deal_id, locked_at,
                 mileage_km, mileage_at, location, key_number, cost, ordered_at, expected_on, arrived_at,
                 arrived_by, sold_at, first_registered, warranty_start, stock_since, leaves_by_transfer_id,
                 came_by_transfer_id, removed_at, used, asking_price, version)

/// A car ordered from the maker, known by its VIN.
struct OrderCar {
    Vin vin;
    Id<Model> model_id;
    FilledText colour;
    Money cost;
    std::optional<Date> expected_on;
};
FORECOURT_STRUCT(OrderCar, vin, model_id, colour, cost, expected_on)

struct CarAdded {
    Id<Car> id;
    bool vin_doubtful{};  // an imported car's VIN that misses its check digit: allowed, but look again
};
FORECOURT_STRUCT(CarAdded, id, vin_doubtful)

/// The transporter is here: the car is looked at and put in its place.
struct AcceptArrival {
    Id<Car> car_id;
    FilledText location;
    std::optional<std::string> key_number;
    std::optional<std::int64_t> keys;  // how many came with it: two when nothing is said
    std::int64_t mileage_km{};
    std::optional<std::string> damage;
    std::vector<FileHash> photos;
    std::int64_t version{};
};
FORECOURT_STRUCT(AcceptArrival, car_id, location, key_number, keys, mileage_km, damage, photos, version)

struct MoveCar {
    Id<Car> car_id;
    FilledText location;
    std::optional<std::string> key_number;
    std::int64_t version{};
};
FORECOURT_STRUCT(MoveCar, car_id, location, key_number, version)

struct MakeDemoCar {
    Id<Car> car_id;
    std::optional<Plate> plate;
    std::int64_t version{};
};
FORECOURT_STRUCT(MakeDemoCar, car_id, plate, version)

struct EndDemoUse {
    Id<Car> car_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(EndDemoUse, car_id, version)

struct RecordMileage {
    Id<Car> car_id;
    std::int64_t mileage_km{};
};
FORECOURT_STRUCT(RecordMileage, car_id, mileage_km)

struct ChangePlate {
    Id<Car> car_id;
    Plate plate;
};
FORECOURT_STRUCT(ChangePlate, car_id, plate)

inline constexpr Refusal vin_known_already{"vin_known_already"};
inline constexpr Refusal car_has_arrived{"car_has_arrived"};
inline constexpr Refusal car_not_in_stock{"car_not_in_stock"};
/// An approved transfer takes the car to another store.
inline constexpr Refusal car_goes_to_another_store{"car_goes_to_another_store"};
inline constexpr Refusal car_is_not_demo{"car_is_not_demo"};
/// It is sold where it was prepared; the group's other stores do not ask for it.
inline constexpr Refusal used_car_stays_here{"used_car_stays_here"};
inline constexpr Refusal car_cost_negative{"car_cost_negative", RefusalKind::unprocessable};
inline constexpr Refusal arrival_damage_needs_photo{"arrival_damage_needs_photo", RefusalKind::unprocessable};

}  // namespace forecourt::vehicles
