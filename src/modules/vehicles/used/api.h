#pragma once
#include <modules/vehicles/api.h>

// What the trade in used cars needs of the stock. Apart from ../api.h, because few modules ask for it.

namespace forecourt::vehicles {

/// The car with this VIN stands in our stock or is on its way to us.
inline constexpr Refusal car_is_ours_already{"car_is_ours_already"};
inline constexpr Refusal model_price_not_positive{"model_price_not_positive", RefusalKind::unprocessable};
inline constexpr Refusal model_year_out_of_range{"model_year_out_of_range", RefusalKind::unprocessable};
inline constexpr Refusal model_seats_out_of_range{"model_seats_out_of_range", RefusalKind::unprocessable};
inline constexpr Refusal engine_does_not_fit_fuel{"engine_does_not_fit_fuel", RefusalKind::unprocessable};

/// A car that somebody drove before, as it comes into stock.
struct UsedCarTaken {
    Vin vin;
    std::optional<Plate> plate;
    std::string model_text;
    std::int64_t mileage_km{};
    Date first_registered;
    Money cost;
    std::string location;
    std::string key_number;
    std::optional<std::int64_t> keys;  // that came with it: one with that number when nothing is said
};
/// It stands in stock from now on, and nobody can be offered it yet. When it was a customer's car here, that
/// record ends and is answered as `before`. Refuses car_is_ours_already, plate_taken, mileage_goes_backwards,
/// mileage_out_of_range, key_count_out_of_range.
struct UsedCarInStock {
    Id<Car> car_id;
    std::optional<Id<Car>> before;
};
Result<UsedCarInStock> take_used_car(Tx& tx, const UsedCarTaken& car);

/// Of a used car; nothing for a new one.
struct UsedFacts {
    std::optional<Money> asking_price;  // while it is for sale
};
std::optional<UsedFacts> used_facts(db::Connection& db, Id<Store> store, Id<Car> car);

/// What a used car is, as its papers say.
struct UsedModel {
    FilledText brand;
    FilledText series;
    FilledText trim;
    std::int64_t year{};
    Fuel fuel{};
    Gearbox gearbox{};
    std::int64_t displacement_ml{};
    std::int64_t seats{};
    Money price;  // what it cost when it was new
};
/// Gives a used car its model: that of the catalogue when there is the same, else one that only used cars
/// have. Answers its name. Refuses model_price_not_positive, model_year_out_of_range,
/// model_seats_out_of_range, engine_does_not_fit_fuel.
Result<std::string> describe_used_car(Tx& tx, Id<Car> car, const UsedModel& model, const std::string& colour);
/// What reconditioning has cost is part of what the car cost us.
void add_car_cost(Tx& tx, Id<Car> car, Money cost);
/// A used car can be sold at this price from now on; without one it cannot.
void set_asking_price(Tx& tx, Id<Car> car, std::optional<Money> price);
/// What money that lies in a car costs from one day until another (not included), at the rates of the floor
/// plan; a used car has no free days of the maker.
Money capital_cost_between(Money amount, Date from, Date until);

}  // namespace forecourt::vehicles
