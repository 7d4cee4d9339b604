#pragma once
#include <modules/used_cars/car/used_car_rules.h>
#include <modules/used_cars/days/days.h>

namespace forecourt::used_cars {

std::optional<UsedCarRow> load_used_car(db::Connection& db, Id<Store> store, Id<UsedCar> id);
std::optional<UsedCarRow> load_used_car_of(db::Connection& db, Id<Store> store, Id<vehicles::Car> car);
/// The car that was the old one of a deal.
std::optional<UsedCarRow> load_trade_in(db::Connection& db, Id<Store> store, Id<deals::Deal> deal);
/// With all the guards look at.
std::optional<UsedCarNow> load_now(db::Connection& db, Id<Store> store, Id<UsedCar> id);

/// Both also bring the search index up to date.
void insert_used_car(Tx& tx, const UsedCarRow& car);
/// Throws StaleRow when the version is not the stored one; counts the version on.
void update_used_car(Tx& tx, UsedCarRow& car);

std::vector<PaperRow> papers_of(db::Connection& db, Id<Store> store, Id<UsedCar> id);
std::vector<PaymentRow> payments_of(db::Connection& db, Id<Store> store, Id<UsedCar> id);
std::vector<PriceRow> prices_of(db::Connection& db, Id<Store> store, Id<UsedCar> id);
std::vector<JobRow> jobs_of(db::Connection& db, Id<Store> store, Id<UsedCar> id);
std::vector<StayRow> stays_of(db::Connection& db, Id<Store> store, Id<UsedCar> id);

/// Ends the stay there is and begins one; none begins with `sold`.
void change_step(Tx& tx, UsedCarRow& car, UsedStep step);

/// The data of most events of a used car.
struct UsedCarEvent {
    std::string number;
    std::string model_text;
    std::string text;
};
FORECOURT_STRUCT(UsedCarEvent, number, model_text, text)
/// Says what happened, to the used car and to the car it is in the stock. What a car cost stays out of it:
/// everybody reads timelines, and the ledger keeps the amounts.
void emit_used_car(Tx& tx, std::string_view name, const UsedCarRow& car, const std::string& text = "");
/// What a posting is about: not the car itself, whose timeline is read by people who may not see what it
/// cost.
inline ObjectRef about_cost(Id<UsedCar> id) { return {"used_car_cost", id}; }
inline std::string link_of(Id<UsedCar> id) { return "/used-cars/" + std::to_string(id.value); }

}  // namespace forecourt::used_cars
