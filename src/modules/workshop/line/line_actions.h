#pragma once
#include <action/action.h>
#include <modules/deals/api.h>
#include <modules/workshop/line/line.h>

namespace forecourt::workshop {

inline constexpr Right order_read{"workshop.order_read"};
inline constexpr Right order_write{"workshop.order_write"};
inline constexpr Right car_history_read{"workshop.car_history_read"};
inline constexpr Right finding_write{"workshop.finding_write"};
inline constexpr Right parts_issue{"workshop.parts_issue"};
inline constexpr Right operation_write{"workshop.operation_write"};

enum class Urgency { safety, soon, watch };
FORECOURT_ENUM(Urgency, safety, soon, watch)

struct RecordFinding {
    Id<RepairOrder> order_id;
    FilledText part_of_car;  // "前制动片"
    FilledText words;
    std::optional<std::string> reading;  // "厚度 2.1 mm"
    Urgency urgency{};
    std::vector<FileHash> photos;
};
FORECOURT_STRUCT(RecordFinding, order_id, part_of_car, words, reading, urgency, photos)
struct FindingRecorded {
    Id<Finding> finding_id;
    bool additional{};
};
FORECOURT_STRUCT(FindingRecorded, finding_id, additional)

struct AddLabour {
    Id<RepairOrder> order_id;
    Id<Operation> operation_id;
    std::optional<Quantity> hours;  // instead of the standard time
    Payer payer{};
    std::optional<Id<Finding>> finding_id;
};
FORECOURT_STRUCT(AddLabour, order_id, operation_id, hours, payer, finding_id)

struct AddPartLine {
    Id<RepairOrder> order_id;
    Id<parts::Part> part_id;
    Quantity quantity;
    std::optional<Money> unit_price;  // instead of the list price, not above it
    Payer payer{};
    std::optional<bool> customer_supplied;
    std::optional<Id<OrderLine>> job_line_id;
    std::optional<Id<Finding>> finding_id;
};
FORECOURT_STRUCT(AddPartLine, order_id, part_id, quantity, unit_price, payer, customer_supplied, job_line_id,
                 finding_id)

struct AddOutsideWork {
    Id<RepairOrder> order_id;
    FilledText name;
    Money price;
    Payer payer{};
    std::optional<Id<Finding>> finding_id;
};
FORECOURT_STRUCT(AddOutsideWork, order_id, name, price, payer, finding_id)

struct LineAdded {
    Id<OrderLine> line_id;
    Money amount;
    Money planned_total;
    bool customer_must_approve{};
};
FORECOURT_STRUCT(LineAdded, line_id, amount, planned_total, customer_must_approve)

struct SetLineDiscount {
    Id<OrderLine> line_id;
    std::int64_t version{};
    Money discount;
    FilledText reason;
};
FORECOURT_STRUCT(SetLineDiscount, line_id, version, discount, reason)

/// The customer was promised this for nothing in a contract: the lines are the house's, one time is drawn.
struct UsePromise {
    Id<RepairOrder> order_id;
    Id<deals::Promise> promise_id;
    std::int64_t promise_version{};
    std::vector<Id<OrderLine>> line_ids;
    std::optional<std::string> note;
};
FORECOURT_STRUCT(UsePromise, order_id, promise_id, promise_version, line_ids, note)
struct PromiseUsed {
    Money free_of_charge;  // what the customer would have paid
    Money planned_total;
    Money approved_total;
};
FORECOURT_STRUCT(PromiseUsed, free_of_charge, planned_total, approved_total)

struct RemoveLine {
    Id<OrderLine> line_id;
    std::int64_t version{};
    FilledText reason;
};
FORECOURT_STRUCT(RemoveLine, line_id, version, reason)

struct PlanTotals {
    Money planned_total;
    Money approved_total;
};
FORECOURT_STRUCT(PlanTotals, planned_total, approved_total)

struct IssuePart {
    Id<OrderLine> line_id;
    Quantity quantity;
};
FORECOURT_STRUCT(IssuePart, line_id, quantity)

struct ReturnPart {
    Id<OrderLine> line_id;
    Quantity quantity;
    FilledText reason;
};
FORECOURT_STRUCT(ReturnPart, line_id, quantity, reason)

struct PartMoved {
    Quantity quantity;
};
FORECOURT_STRUCT(PartMoved, quantity)

extern const Action<RecordFinding, FindingRecorded> record_finding;
extern const Action<AddLabour, LineAdded> add_labour;
extern const Action<AddPartLine, LineAdded> add_part_line;
extern const Action<AddOutsideWork, LineAdded> add_outside_work;
extern const Action<SetLineDiscount, PlanTotals> set_line_discount;
extern const Action<UsePromise, PromiseUsed> use_promise;
extern const Action<RemoveLine, PlanTotals> remove_line;
extern const Action<IssuePart, PartMoved> issue_part;
extern const Action<ReturnPart, PartMoved> return_part;

// The store's list of labour operations.
struct OperationRow {
    Id<Operation> id;
    std::string code;
    std::string name;
    std::string category;
    Quantity hours;      // standard time
    Money hourly_price;  // with VAT
    std::optional<Instant> withdrawn_at;
    std::int64_t version{};
};
FORECOURT_STRUCT(OperationRow, id, code, name, category, hours, hourly_price, withdrawn_at, version)

struct AddOperation {
    FilledText code;
    FilledText name;
    std::optional<std::string> category;
    Quantity hours;
    Money hourly_price;
};
FORECOURT_STRUCT(AddOperation, code, name, category, hours, hourly_price)
struct OperationAdded {
    Id<Operation> operation_id;
};
FORECOURT_STRUCT(OperationAdded, operation_id)

struct ChangeOperation {
    Id<Operation> operation_id;
    std::int64_t version{};
    std::optional<FilledText> name;
    std::optional<Quantity> hours;
    std::optional<Money> hourly_price;
    std::optional<bool> withdrawn;
};
FORECOURT_STRUCT(ChangeOperation, operation_id, version, name, hours, hourly_price, withdrawn)

inline constexpr Refusal operation_code_taken{"operation_code_taken"};
inline constexpr Refusal operation_hours_not_positive{"operation_hours_not_positive",
                                                      RefusalKind::unprocessable};

extern const Action<AddOperation, OperationAdded> add_operation;
extern const Action<ChangeOperation, Nothing> change_operation;

}  // namespace forecourt::workshop
