#include <modules/payments/api.h>
#include <modules/workshop/consent/consent.sql.h>
#include <modules/workshop/consent/consent_actions.h>
#include <modules/workshop/consent/consent_rules.h>
#include <modules/workshop/internal/internal_order.h>
#include <modules/workshop/jobs/work_actions.h>
#include <modules/workshop/jobs/work_clock.sql.h>
#include <modules/workshop/jobs/work_rules.h>
#include <modules/workshop/line/line_rules.h>
#include <modules/workshop/line/line_store.h>
#include <modules/workshop/line/order_line.sql.h>
#include <modules/workshop/order/order_actions.h>
#include <modules/workshop/order/order_rules.h>
#include <modules/workshop/order/order_store.h>
#include <modules/workshop/order/order_views.h>
#include <modules/workshop/order/repair_order.sql.h>
#include <modules/workshop/quality/quality_actions.h>
#include <modules/workshop/quality/quality_check.sql.h>
#include <modules/workshop/quality/quality_rules.h>
#include <modules/workshop/settlement/settlement.sql.h>
#include <modules/workshop/settlement/settlement_actions.h>
#include <modules/workshop/settlement/settlement_rules.h>
#include <services/access/api.h>

#include <algorithm>

namespace forecourt::workshop {
namespace {

Result<Page<OrderListRow>> run_order_list(Context& context, const OrderListInput& in) {
    auto asked = in;
    // Only a ticked box switches the filter on.
    if (asked.open && !*asked.open) asked.open.reset();
    return list_page<OrderListRow>(context, sql::repair_order::list_orders, asked, "-opened_at");
}

OrderLineView view_of(const LineRow& line, const std::vector<parts::LineParts>& parts) {
    OrderLineView view{.id = line.id,
                       .kind = line.kind,
                       .code = line.code,
                       .name = line.name,
                       .brand = line.brand,
                       .origin = line.origin,
                       .unit = line.unit,
                       .customer_supplied = line.customer_supplied,
                       .quantity = line.quantity,
                       .unit_price = line.unit_price,
                       .discount = line.discount,
                       .amount = line.amount,
                       .payer = line.payer,
                       .state = line.state,
                       .work = line.work,
                       .part_id = line.part_id,
                       .job_line_id = line.job_line_id,
                       .finding_id = line.finding_id,
                       .technician_id = line.technician_id,
                       .bay_id = line.bay_id,
                       .planned_start = line.planned_start,
                       .planned_end = line.planned_end,
                       .started_at = line.started_at,
                       .done_at = line.done_at,
                       .version = line.version};
    const auto stands = std::find_if(parts.begin(), parts.end(),
                                     [&](const auto& row) { return row.line_id == line.id.value; });
    if (stands == parts.end()) return view;
    view.reserved = stands->reserved;
    view.issued = stands->issued;
    view.missing = stands->missing;
    view.bin = stands->bin;
    return view;
}

void allow_on_line(OrderLineView& view, const Context& context, const OrderRow& order, const LineRow& line) {
    const auto closed = may_change_plan(order);
    const auto first = [&](MaybeRefused own) { return closed ? closed : own; };
    auto& list = view.allowed_actions;
    if (line.kind == LineKind::labour) {
        allow(list, context, assign_work, first(may_assign(line)));
        allow(list, context, clock_on, first(may_clock_on(line, std::nullopt)));
    }
    if (line.kind == LineKind::outside)
        allow(list, context, finish_outside_work, first(may_finish_outside(line)));
    if (line.kind == LineKind::part) {
        allow(list, context, issue_part, first(may_issue_for(line)));
        allow(list, context, return_part,
              first(view.issued > Quantity{0} ? MaybeRefused{} : MaybeRefused{parts::return_beyond_issued}));
    }
    const auto fixed = may_change_bill(order);
    view.can_be_promised = !fixed && !may_be_promised(line);
    allow(list, context, set_line_discount, fixed ? fixed : may_discount_line(line, line.discount, 10'000));
    allow(list, context, remove_line, first(may_remove(line, view.issued)));
}

std::vector<OrderLineView> lines_view(const Context& context, const OrderRow& order,
                                      const std::vector<LineRow>& lines,
                                      const std::vector<parts::LineParts>& parts) {
    std::vector<OrderLineView> views;
    // One technician does most of an order's jobs.
    const auto name_of = [&](Id<User> technician) {
        for (const auto& other : views) {
            if (other.technician_id == technician) return other.technician_name;
        }
        return access::user_name(context.db(), context.store_id(), technician);
    };
    for (const auto& line : lines) {
        if (line.state == LineState::removed) continue;
        auto view = view_of(line, parts);
        if (line.technician_id) view.technician_name = name_of(*line.technician_id);
        allow_on_line(view, context, order, line);
        views.push_back(std::move(view));
    }
    return views;
}

void allow_on_order(OrderRecord& record, const Context& context, const std::vector<LineRow>& lines,
                    const std::vector<parts::LineParts>& parts, bool paid_up) {
    const auto& order = record.order;
    auto& list = record.allowed_actions;
    const auto open_plan = may_change_plan(order);
    if (!is_internal(order)) allow(list, context, record_walk_round, open_plan);
    allow(list, context, record_finding, open_plan);
    allow(list, context, add_labour, open_plan);
    allow(list, context, add_part_line, open_plan);
    allow(list, context, add_outside_work, open_plan);
    const bool can_be_promised = std::any_of(record.lines.begin(), record.lines.end(),
                                             [](const auto& line) { return line.can_be_promised; });
    const auto fixed = may_change_bill(order);
    allow(list, context, use_promise, fixed || can_be_promised ? fixed : MaybeRefused{no_line_chosen});
    allow(list, context, request_consent,
          open_plan || !lines_to_ask(lines).empty() ? open_plan : MaybeRefused{nothing_to_ask});
    const bool asked = std::any_of(record.consents.begin(), record.consents.end(),
                                   [](const auto& consent) { return consent.state == ConsentState::open; });
    allow(list, context, answer_consent, asked ? MaybeRefused{} : MaybeRefused{consent_is_over});
    allow(list, context, make_consent_link, asked ? MaybeRefused{} : MaybeRefused{consent_is_over});
    allow(list, context, withdraw_consent, asked ? MaybeRefused{} : MaybeRefused{consent_is_over});
    std::vector<Id<User>> workers;
    for (const auto& clock : record.clocks) workers.push_back(clock.user_id);
    const auto level = next_check(order).value_or(CheckLevel::final);
    allow(list, context, record_check, may_check({order, lines, parts, workers}, level, context.actor()));
    allow(list, context, record_wash, may_wash(order, lines));
    allow(list, context, ask_deposit, may_ask_deposit(order, {1}));
    allow(list, context, settle_order, may_settle(order));
    allow(
        list, context, cancel_settlement,
        may_cancel_settlement(order, record.paid, record.settlement ? record.settlement->deposit : Money{0}));
    allow(list, context, hand_back, may_hand_back(order, paid_up, order.mileage_km));
    allow(list, context, change_promise, may_touch(order));
    allow(list, context, set_repair_class, open_plan);
    allow(list, context, cancel_order, may_cancel(order, lines, parts));
}

Result<OrderRecord> run_order_record(Context& context, const OrderInput& in) {
    const auto order = find_order_row(context.db(), context.store_id(), in.order_id);
    if (!order) return order_not_found;
    auto& db = context.db();
    const auto store = context.store_id();
    const db::Params of_order{{"store_id", store}, {"order_id", order->id}};
    const auto lines = lines_of_order(db, store, order->id);
    const auto parts = parts::parts_of_order(db, store, {"repair_order", order->id});
    const auto car = vehicles::find_car(db, store, order->car_id);
    const auto customer = customers::find_customer(db, store, order->customer_id);
    const auto due = payments::find_due(db, store, {"repair_order", order->id});
    OrderRecord record{.order = *order,
                       .customer_name = customer ? customer->name : std::string{},
                       .customer_phone = customer ? customer->phone_masked : std::string{},
                       .plate = car && car->plate ? car->plate->text : std::string{},
                       .vin = car ? car->vin.text : std::string{},
                       .model_name = car ? car->model_name : std::string{},
                       .advisor_name = access::user_name(db, store, order->advisor_id),
                       .paid = due ? due->paid : Money{0},
                       .next_check = next_check(*order),
                       .settlement = {},
                       .lines = lines_view(context, *order, lines, parts),
                       .findings = findings_of(db, store, order->id),
                       .consents = db::all<ConsentView>(db, sql::consent::consents_of_order, of_order),
                       .clocks = db::all<ClockView>(db, sql::work_clock::clocks_of_order, of_order),
                       .checks = db::all<CheckView>(db, sql::quality_check::checks_of_order, of_order),
                       .reworks = db::all<ReworkView>(db, sql::quality_check::reworks_of_order, of_order),
                       .allowed_actions = {}};
    if (order->settled_at) {
        record.settlement = db::first<SettlementRow>(db, sql::settlement::find_settlement, of_order);
    }
    allow_on_order(record, context, lines, parts, payments::is_paid_up(due));
    return record;
}

Result<Page<OperationRow>> run_operation_list(Context& context, const OperationListInput& in) {
    auto asked = in;
    if (asked.offered && !*asked.offered) asked.offered.reset();
    if (asked.q && asked.q->empty()) asked.q.reset();
    return list_page<OperationRow>(context, sql::order_line::list_operations, asked, "code",
                                   {{"pattern", "%" + asked.q.value_or("") + "%"}});
}

Result<CarHistory> run_car_history(Context& context, const CarHistoryInput& in) {
    const auto car = vehicles::find_car(context.db(), context.store_id(), in.car_id);
    const auto& actor = context.actor();
    if (!car ||
        (actor.is_customer() && (!car->customer_id || car->customer_id->value != actor.customer_id))) {
        return vehicles::car_not_found;
    }
    const db::Params of_car{{"store_id", context.store_id()}, {"car_id", in.car_id}};
    CarHistory history{db::all<HistoryOrder>(context.db(), sql::repair_order::orders_of_car, of_car)};
    for (auto& line : db::all<HistoryLine>(context.db(), sql::repair_order::lines_of_car, of_car)) {
        const auto order = std::find_if(history.orders.begin(), history.orders.end(),
                                        [&](const auto& row) { return row.id == line.order_id; });
        if (order != history.orders.end()) order->lines.push_back(std::move(line));
    }
    return history;
}

}  // namespace

std::vector<FindingView> findings_of(db::Connection& db, Id<Store> store, Id<RepairOrder> order) {
    std::vector<FindingView> findings;
    const auto rows = db::all<FindingRow>(db, sql::order_line::findings_of_order,
                                          {{"store_id", store}, {"order_id", order}});
    for (const auto& row : rows) {
        findings.push_back({.id = row.id,
                            .part_of_car = row.part_of_car,
                            .words = row.words,
                            .reading = row.reading,
                            .urgency = row.urgency,
                            .photos = files_of(row.photos_json),
                            .additional = row.additional,
                            .found_at = row.found_at,
                            .found_by_name = row.found_by_name});
    }
    return findings;
}

const View<OrderListInput, Page<OrderListRow>> order_list{
    {.name = "workshop.order_list", .needs = order_read, .refuses = {}, .run = run_order_list}};
const View<OrderInput, OrderRecord> order_record{
    {.name = "workshop.order", .needs = order_read, .refuses = {order_not_found}, .run = run_order_record}};
const View<OperationListInput, Page<OperationRow>> operation_list{
    {.name = "workshop.operation_list", .needs = order_read, .refuses = {}, .run = run_operation_list}};
const View<CarHistoryInput, CarHistory> car_history{{.name = "workshop.car_history",
                                                     .needs = car_history_read,
                                                     .refuses = {vehicles::car_not_found},
                                                     .run = run_car_history}};

}  // namespace forecourt::workshop
