#pragma once
#include <action/view.h>
#include <modules/used_cars/car/used_car_rules.h>
#include <modules/used_cars/days/days.h>

namespace forecourt::used_cars {

/// A car on the board, in the step where it is now.
struct UsedBoardCar {
    Id<UsedCar> id;
    std::string number;
    Id<vehicles::Car> car_id;
    std::string model_text;
    std::string vin_tail;
    std::string plate;
    std::string colour;
    std::int64_t mileage_km{};
    Date first_registered;
    std::string location;
    UsedStep step{};
    std::int64_t minutes_in_step{};
    bool late{};
    std::int64_t days_in_stock{};
    std::int64_t open_jobs{};
    bool promised{};
    std::optional<Money> asking_price;
    std::optional<Money> cost;  // for who may see it
    std::int64_t version{};
};
FORECOURT_STRUCT(UsedBoardCar, id, number, car_id, model_text, vin_tail, plate, colour, mileage_km,
                 first_registered, location, step, minutes_in_step, late, days_in_stock, open_jobs, promised,
                 asking_price, cost, version)

/// A step of the way with what it should and did take.
struct UsedBoardStep {
    UsedStep step{};
    std::int64_t target_days{};
    std::int64_t cars{};
    std::int64_t late_cars{};
    std::int64_t stays{};       // that ended in the days the figures look back
    std::int64_t late_stays{};  // of them
    std::optional<std::int64_t> median_minutes;
};
FORECOURT_STRUCT(UsedBoardStep, step, target_days, cars, late_cars, stays, late_stays, median_minutes)

struct UsedBoard {
    std::vector<UsedBoardStep> steps;
    std::vector<UsedBoardCar> cars;
    std::int64_t looks_back_days{};
    std::optional<std::int64_t> median_minutes_to_sale;  // from the purchase until it stood for sale
    std::optional<Money> cost;                           // of all that stand here
    std::optional<Money> daily_cost;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(UsedBoard, steps, cars, looks_back_days, median_minutes_to_sale, cost, daily_cost,
                 allowed_actions)

struct UsedCarListIn {
    std::optional<UsedStep> step;
    std::optional<UsedSource> source;
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;  // -taken_at (default), taken_at
};
FORECOURT_STRUCT(UsedCarListIn, step, source, limit, after, sort)

struct UsedCarListRow {
    Id<UsedCar> id;
    std::string number;
    std::string model_text;
    Vin vin;
    std::string plate;
    std::string colour;
    UsedSource source{};
    std::int64_t mileage_km{};
    Date first_registered;
    UsedStep step{};
    Instant taken_at;
    std::optional<Instant> sold_at;
    std::int64_t days_in_stock{};
    std::optional<Money> asking_price;
    std::optional<Money> cost;
    std::optional<Date> transferred_on;
};
FORECOURT_STRUCT(UsedCarListRow, id, number, model_text, vin, plate, colour, source, mileage_km,
                 first_registered, step, taken_at, sold_at, days_in_stock, asking_price, cost, transferred_on)

struct UsedCarIn {
    Id<UsedCar> used_car_id;
};
FORECOURT_STRUCT(UsedCarIn, used_car_id)

/// What everybody may see of it.
struct UsedCarHead {
    Id<UsedCar> id;
    std::string number;
    Id<vehicles::Car> car_id;
    std::optional<Id<vehicles::Car>> car_before_id;
    UsedSource source{};
    Id<customers::Customer> seller_id;
    std::string seller_name;
    std::optional<Id<deals::Deal>> deal_id;
    std::string model_text;
    Vin vin;
    std::string plate;
    std::string colour;
    std::string condition;
    std::int64_t mileage_km{};
    Date first_registered;
    std::string location;
    UsedStep step{};
    Instant step_since;
    Instant taken_at;
    std::string taken_by;
    std::int64_t days_in_stock{};
    std::optional<Money> asking_price;
    bool promised{};
    std::optional<Id<deals::Deal>> sold_deal_id;
    std::optional<Instant> sold_at;
    std::string invoice_number;
    std::optional<Date> transferred_on;
    std::int64_t version{};
};
FORECOURT_STRUCT(UsedCarHead, id, number, car_id, car_before_id, source, seller_id, seller_name, deal_id,
                 model_text, vin, plate, colour, condition, mileage_km, first_registered, location, step,
                 step_since, taken_at, taken_by, days_in_stock, asking_price, promised, sold_deal_id, sold_at,
                 invoice_number, transferred_on, version)

/// A step of this car's way: how long it was there, and why it may not go there now.
struct UsedWayStep {
    UsedStep step{};
    std::int64_t target_days{};
    std::int64_t times{};    // entered
    std::int64_t minutes{};  // in all
    bool is_now{};
    bool late{};
    std::optional<std::string> refused_because;  // nothing when it may go there
};
FORECOURT_STRUCT(UsedWayStep, step, target_days, times, minutes, is_now, late, refused_because)

struct UsedStay {
    UsedStep step{};
    Instant entered_at;
    std::string entered_by;
    std::optional<Instant> left_at;
    std::int64_t minutes{};
    bool late{};
};
FORECOURT_STRUCT(UsedStay, step, entered_at, entered_by, left_at, minutes, late)

struct UsedJob {
    Id<ReconditioningJob> id;
    ReconditioningStep step{};
    std::string title;
    Money planned_cost;
    Money cost;
    std::optional<ReconditionedBy> done_by;
    std::string supplier;
    ReconditioningState state{};
    std::string note;
    Instant planned_at;
    std::string planned_by;
    std::optional<Instant> ended_at;
    std::optional<std::string> ended_by;
    std::int64_t version{};
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(UsedJob, id, step, title, planned_cost, cost, done_by, supplier, state, note, planned_at,
                 planned_by, ended_at, ended_by, version, allowed_actions)

/// What was offered, asked and paid for it: for who may see what cars cost, or who pays the seller.
struct UsedPurchase {
    Money market_price;
    Money repair_estimate;
    Money price;
    Money paid;
    Money open;
    std::vector<PaymentRow> payments;
};
FORECOURT_STRUCT(UsedPurchase, market_price, repair_estimate, price, paid, open, payments)

/// The photos of a place.
struct UsedPhotos {
    PhotoPlace place{};
    bool needed{};  // without one the car may not stand for sale
    std::vector<std::string> photos;
};
FORECOURT_STRUCT(UsedPhotos, place, needed, photos)

struct UsedCarRecord {
    UsedCarHead car;
    std::vector<UsedWayStep> way;
    std::vector<UsedStay> stays;
    std::vector<UsedJob> jobs;
    std::vector<PaperRow> papers;
    std::vector<UsedPhotos> photos;
    std::vector<PriceRow> prices;
    std::optional<UsedPurchase> purchase;
    std::optional<UsedMoney> money;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(UsedCarRecord, car, way, stays, jobs, papers, photos, prices, purchase, money,
                 allowed_actions)

struct TradeInToEnterIn {
    Id<deals::Deal> deal_id;
};
FORECOURT_STRUCT(TradeInToEnterIn, deal_id)

/// The purchase form of an old car that could not come into stock by itself.
struct TradeInToEnter {
    Id<deals::Deal> deal_id;
    std::string number;
    Id<customers::Customer> customer_id;
    std::string customer_name;
    Money price;
    std::optional<deals::TradeInFacts> appraised;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(TradeInToEnter, deal_id, number, customer_id, customer_name, price, appraised,
                 allowed_actions)

extern const View<Nothing, UsedBoard> board;
extern const View<UsedCarListIn, Page<UsedCarListRow>> car_list;
extern const View<UsedCarIn, UsedCarRecord> car_record;
extern const View<TradeInToEnterIn, TradeInToEnter> trade_in_to_enter;

}  // namespace forecourt::used_cars
