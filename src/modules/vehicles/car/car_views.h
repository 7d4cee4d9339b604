#pragma once
#include <action/view.h>
#include <modules/vehicles/claim/claim.h>
#include <modules/vehicles/custody/custody.h>
#include <modules/vehicles/stock/ageing.h>

namespace forecourt::vehicles {

struct CarRecordIn {
    Id<Car> car_id;
};
FORECOURT_STRUCT(CarRecordIn, car_id)

struct CarHead {
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
    std::optional<Money> cost;  // only for who may see the stock
    Instant ordered_at;
    std::optional<Date> expected_on;
    std::optional<Instant> arrived_at;
    std::optional<Instant> sold_at;
    std::optional<Date> first_registered;
    std::optional<Date> warranty_start;
    bool vin_doubtful{};
    std::optional<Id<Transfer>> leaves_by_transfer_id;
    std::optional<Id<Transfer>> came_by_transfer_id;
    std::optional<Instant> removed_at;
    bool used{};
    std::optional<Money> asking_price;
    std::int64_t version{};
};
FORECOURT_STRUCT(CarHead, id, vin, model_id, model_name, plate, colour, state, customer_id, deal_id,
                 locked_at, mileage_km, mileage_at, location, key_number, cost, ordered_at, expected_on,
                 arrived_at, sold_at, first_registered, warranty_start, vin_doubtful, leaves_by_transfer_id,
                 came_by_transfer_id, removed_at, used, asking_price, version)

/// A key or paper of the car as its page shows it.
struct CarItem {
    Id<Item> id;
    ItemKind kind{};
    std::string label;
    ItemState state{};
    std::string place;
    std::string holder;
    Instant since;
    std::optional<Instant> due_at;
    std::int64_t version{};
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(CarItem, id, kind, label, state, place, holder, since, due_at, version, allowed_actions)

struct CarClaim {
    Id<Claim> id;
    std::string number;
    DamageClaimState state{};
    std::string damage;
};
FORECOURT_STRUCT(CarClaim, id, number, state, damage)

struct CarRecord {
    CarHead car;
    std::optional<CarAge> age;  // while it is ours, for who may see what cars cost
    std::int64_t age_days{};
    std::vector<CarItem> items;
    std::vector<CarClaim> claims;
    std::optional<Money> list_price;
    std::optional<Fuel> fuel;
    std::optional<Gearbox> gearbox;
    std::optional<JsonText> specs;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(CarRecord, car, age, age_days, items, claims, list_price, fuel, gearbox, specs,
                 allowed_actions)

struct DemoCarRow {
    Id<Car> id;
    Vin vin;
    Id<Model> model_id;
    std::string model_name;
    std::string colour;
    std::optional<Plate> plate;
    std::int64_t mileage_km{};
    std::string location;
    Gearbox gearbox{};
    Fuel fuel{};
};
FORECOURT_STRUCT(DemoCarRow, id, vin, model_id, model_name, colour, plate, mileage_km, location, gearbox,
                 fuel)

struct DemoCars {
    std::vector<DemoCarRow> rows;
};
FORECOURT_STRUCT(DemoCars, rows)

struct CarsOfCustomerIn {
    Id<customers::Customer> customer_id;
};
FORECOURT_STRUCT(CarsOfCustomerIn, customer_id)

struct OwnCar {
    Id<Car> id;
    Vin vin;
    std::string model_name;
    std::optional<Plate> plate;
    std::string colour;
    std::int64_t mileage_km{};
    std::optional<Date> warranty_start;
};
FORECOURT_STRUCT(OwnCar, id, vin, model_name, plate, colour, mileage_km, warranty_start)

struct OwnCars {
    std::vector<OwnCar> rows;
};
FORECOURT_STRUCT(OwnCars, rows)

extern const View<CarRecordIn, CarRecord> car_record;
extern const View<Nothing, DemoCars> demo_car_list;
extern const View<CarsOfCustomerIn, OwnCars> cars_of_customer_view;
extern const View<Nothing, OwnCars> my_cars;

}  // namespace forecourt::vehicles
