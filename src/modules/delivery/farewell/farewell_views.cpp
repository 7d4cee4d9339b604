#include <modules/customers/api.h>
#include <modules/deals/api.h>
#include <modules/delivery/farewell/farewell.sql.h>
#include <modules/delivery/farewell/farewell_actions.h>
#include <modules/delivery/farewell/farewell_paper.h>
#include <modules/delivery/farewell/farewell_rules.h>
#include <modules/delivery/farewell/farewell_store.h>
#include <modules/delivery/handover/handover_actions.h>
#include <modules/delivery/handover/handover_store.h>
#include <modules/vehicles/api.h>
#include <services/access/api.h>

namespace forecourt::delivery {
namespace {

bool is_hidden(const Context& context, const DeliveryRow& delivery) {
    return context.actor().is_customer() && delivery.customer_id.value != context.actor().customer_id;
}

Result<Farewell> run_farewell(Context& context, const DeliveryRecordInput& in) {
    auto& db = context.db();
    const auto store = context.store_id();
    const auto delivery = load_delivery(db, store, in.delivery_id);
    if (!delivery || is_hidden(context, *delivery)) return delivery_not_found;
    Farewell answer{.ceremony = ceremony_of(db, store, delivery->id),
                    .host_name = {},
                    .explained_at = checklists::last_filled_at(db, store, "delivery_explanation",
                                                               {"delivery", delivery->id}),
                    .wanted = handover_items().items,
                    .items = items_of(db, store, delivery->id),
                    .gate_pass = gate_pass_of(db, store, delivery->id),
                    .rating = rating_of(db, store, delivery->id),
                    .inspection = inspection_of(db, store, *delivery),
                    .can_be_rated = false,
                    .allowed_actions = {}};
    if (answer.ceremony) answer.host_name = access::user_name(db, store, answer.ceremony->host_id);
    answer.can_be_rated = !may_rate(*delivery, answer.rating.has_value());
    const auto now = situation_of(db, store, *delivery);
    auto& list = answer.allowed_actions;
    allow(list, context, plan_ceremony, may_celebrate(*delivery));
    allow(list, context, explain, may_celebrate(*delivery));
    allow(list, context, hand_over_items, may_hand_over_items(*delivery, !answer.items.empty()));
    allow(list, context, issue_gate_pass,
          may_issue_gate_pass(now, !answer.items.empty(), answer.gate_pass.has_value()));
    allow(list, context, rate_delivery, may_rate(*delivery, answer.rating.has_value()));
    // The code opens the gate: the paper has it, and nobody else needs it.
    if (answer.gate_pass && !context.actor().may(delivery_write)) answer.gate_pass->code.clear();
    return answer;
}

Result<Download> run_gate_pass_pdf(Context& context, const DeliveryRecordInput& in) {
    const auto delivery = load_delivery(context.db(), context.store_id(), in.delivery_id);
    if (!delivery) return delivery_not_found;
    const auto pass = gate_pass_of(context.db(), context.store_id(), delivery->id);
    if (!pass) return gate_pass_not_found;
    return Download{"application/pdf", pass->number + ".pdf", gate_pass_paper(context, *delivery, *pass)};
}

Result<GateCheck> run_gate_check(Context& context, const GateCheckIn& in) {
    auto& db = context.db();
    const auto store = context.store_id();
    const auto pass = gate_pass_with(db, store, in.code);
    if (!pass) return gate_pass_not_found;
    const auto delivery = load_delivery(db, store, pass->delivery_id);
    ensure(delivery.has_value());
    const auto car = vehicles::find_car(db, store, delivery->car_id);
    const auto deal = deals::find_deal(db, store, delivery->deal_id);
    ensure(car && deal);
    GateCheck check{.number = pass->number,
                    .car_title = deal->car_title,
                    .colour = car->colour,
                    .vin = car->vin,
                    .plate = car->plate ? car->plate->text : "",
                    .customer_id = delivery->customer_id,
                    .customer_name = customers::customer_name(db, store, delivery->customer_id),
                    .issued_at = pass->issued_at,
                    .left_at = pass->left_at,
                    .allowed_actions = {}};
    allow(check.allowed_actions, context, let_out, may_let_out(*pass));
    return check;
}

Result<Page<FaultListRow>> run_fault_list(Context& context, const FaultListIn& in) {
    return list_page<FaultListRow>(context, sql::farewell::open_faults_list, in, "found_at");
}

}  // namespace

const View<DeliveryRecordInput, Farewell> farewell{{.name = "delivery.farewell",
                                                    .needs = delivery_rate,
                                                    .refuses = {delivery_not_found},
                                                    .run = run_farewell}};
const View<DeliveryRecordInput, Download> gate_pass_pdf{{.name = "delivery.gate_pass_pdf",
                                                         .needs = delivery_write,
                                                         .refuses = {delivery_not_found, gate_pass_not_found},
                                                         .run = run_gate_pass_pdf}};
const View<GateCheckIn, GateCheck> gate_check{{.name = "delivery.gate_check",
                                               .needs = gate_open,
                                               .refuses = {gate_pass_not_found},
                                               .run = run_gate_check}};
const View<FaultListIn, Page<FaultListRow>> fault_list{{.name = "delivery.fault_list",
                                                        .needs = fault_read,
                                                        .refuses = {cursor_not_understood, sort_not_offered},
                                                        .run = run_fault_list}};

}  // namespace forecourt::delivery
