#pragma once
#include <action/view.h>
#include <modules/workshop/consent/consent.h>
#include <modules/workshop/jobs/work.h>
#include <modules/workshop/line/line_actions.h>
#include <modules/workshop/quality/quality.h>
#include <modules/workshop/settlement/settlement.h>

namespace forecourt::workshop {

struct OrderListInput {
    std::optional<OrderState> state;
    std::optional<bool> open;  // in the house
    std::optional<Id<User>> advisor_id;
    std::optional<Id<customers::Customer>> customer_id;
    std::optional<Id<vehicles::Car>> car_id;
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
};
FORECOURT_STRUCT(OrderListInput, state, open, advisor_id, customer_id, car_id, limit, after, sort)

struct OrderListRow {
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
    Money planned_total;
    Money customer_total;
    std::optional<Instant> handed_back_at;
};
FORECOURT_STRUCT(OrderListRow, id, number, state, opened_at, promised_at, customer_id, customer_name, car_id,
                 plate, model_name, advisor_id, advisor_name, planned_total, customer_total, handed_back_at)

struct OrderInput {
    Id<RepairOrder> order_id;
};
FORECOURT_STRUCT(OrderInput, order_id)

/// A line as the order's page shows it, with how it stands with its part.
struct OrderLineView {
    Id<OrderLine> id;
    LineKind kind{};
    std::string code;
    std::string name;
    std::string brand;
    std::string origin;
    std::string unit;
    bool customer_supplied{};
    Quantity quantity;
    Money unit_price;
    Money discount;
    Money amount;
    Payer payer{};
    LineState state{};
    Work work{};
    std::optional<Id<parts::Part>> part_id;
    std::optional<Id<OrderLine>> job_line_id;
    std::optional<Id<Finding>> finding_id;
    std::optional<Id<User>> technician_id;
    std::string technician_name;
    std::optional<Id<Bay>> bay_id;
    std::optional<Instant> planned_start;
    std::optional<Instant> planned_end;
    std::optional<Instant> started_at;
    std::optional<Instant> done_at;
    Quantity reserved;
    Quantity issued;
    Quantity missing;
    std::string bin;
    std::int64_t version{};
    bool can_be_promised{};  // a promise of the contract may pay it
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(OrderLineView, id, kind, code, name, brand, origin, unit, customer_supplied, quantity,
                 unit_price, discount, amount, payer, state, work, part_id, job_line_id, finding_id,
                 technician_id, technician_name, bay_id, planned_start, planned_end, started_at, done_at,
                 reserved, issued, missing, bin, version, can_be_promised, allowed_actions)

/// A finding as it is read, its photos still as text.
struct FindingRow {
    Id<Finding> id;
    std::string part_of_car;
    std::string words;
    std::string reading;
    Urgency urgency{};
    JsonText photos_json;
    bool additional{};
    Instant found_at;
    std::string found_by_name;
};
FORECOURT_STRUCT(FindingRow, id, part_of_car, words, reading, urgency, photos_json, additional, found_at,
                 found_by_name)

struct FindingView {
    Id<Finding> id;
    std::string part_of_car;
    std::string words;
    std::string reading;
    Urgency urgency{};
    std::vector<FileHash> photos;
    bool additional{};
    Instant found_at;
    std::string found_by_name;
};
FORECOURT_STRUCT(FindingView, id, part_of_car, words, reading, urgency, photos, additional, found_at,
                 found_by_name)
std::vector<FindingView> findings_of(db::Connection& db, Id<Store> store, Id<RepairOrder> order);

struct ConsentView {
    Id<Consent> id;
    ConsentState state{};
    Instant asked_at;
    Money asked_amount;
    std::optional<Instant> answered_at;
    std::optional<ConsentChannel> channel;
    std::string answered_by;
    Money approved_amount;
    Instant promised_at;
    std::string asked_by_name;
    std::string recorded_by_name;
};
FORECOURT_STRUCT(ConsentView, id, state, asked_at, asked_amount, answered_at, channel, answered_by,
                 approved_amount, promised_at, asked_by_name, recorded_by_name)

struct ClockView {
    Id<Clock> id;
    Id<OrderLine> line_id;
    Id<User> user_id;
    std::string user_name;
    std::optional<std::int64_t> rework_id;
    Instant started_at;
    std::optional<Instant> ended_at;
    std::optional<ClockEnd> end_reason;
};
FORECOURT_STRUCT(ClockView, id, line_id, user_id, user_name, rework_id, started_at, ended_at, end_reason)

struct CheckView {
    Id<Check> id;
    std::int64_t round{};
    CheckLevel level{};
    bool passed{};
    std::int64_t checklist_id{};
    std::int64_t road_test_km{};
    std::string note;
    Instant checked_at;
    std::string checked_by_name;
};
FORECOURT_STRUCT(CheckView, id, round, level, passed, checklist_id, road_test_km, note, checked_at,
                 checked_by_name)

struct ReworkView {
    Id<Rework> id;
    Id<OrderLine> line_id;
    std::string line_name;
    Id<Check> check_id;
    ReworkCause cause{};
    std::string words;
    std::string caused_by_name;
    Instant opened_at;
    std::optional<Instant> done_at;
};
FORECOURT_STRUCT(ReworkView, id, line_id, line_name, check_id, cause, words, caused_by_name, opened_at,
                 done_at)

/// A repair order with all that happened to it.
struct OrderRecord {
    OrderRow order;
    std::string customer_name;
    std::string customer_phone;  // masked
    std::string plate;
    std::string vin;
    std::string model_name;
    std::string advisor_name;
    Money paid;
    std::optional<CheckLevel> next_check;
    std::optional<SettlementRow> settlement;
    std::vector<OrderLineView> lines;
    std::vector<FindingView> findings;
    std::vector<ConsentView> consents;
    std::vector<ClockView> clocks;
    std::vector<CheckView> checks;
    std::vector<ReworkView> reworks;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(OrderRecord, order, customer_name, customer_phone, plate, vin, model_name, advisor_name,
                 paid, next_check, settlement, lines, findings, consents, clocks, checks, reworks,
                 allowed_actions)

struct OperationListInput {
    std::optional<std::string> q;
    std::optional<std::string> category;
    std::optional<bool> offered;  // without the withdrawn ones
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
};
FORECOURT_STRUCT(OperationListInput, q, category, offered, limit, after, sort)

struct CarHistoryInput {
    Id<vehicles::Car> car_id;
};
FORECOURT_STRUCT(CarHistoryInput, car_id)
struct HistoryLine {
    Id<RepairOrder> order_id;
    LineKind kind{};
    std::string code;
    std::string name;
    Quantity quantity;
    std::string unit;
    Money amount;
    Payer payer{};
    LineState state{};
};
FORECOURT_STRUCT(HistoryLine, order_id, kind, code, name, quantity, unit, amount, payer, state)
struct HistoryOrder {
    Id<RepairOrder> id;
    std::string number;
    OrderState state{};
    Instant opened_at;
    std::optional<Instant> handed_back_at;
    std::int64_t mileage_km{};
    std::string words;
    Money customer_total;
    std::string advisor_name;
    std::vector<HistoryLine> lines;  // approved, and declined for the next time
};
FORECOURT_STRUCT(HistoryOrder, id, number, state, opened_at, handed_back_at, mileage_km, words,
                 customer_total, advisor_name, lines)
struct CarHistory {
    std::vector<HistoryOrder> orders;  // the newest first
};
FORECOURT_STRUCT(CarHistory, orders)

extern const View<OrderListInput, Page<OrderListRow>> order_list;
extern const View<OrderInput, OrderRecord> order_record;
extern const View<OperationListInput, Page<OperationRow>> operation_list;
extern const View<CarHistoryInput, CarHistory> car_history;

}  // namespace forecourt::workshop
