#pragma once
#include <action/context.h>
#include <core/checked_text.h>
#include <core/result.h>

#include <optional>
#include <string>
#include <vector>

namespace forecourt::customers {
struct Customer;
}
namespace forecourt::deals {
struct Deal;
}

/// Models of the catalogue and cars by their VIN: those for sale, those for test drives, those of customers.
namespace forecourt::vehicles {

struct Model;
struct Rival;
struct ModelOption;
struct Car;

enum class Fuel { petrol, diesel, hybrid, plug_in_hybrid, electric };
FORECOURT_ENUM(Fuel, petrol, diesel, hybrid, plug_in_hybrid, electric)

enum class Gearbox { manual, automatic };
FORECOURT_ENUM(Gearbox, manual, automatic)

/// `locked`: promised to a deal by its signed contract. `sold`: handed over by us. `customer`: came to
/// us for service and was sold elsewhere.
enum class CarState { in_transit, in_stock, locked, sold, demo, customer };
FORECOURT_ENUM(CarState, in_transit, in_stock, locked, sold, demo, customer)

/// The six points of a walk around the car, in their order.
enum class GuidePoint { front, driver_seat, rear_seats, tail, side, engine };
FORECOURT_ENUM(GuidePoint, front, driver_seat, rear_seats, tail, side, engine)

struct ModelFacts {
    Id<Model> id;
    std::string brand;
    std::string series;
    std::string name;  // "星驰 A5 2026款 1.5T 双离合舒适版": what stands in a contract
    std::string trim;
    std::int64_t year{};
    Fuel fuel{};
    Gearbox gearbox{};
    std::int64_t displacement_ml{};  // 0 for electric cars
    std::int64_t seats{};
    Money price;  // the list price with VAT
    JsonText specs;
    bool on_offer{};
};
FORECOURT_STRUCT(ModelFacts, id, brand, series, name, trim, year, fuel, gearbox, displacement_ml, seats,
                 price, specs, on_offer)

struct CarFacts {
    Id<Car> id;
    Vin vin;
    std::optional<Id<Model>> model_id;  // missing for a customer's car of another brand
    std::string model_name;             // of the model, or as it was written down
    std::optional<Plate> plate;
    std::string colour;
    CarState state{};
    std::optional<Id<customers::Customer>> customer_id;
    std::optional<Id<deals::Deal>> deal_id;
    std::int64_t mileage_km{};
    std::string location;
    std::string key_number;
    Money cost;  // what we paid, without VAT; 0 for a customer's car
    std::optional<Date> first_registered;
    std::optional<Date> warranty_start;
    std::int64_t version{};
};
FORECOURT_STRUCT(CarFacts, id, vin, model_id, model_name, plate, colour, state, customer_id, deal_id,
                 mileage_km, location, key_number, cost, first_registered, warranty_start, version)

/// An option or package of a model with its price.
struct OptionFacts {
    Id<ModelOption> id;
    Id<Model> model_id;
    std::string code;
    std::string name;
    Money price;
    bool on_offer{};
};
FORECOURT_STRUCT(OptionFacts, id, model_id, code, name, price, on_offer)

inline constexpr Refusal car_not_found{"car_not_found", RefusalKind::not_found};
inline constexpr Refusal model_not_found{"model_not_found", RefusalKind::not_found};
inline constexpr Refusal option_not_found{"option_not_found", RefusalKind::not_found};
/// A comparison is of one to four cars.
inline constexpr Refusal comparison_too_wide{"comparison_too_wide", RefusalKind::unprocessable};
/// Two options that cannot be in one car; the details `option` and `other` name them.
inline constexpr Refusal options_exclude_each_other{"options_exclude_each_other"};
/// An option that is only built together with another; the same details.
inline constexpr Refusal option_needs_another{"option_needs_another"};
/// The car is promised to somebody else, sold, a demo car or not ours.
inline constexpr Refusal car_not_available{"car_not_available"};
/// The plate stands on another car of this store.
inline constexpr Refusal plate_taken{"plate_taken"};
/// The car with this VIN belongs to another customer or is for sale.
inline constexpr Refusal car_belongs_to_another{"car_belongs_to_another"};
/// Somebody has it; the detail `holder` says who.
inline constexpr Refusal item_is_out{"item_is_out"};
inline constexpr Refusal car_not_in_house{"car_not_in_house"};
/// The car is with another store of the group now.
inline constexpr Refusal car_has_left{"car_has_left"};
/// The financing bank still has the certificate of conformity: no registration office takes the car without.
inline constexpr Refusal certificate_with_bank{"certificate_with_bank"};
/// More or fewer keys than a car has.
inline constexpr Refusal key_count_out_of_range{"key_count_out_of_range", RefusalKind::unprocessable};
/// A reading below the last one.
inline constexpr Refusal mileage_goes_backwards{"mileage_goes_backwards"};
inline constexpr Refusal mileage_out_of_range{"mileage_out_of_range", RefusalKind::unprocessable};

std::optional<ModelFacts> find_model(db::Connection& db, Id<Store> store, Id<Model> id);
/// The list price that holds on a day; nothing when there is no such model.
std::optional<Money> price_on(db::Connection& db, Id<Store> store, Id<Model> model, Date day);
/// Whether options may stand in one quote. Refuses options_exclude_each_other.
MaybeRefused check_options_together(db::Connection& db, Id<Store> store, Id<Model> model,
                                    const std::vector<Id<ModelOption>>& chosen);
/// Whether a choice is one that can be built: what excludes and what is needed. Refuses
/// options_exclude_each_other, option_needs_another.
MaybeRefused check_options_complete(db::Connection& db, Id<Store> store, Id<Model> model,
                                    const std::vector<Id<ModelOption>>& chosen);
/// Every model on offer, by series and price.
std::vector<ModelFacts> models_on_offer(db::Connection& db, Id<Store> store);
std::optional<OptionFacts> find_option(db::Connection& db, Id<Store> store, Id<ModelOption> id);

std::optional<CarFacts> find_car(db::Connection& db, Id<Store> store, Id<Car> id);
std::optional<CarFacts> find_car_by_vin(db::Connection& db, Id<Store> store, const Vin& vin);
std::optional<CarFacts> find_car_by_plate(db::Connection& db, Id<Store> store, const Plate& plate);
/// By what a car is found again, for one who asks for many at once: those of the whole store.
struct CarKeys {
    Vin vin;
    std::optional<Plate> plate;
    std::optional<Id<customers::Customer>> customer_id;
};
FORECOURT_STRUCT(CarKeys, vin, plate, customer_id)
std::vector<CarKeys> car_keys(db::Connection& db, Id<Store> store);
std::vector<CarFacts> cars_of_customer(db::Connection& db, Id<Store> store, Id<customers::Customer> id);
/// Cars of this model that can be locked now, the longest in stock first.
std::vector<CarFacts> available_cars(db::Connection& db, Id<Store> store, Id<Model> model);
/// The cars for test drives, by model.
std::vector<CarFacts> demo_cars(db::Connection& db, Id<Store> store);
/// How many cars of each model can be sold now (in stock or on their way).
struct ModelStock {
    Id<Model> model_id;
    std::int64_t in_stock{};
    std::int64_t in_transit{};
};
FORECOURT_STRUCT(ModelStock, model_id, in_stock, in_transit)
std::vector<ModelStock> stock_by_model(db::Connection& db, Id<Store> store);

/// Whether lock_car would take it. Refuses car_not_found, car_not_available.
MaybeRefused may_lock_car(db::Connection& db, Id<Store> store, Id<Car> car, Id<deals::Deal> deal);
/// Promises a car to a deal. Refuses car_not_found, car_not_available. Locking for the same deal again
/// does nothing.
MaybeRefused lock_car(Tx& tx, Id<Car> car, Id<deals::Deal> deal);
/// Takes the promise back; does nothing when the car is not locked for this deal.
void release_car(Tx& tx, Id<Car> car, Id<deals::Deal> deal);
/// Whether the car may go as far as its papers tell. Refuses certificate_with_bank, with its `label`.
MaybeRefused check_papers_of(db::Connection& db, Id<Store> store, Id<Car> car);
/// The car is handed over, with its keys and papers: it belongs to the customer from now on. Refuses
/// car_not_found, car_not_available when it is not locked (or in stock), certificate_with_bank, plate_taken.
MaybeRefused sell_car(Tx& tx, Id<Car> car, Id<customers::Customer> customer, Date warranty_start,
                      const std::optional<Plate>& plate);

/// Gives out one of the car's keys that lie here; does nothing for a car whose keys were never registered.
/// Refuses item_is_out when every key is in somebody's hands.
struct KeyIssue {
    Id<Car> car_id;
    std::string to_whom;
    std::string purpose;
    Instant due_at;
};
MaybeRefused issue_car_key(Tx& tx, const KeyIssue& issue);
/// Whatever this person still has of the car's keys is back.
void return_car_keys(Tx& tx, Id<Car> car, const std::string& who);
/// Damage found on a car of ours: a case with the photos, and a task for who looks after it.
void open_damage_case(Tx& tx, Id<Car> car, const std::string& damage, const std::vector<FileHash>& photos);
/// Where the car stands now. Refuses car_not_found, car_not_in_house, car_has_left.
MaybeRefused set_location(Tx& tx, Id<Car> car, const std::string& location);

struct NewCustomerCar {
    Vin vin;
    std::optional<Id<Model>> model_id;
    std::string model_text;  // when it is not of our catalogue
    std::optional<Plate> plate;
    std::string colour;
    Id<customers::Customer> customer_id;
    std::int64_t mileage_km{};
    std::optional<Date> first_registered;
};
/// A car that a customer brings. Answers the car with this VIN if it is the customer's already. Refuses
/// car_belongs_to_another, plate_taken, model_not_found.
Result<Id<Car>> register_customer_car(Tx& tx, const NewCustomerCar& car);

/// One row of many in an import, whose own event speaks for all of them. The import has looked for the VIN
/// and the plate and found neither.
Id<Car> add_imported_car(Tx& tx, const NewCustomerCar& car);
/// Takes an import back: hides a customer's car that nothing has touched since it was registered. False when
/// something has.
bool take_back_customer_car(Tx& tx, Id<Car> car);

/// The latest reading. Refuses car_not_found, mileage_goes_backwards, mileage_out_of_range.
MaybeRefused set_mileage(Tx& tx, Id<Car> car, std::int64_t mileage_km);
MaybeRefused set_plate(Tx& tx, Id<Car> car, const Plate& plate);
/// All cars of one customer become those of another (two records of one person are merged).
void move_cars(Tx& tx, Id<customers::Customer> from, Id<customers::Customer> to);

}  // namespace forecourt::vehicles
