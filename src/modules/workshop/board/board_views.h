#pragma once
#include <action/view.h>
#include <modules/workshop/appointment/appointment_views.h>
#include <modules/workshop/order/order_views.h>

namespace forecourt::workshop {

struct BoardInput {
    std::optional<Date> day;  // today without it
};
FORECOURT_STRUCT(BoardInput, day)

/// A car in the house: how far it is, and when it will be done if nothing changes.
struct BoardOrder {
    Id<RepairOrder> id;
    std::string number;
    OrderState state{};
    Instant opened_at;
    Instant promised_at;
    Id<customers::Customer> customer_id;
    std::string customer_name;
    Id<vehicles::Car> car_id;
    std::string plate;
    std::string model_name;
    Id<User> advisor_id;
    std::string advisor_name;
    std::int64_t checks_passed{};
    std::optional<Instant> delay_warned_at;
};
FORECOURT_STRUCT(BoardOrder, id, number, state, opened_at, promised_at, customer_id, customer_name, car_id,
                 plate, model_name, advisor_id, advisor_name, checks_passed, delay_warned_at)

/// The forecast of one order on the board.
struct BoardForecast {
    Id<RepairOrder> order_id;
    Instant expected_at;
    bool late{};  // expected after the promise, or the promise has passed
    std::int64_t people{};
};
FORECOURT_STRUCT(BoardForecast, order_id, expected_at, late, people)

struct PlannedJob {
    Id<OrderLine> id;
    Id<RepairOrder> order_id;
    std::string number;
    std::string plate;
    std::string name;
    std::optional<Id<Bay>> bay_id;
    std::optional<Id<User>> technician_id;
    std::string technician_name;
    Instant planned_start;
    Instant planned_end;
    Work work{};
    Instant promised_at;
};
FORECOURT_STRUCT(PlannedJob, id, order_id, number, plate, name, bay_id, technician_id, technician_name,
                 planned_start, planned_end, work, promised_at)

struct WorkedTime {
    Id<Clock> id;
    Id<RepairOrder> order_id;
    std::string number;
    std::string plate;
    std::string name;
    std::optional<Id<Bay>> bay_id;
    Id<User> user_id;
    std::string user_name;
    Instant started_at;
    std::optional<Instant> ended_at;
};
FORECOURT_STRUCT(WorkedTime, id, order_id, number, plate, name, bay_id, user_id, user_name, started_at,
                 ended_at)

struct Board {
    Date day;
    Instant now;
    Capacity capacity;
    std::vector<BayRow> bays;
    std::vector<BoardOrder> orders;  // every car in the house
    std::vector<BoardForecast> forecasts;
    std::vector<PlannedJob> planned;  // of the day
    std::vector<WorkedTime> worked;   // of the day
};
FORECOURT_STRUCT(Board, day, now, capacity, bays, orders, forecasts, planned, worked)

struct MyJob {
    Id<OrderLine> id;
    Id<RepairOrder> order_id;
    std::string number;
    std::string plate;
    std::string model_name;
    std::string name;
    Quantity quantity;
    Work work{};
    std::optional<Instant> planned_start;
    std::optional<Instant> planned_end;
    Instant promised_at;
    std::string bay_name;
    std::string words;
};
FORECOURT_STRUCT(MyJob, id, order_id, number, plate, model_name, name, quantity, work, planned_start,
                 planned_end, promised_at, bay_name, words)
struct MyWork {
    std::vector<MyJob> jobs;
    std::optional<ClockRow> running;
};
FORECOURT_STRUCT(MyWork, jobs, running)

// The customer's own page.
struct MyOrderRow {
    Id<RepairOrder> id;
    std::string number;
    OrderState state{};
    Instant opened_at;
    Instant promised_at;
    Id<vehicles::Car> car_id;
    std::string plate;
    std::string model_name;
    Money planned_total;
    Money customer_total;
};
FORECOURT_STRUCT(MyOrderRow, id, number, state, opened_at, promised_at, car_id, plate, model_name,
                 planned_total, customer_total)
struct MyCar {
    Id<vehicles::Car> id;
    std::string plate;
    std::string model_name;
    std::int64_t mileage_km{};
};
FORECOURT_STRUCT(MyCar, id, plate, model_name, mileage_km)
struct MyService {
    std::vector<MyCar> cars;
    std::vector<MyOrderRow> orders;
    std::vector<AppointmentListRow> appointments;
};
FORECOURT_STRUCT(MyService, cars, orders, appointments)

/// A step of the car's way as its owner sees it.
struct ProgressStep {
    OrderState state{};
    bool reached{};
    bool now{};
};
FORECOURT_STRUCT(ProgressStep, state, reached, now)
struct MyLine {
    Id<OrderLine> id;
    LineKind kind{};
    std::string name;
    Quantity quantity;
    std::string unit;
    Money unit_price;
    Money discount;
    Money amount;
    Payer payer{};
    LineState state{};
    Work work{};
    std::optional<Id<Finding>> finding_id;
};
FORECOURT_STRUCT(MyLine, id, kind, name, quantity, unit, unit_price, discount, amount, payer, state, work,
                 finding_id)
struct MyOrder {
    Id<RepairOrder> id;
    std::string number;
    OrderState state{};
    std::string plate;
    std::string model_name;
    std::string words;
    std::string advisor_name;
    Instant opened_at;
    Instant first_promised_at;
    Instant promised_at;
    std::int64_t mileage_km{};
    Money planned_total;
    Money approved_total;
    Money customer_total;
    Money paid;
    std::optional<Id<Consent>> open_consent_id;
    Money asked_amount;
    bool has_settlement{};
    bool has_certificate{};
    std::vector<ProgressStep> steps;
    std::vector<MyLine> lines;
    std::vector<FindingView> findings;
    std::vector<FileHash> photos;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(MyOrder, id, number, state, plate, model_name, words, advisor_name, opened_at,
                 first_promised_at, promised_at, mileage_km, planned_total, approved_total, customer_total,
                 paid, open_consent_id, asked_amount, has_settlement, has_certificate, steps, lines, findings,
                 photos, allowed_actions)

inline constexpr Right own_service_read{"workshop.own_service_read"};

extern const View<BoardInput, Board> board;
extern const View<Nothing, MyWork> my_work;
extern const View<Nothing, MyService> my_service;
extern const View<OrderInput, MyOrder> my_order;

/// Warns the advisor before a promise is missed: once per promise. A timed job.
void predict_delays(Tx& tx);

}  // namespace forecourt::workshop
