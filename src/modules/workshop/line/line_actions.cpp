#include <db/send.h>
#include <modules/workshop/internal/internal_order.h>
#include <modules/workshop/line/line_actions.h>
#include <modules/workshop/line/line_rules.h>
#include <modules/workshop/line/line_store.h>
#include <modules/workshop/line/order_line.sql.h>
#include <modules/workshop/order/order_rules.h>
#include <modules/workshop/order/order_store.h>
#include <services/files/api.h>
#include <services/tasks/api.h>

namespace forecourt::workshop {
namespace {

namespace q = sql::order_line;

struct LineSaid {
    std::string number;
    std::string plate;
    std::string name;
    Quantity quantity;
    Money amount;
    std::string reason;
};
FORECOURT_STRUCT(LineSaid, number, plate, name, quantity, amount, reason)

LineSaid said_of(const Tx& tx, const OrderRow& order, const LineRow& line, std::string reason = {}) {
    return {.number = order.number,
            .plate = plate_of(tx.db(), tx.store_id(), order.car_id),
            .name = line.name,
            .quantity = line.quantity,
            .amount = line.amount,
            .reason = std::move(reason)};
}

LineAdded add_to_plan(Tx& tx, OrderRow& order, const LineRow& line) {
    insert_line(tx, line);
    const bool store_agrees = is_internal(order) && line.payer == Payer::internal;
    if (store_agrees) approve_for_store(tx, order, line);
    refresh_order(tx, order);
    emit_for(tx, order, "workshop.line_added", said_of(tx, order, line));
    return {.line_id = line.id,
            .amount = line.amount,
            .planned_total = order.planned_total,
            .customer_must_approve = !store_agrees};
}

// A finding belongs to its order; so does the job of a part.
MaybeRefused belongs_to(Tx& tx, Id<RepairOrder> order, const std::optional<Id<Finding>>& finding) {
    if (!finding) return std::nullopt;
    const auto of =
        db::number(tx.db(), q::find_finding_order, {{"store_id", tx.store_id()}, {"id", *finding}});
    if (!of || *of != order.value) return record_not_found;
    return std::nullopt;
}

Result<FindingRecorded> run_record_finding(Tx& tx, const RecordFinding& in) {
    const auto order = find_order_row(tx.db(), tx.store_id(), in.order_id);
    if (!order) return order_not_found;
    if (const auto no = may_change_plan(*order)) return *no;
    if (const auto no = files_are_there(tx, in.photos)) return *no;
    const FindingRecorded out{tx.new_id<Finding>(), order->started_at.has_value()};
    db::send(tx.db(), q::insert_finding,
             {{"id", out.finding_id},
              {"store_id", tx.store_id()},
              {"order_id", order->id},
              {"part_of_car", in.part_of_car},
              {"words", in.words},
              {"reading", in.reading.value_or("")},
              {"urgency", in.urgency},
              {"photos", json_of(in.photos)},
              {"additional", out.additional},
              {"found_at", tx.now()},
              {"found_by", tx.actor().user_id}});
    const OrderSaid said{
        order->number, plate_of(tx.db(), tx.store_id(), order->car_id), in.part_of_car.text, {}};
    emit_for(tx, *order, "workshop.finding_recorded", said);
    if (out.additional && order->advisor_id != tx.actor().user_id) {
        tasks::alert(tx, {.title_key = "alert.workshop.additional_finding",
                          .params_json = reflect::to_json(said),
                          .user_id = order->advisor_id,
                          .role = {},
                          .link = order_link(order->id),
                          .about = {"repair_order", order->id},
                          .level = tasks::AlertLevel::warning});
    }
    return out;
}

Result<LineAdded> run_add_labour(Tx& tx, const AddLabour& in) {
    auto order = find_order_row(tx.db(), tx.store_id(), in.order_id);
    if (!order) return order_not_found;
    if (const auto no = may_change_plan(*order)) return *no;
    const auto operation = db::first<OperationRow>(tx.db(), q::find_operation,
                                                   {{"store_id", tx.store_id()}, {"id", in.operation_id}});
    if (!operation) return operation_not_found;
    if (operation->withdrawn_at) return operation_is_withdrawn;
    const auto hours = in.hours.value_or(operation->hours);
    if (hours <= Quantity{0}) return parts::quantity_not_positive;
    if (const auto no = belongs_to(tx, order->id, in.finding_id)) return *no;
    auto line = new_line(tx, order->id, LineKind::labour);
    line.operation_id = operation->id;
    line.finding_id = in.finding_id;
    line.code = operation->code;
    line.name = operation->name;
    line.unit = "h";
    line.quantity = hours;
    line.unit_price = operation->hourly_price;
    line.amount = amount_of(line.quantity, line.unit_price, {});
    line.payer = in.payer;
    return add_to_plan(tx, *order, line);
}

Result<LineAdded> run_add_part_line(Tx& tx, const AddPartLine& in) {
    auto order = find_order_row(tx.db(), tx.store_id(), in.order_id);
    if (!order) return order_not_found;
    if (const auto no = may_change_plan(*order)) return *no;
    const auto part = parts::find_part(tx.db(), tx.store_id(), in.part_id);
    if (!part) return parts::part_not_found;
    if (!part->active) return parts::part_is_withdrawn;
    if (in.quantity <= Quantity{0}) return parts::quantity_not_positive;
    if (in.unit_price && *in.unit_price < Money{0}) return line_price_negative;
    // The published list price is the highest that may be asked.
    if (in.unit_price && *in.unit_price > part->price)
        return with(price_above_list, "limit", to_text(part->price));
    if (const auto no = belongs_to(tx, order->id, in.finding_id)) return *no;
    if (in.job_line_id) {
        const auto job = find_line(tx.db(), tx.store_id(), *in.job_line_id);
        if (!job || job->order_id != order->id) return line_not_found;
        if (job->kind != LineKind::labour) return line_is_not_labour;
    }
    auto line = new_line(tx, order->id, LineKind::part);
    line.part_id = part->id;
    line.job_line_id = in.job_line_id;
    line.finding_id = in.finding_id;
    line.code = part->number;
    line.name = part->name;
    line.brand = part->brand;
    line.origin = std::string(name_of(part->origin));
    line.unit = part->unit;
    line.customer_supplied = in.customer_supplied.value_or(false);
    line.quantity = in.quantity;
    line.unit_price = line.customer_supplied ? Money{0} : in.unit_price.value_or(part->price);
    line.amount = amount_of(line.quantity, line.unit_price, {});
    line.payer = in.payer;
    return add_to_plan(tx, *order, line);
}

Result<LineAdded> run_add_outside_work(Tx& tx, const AddOutsideWork& in) {
    auto order = find_order_row(tx.db(), tx.store_id(), in.order_id);
    if (!order) return order_not_found;
    if (const auto no = may_change_plan(*order)) return *no;
    if (in.price < Money{0}) return line_price_negative;
    if (const auto no = belongs_to(tx, order->id, in.finding_id)) return *no;
    auto line = new_line(tx, order->id, LineKind::outside);
    line.finding_id = in.finding_id;
    line.name = in.name.text;
    line.quantity = pieces(1);
    line.unit_price = in.price;
    line.amount = in.price;
    line.payer = in.payer;
    return add_to_plan(tx, *order, line);
}

Result<PlanTotals> run_set_line_discount(Tx& tx, const SetLineDiscount& in) {
    auto line = find_line(tx.db(), tx.store_id(), in.line_id);
    if (!line) return line_not_found;
    auto order = find_order_row(tx.db(), tx.store_id(), line->order_id);
    if (const auto no = may_change_bill(*order)) return *no;
    if (const auto no = may_discount_line(*line, in.discount, discount_limit_basis_points(tx.actor())))
        return *no;
    line->discount = in.discount;
    line->amount = amount_of(line->quantity, line->unit_price, line->discount);
    line->version = in.version;
    save_line(tx, *line);
    refresh_order(tx, *order);
    emit_for(tx, *order, "workshop.line_discounted", said_of(tx, *order, *line, in.reason.text));
    return PlanTotals{order->planned_total, order->approved_total};
}

Quantity issued_for(const Tx& tx, const LineRow& line) {
    if (line.kind != LineKind::part) return {};
    for (const auto& row : parts::parts_of_order(tx.db(), tx.store_id(), {"repair_order", line.order_id})) {
        if (row.line_id == line.id.value) return row.issued;
    }
    return {};
}

Result<PlanTotals> run_remove_line(Tx& tx, const RemoveLine& in) {
    auto line = find_line(tx.db(), tx.store_id(), in.line_id);
    if (!line) return line_not_found;
    auto order = find_order_row(tx.db(), tx.store_id(), line->order_id);
    if (const auto no = may_change_plan(*order)) return *no;
    if (const auto no = may_remove(*line, issued_for(tx, *line))) return *no;
    line->state = LineState::removed;
    line->version = in.version;
    save_line(tx, *line);
    if (line->kind == LineKind::part) parts::release(tx, {"order_line", line->id});
    refresh_order(tx, *order);
    emit_for(tx, *order, "workshop.line_removed", said_of(tx, *order, *line, in.reason.text));
    return PlanTotals{order->planned_total, order->approved_total};
}

Result<PartMoved> run_issue_part(Tx& tx, const IssuePart& in) {
    const auto line = find_line(tx.db(), tx.store_id(), in.line_id);
    if (!line) return line_not_found;
    const auto order = find_order_row(tx.db(), tx.store_id(), line->order_id);
    if (const auto no = may_change_plan(*order)) return *no;
    if (const auto no = may_issue_for(*line)) return *no;
    const auto moved = parts::issue(tx, {"order_line", line->id}, in.quantity);
    if (!moved) return moved.refused();
    return PartMoved{moved->quantity};
}

Result<PartMoved> run_return_part(Tx& tx, const ReturnPart& in) {
    auto line = find_line(tx.db(), tx.store_id(), in.line_id);
    if (!line) return line_not_found;
    auto order = find_order_row(tx.db(), tx.store_id(), line->order_id);
    if (const auto no = may_change_plan(*order)) return *no;
    if (line->kind != LineKind::part) return line_is_not_part;
    const ObjectRef wanted_by("order_line", line->id);
    const auto moved = parts::take_back(tx, wanted_by, in.quantity, in.reason.text);
    if (!moved) return moved.refused();
    // What came back is not billed, and nobody waits for it any more.
    *line = without_returned(*line, moved->quantity);
    save_line(tx, *line);
    if (line->state == LineState::removed) parts::release(tx, wanted_by);
    refresh_order(tx, *order);
    if (line->state == LineState::removed) {
        emit_for(tx, *order, "workshop.line_removed", said_of(tx, *order, *line, in.reason.text));
    }
    return PartMoved{moved->quantity};
}

}  // namespace

const Action<RecordFinding, FindingRecorded> record_finding{
    {.name = "workshop.record_finding",
     .needs = finding_write,
     .refuses = {order_not_found, order_is_over, order_is_past_work, files::file_not_found},
     .run = run_record_finding}};
const Action<AddLabour, LineAdded> add_labour{
    {.name = "workshop.add_labour",
     .needs = order_write,
     .refuses = {order_not_found, order_is_over, order_is_past_work, operation_not_found,
                 operation_is_withdrawn, parts::quantity_not_positive, record_not_found},
     .run = run_add_labour}};
const Action<AddPartLine, LineAdded> add_part_line{
    {.name = "workshop.add_part_line",
     .needs = order_write,
     .refuses = {order_not_found, order_is_over, order_is_past_work, parts::part_not_found,
                 parts::part_is_withdrawn, parts::quantity_not_positive, line_price_negative,
                 price_above_list, record_not_found, line_not_found, line_is_not_labour},
     .run = run_add_part_line}};
const Action<AddOutsideWork, LineAdded> add_outside_work{
    {.name = "workshop.add_outside_work",
     .needs = order_write,
     .refuses = {order_not_found, order_is_over, order_is_past_work, line_price_negative, record_not_found},
     .run = run_add_outside_work}};
const Action<SetLineDiscount, PlanTotals> set_line_discount{
    {.name = "workshop.set_line_discount",
     .needs = order_write,
     .refuses = {line_not_found, order_is_over, order_is_past_work, line_is_gone, line_is_asked,
                 line_is_approved, discount_beyond_amount, service_discount_beyond_limit,
                 changed_by_someone_else},
     .run = run_set_line_discount}};
const Action<RemoveLine, PlanTotals> remove_line{
    {.name = "workshop.remove_line",
     .needs = order_write,
     .refuses = {line_not_found, order_is_over, order_is_past_work, line_is_gone, line_is_asked,
                 line_has_work, changed_by_someone_else},
     .run = run_remove_line}};
const Action<IssuePart, PartMoved> issue_part{
    {.name = "workshop.issue_part",
     .needs = parts_issue,
     .refuses = {line_not_found, order_is_over, order_is_past_work, line_is_not_part, part_is_customers_own,
                 line_not_approved, parts::part_not_wanted, parts::issue_beyond_wanted,
                 parts::part_not_on_hand, parts::quantity_not_positive},
     .run = run_issue_part}};
const Action<ReturnPart, PartMoved> return_part{
    {.name = "workshop.return_part",
     .needs = parts_issue,
     .refuses = {line_not_found, order_is_over, order_is_past_work, line_is_not_part, parts::part_not_wanted,
                 parts::return_beyond_issued, parts::quantity_not_positive},
     .run = run_return_part}};

}  // namespace forecourt::workshop
