#pragma once
#include <action/view.h>
#include <modules/vehicles/car/car.h>

namespace forecourt::vehicles {

struct StockListIn {
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
    std::optional<CarState> state;
    std::optional<Id<Model>> model_id;
    std::optional<std::string> series;
    std::optional<std::string> colour;
    std::optional<std::string> vin_tail;
};
FORECOURT_STRUCT(StockListIn, limit, after, sort, state, model_id, series, colour, vin_tail)

struct StockListRow {
    Id<Car> id;
    Vin vin;
    Id<Model> model_id;
    std::string model_name;
    std::string colour;
    CarState state{};
    std::string location;
    std::string key_number;
    std::int64_t mileage_km{};
    std::optional<Plate> plate;
    Instant ordered_at;
    std::optional<Date> expected_on;
    std::optional<Instant> arrived_at;
    std::optional<Id<deals::Deal>> deal_id;
    Money list_price;
};
FORECOURT_STRUCT(StockListRow, id, vin, model_id, model_name, colour, state, location, key_number, mileage_km,
                 plate, ordered_at, expected_on, arrived_at, deal_id, list_price)

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
    std::int64_t version{};
};
FORECOURT_STRUCT(CarHead, id, vin, model_id, model_name, plate, colour, state, customer_id, deal_id,
                 locked_at, mileage_km, mileage_at, location, key_number, cost, ordered_at, expected_on,
                 arrived_at, sold_at, first_registered, warranty_start, version)

struct CarRecord {
    CarHead car;
    std::optional<Money> list_price;
    std::optional<Fuel> fuel;
    std::optional<Gearbox> gearbox;
    std::optional<JsonText> specs;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(CarRecord, car, list_price, fuel, gearbox, specs, allowed_actions)

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

extern const View<StockListIn, Page<StockListRow>> stock_list;
extern const View<CarRecordIn, CarRecord> car_record;
extern const View<Nothing, DemoCars> demo_car_list;
extern const View<CarsOfCustomerIn, OwnCars> cars_of_customer_view;
extern const View<Nothing, OwnCars> my_cars;

}  // namespace forecourt::vehicles
