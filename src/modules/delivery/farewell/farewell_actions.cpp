#include <modules/customers/api.h>
#include <modules/deals/api.h>
#include <modules/delivery/farewell/farewell_actions.h>
#include <modules/delivery/farewell/farewell_paper.h>
#include <modules/delivery/farewell/farewell_rules.h>
#include <modules/delivery/farewell/farewell_store.h>
#include <modules/delivery/handover/handover_actions.h>
#include <modules/delivery/handover/handover_store.h>
#include <modules/vehicles/api.h>
#include <secrets/bytes.h>
#include <services/access/api.h>
#include <services/documents/api.h>
#include <services/files/api.h>
#include <services/messages/api.h>
#include <services/numbering/api.h>
#include <services/tasks/api.h>

namespace forecourt::delivery {
namespace {

struct FarewellEvent {
    std::string number;
    std::string text;
    std::int64_t score{};
};
FORECOURT_STRUCT(FarewellEvent, number, text, score)

struct RatingAsked {
    std::string car_title;
    std::string link;
};
FORECOURT_STRUCT(RatingAsked, car_title, link)

void emit(Tx& tx, std::string_view name, const DeliveryRow& d, std::string text, std::int64_t score = 0) {
    tx.emit(name, {{"delivery", d.id}, {"deal", d.deal_id}, {"customer", d.customer_id}, {"car", d.car_id}},
            FarewellEvent{d.number, std::move(text), score});
}

Result<DeliveryRow> loaded(Tx& tx, Id<Delivery> id) {
    const auto delivery = load_delivery(tx.db(), tx.store_id(), id);
    if (!delivery) return delivery_not_found;
    if (tx.actor().is_customer() && delivery->customer_id.value != tx.actor().customer_id)
        return delivery_not_found;
    return *delivery;
}

Result<Nothing> run_plan_ceremony(Tx& tx, const PlanCeremony& in) {
    const auto delivery = loaded(tx, in.delivery_id);
    if (!delivery) return delivery.refused();
    if (auto no = may_celebrate(*delivery)) return *no;
    put_ceremony(tx, {.id = tx.new_id<Ceremony>(),
                      .delivery_id = delivery->id,
                      .place = in.place.text,
                      .host_id = in.host_id.value_or(tx.actor().user_id),
                      .plan = in.plan,
                      .planned_at = tx.now()});
    emit(tx, "delivery.ceremony_planned", *delivery, in.place.text);
    return Nothing{};
}

Result<Nothing> run_explain(Tx& tx, const Explain& in) {
    const auto delivery = loaded(tx, in.delivery_id);
    if (!delivery) return delivery.refused();
    if (auto no = may_celebrate(*delivery)) return *no;
    if (!files::file_exists(tx.db(), tx.store_id(), in.signature)) return signature_not_found;
    const auto filled = checklists::fill(tx, "delivery_explanation", {"delivery", delivery->id}, in.answers,
                                         delivery->created_at);
    if (!filled) return filled.refused();
    documents::order(tx, explanation,
                     {.about = {"delivery", delivery->id},
                      .customer_id = delivery->customer_id.value,
                      .number = delivery->number,
                      .title = "交车讲解确认单"},
                     explanation_paper(tx, *delivery, in.answers, in.signature));
    emit(tx, "delivery.explained", *delivery, "");
    return Nothing{};
}

Result<Nothing> run_hand_over_items(Tx& tx, const HandOverItems& in) {
    const auto delivery = loaded(tx, in.delivery_id);
    if (!delivery) return delivery.refused();
    const bool handed = !items_of(tx.db(), tx.store_id(), delivery->id).empty();
    if (auto no = may_hand_over_items(*delivery, handed)) return *no;
    if (auto no = check_items(handover_items(), in.items)) return *no;
    if (!files::file_exists(tx.db(), tx.store_id(), in.signature)) return signature_not_found;
    for (const auto& norm : handover_items().items) {
        for (const auto& one : in.items) {
            if (one.item != norm.name) continue;
            insert_item(tx, {.id = tx.new_id<HandedItem>(),
                             .delivery_id = delivery->id,
                             .item = norm.name,
                             .title = norm.title,
                             .pieces = one.pieces,
                             .number = one.number,
                             .handed_at = tx.now(),
                             .handed_by = tx.actor().user_id});
        }
    }
    documents::order(
        tx, handed_items,
        {.about = {"delivery", delivery->id},
         .customer_id = delivery->customer_id.value,
         .number = delivery->number,
         .title = "随车文件与钥匙交接单"},
        items_paper(tx, *delivery, items_of(tx.db(), tx.store_id(), delivery->id), in.signature));
    emit(tx, "delivery.items_handed_over", *delivery, "");
    return Nothing{};
}

Result<GatePassIssued> run_issue_gate_pass(Tx& tx, const IssueGatePass& in) {
    const auto delivery = loaded(tx, in.delivery_id);
    if (!delivery) return delivery.refused();
    const auto now = situation_of(tx.db(), tx.store_id(), *delivery);
    const bool handed = !items_of(tx.db(), tx.store_id(), delivery->id).empty();
    const bool has_pass = gate_pass_of(tx.db(), tx.store_id(), delivery->id).has_value();
    if (auto no = may_issue_gate_pass(now, handed, has_pass)) return *no;
    const GatePassRow pass{.id = tx.new_id<GatePass>(),
                           .delivery_id = delivery->id,
                           .number = numbering::next_number(tx, "GP"),
                           .code = secrets::random_token(12),
                           .issued_at = tx.now(),
                           .issued_by = tx.actor().user_id};
    insert_gate_pass(tx, pass);
    emit(tx, "delivery.gate_pass_issued", *delivery, pass.number);
    return GatePassIssued{delivery->id, pass.number, pass.code};
}

Result<Nothing> run_let_out(Tx& tx, const LetOut& in) {
    const auto pass = gate_pass_with(tx.db(), tx.store_id(), in.code);
    if (!pass) return gate_pass_not_found;
    if (auto no = may_let_out(*pass)) return *no;
    if (!mark_let_out(tx, *pass)) return gate_pass_is_used;
    const auto delivery = load_delivery(tx.db(), tx.store_id(), pass->delivery_id);
    ensure(delivery.has_value());
    emit(tx, "delivery.car_left", *delivery, pass->number);
    return Nothing{};
}

Result<Nothing> run_rate(Tx& tx, const RateDelivery& in) {
    const auto delivery = loaded(tx, in.delivery_id);
    if (!delivery) return delivery.refused();
    const bool rated = rating_of(tx.db(), tx.store_id(), delivery->id).has_value();
    if (auto no = may_rate(*delivery, rated)) return *no;
    if (auto no = check_rating(in)) return *no;
    insert_rating(tx, {.id = tx.new_id<Rating>(),
                       .delivery_id = delivery->id,
                       .score = in.score,
                       .explained = in.explained,
                       .words = in.words,
                       .rated_at = tx.now()});
    emit(tx, "delivery.rated", *delivery, in.words, in.score);
    if (in.score > 2) return Nothing{};
    tasks::alert(tx, {.title_key = "alert.delivery.rated_low",
                      .params_json = reflect::to_json(FarewellEvent{delivery->number, in.words, in.score}),
                      .role = Role::sales_manager,
                      .link = "/deliveries/" + std::to_string(delivery->id.value),
                      .about = {"delivery", delivery->id},
                      .level = tasks::AlertLevel::warning});
    return Nothing{};
}

}  // namespace

MaybeRefused ask_for_rating(Tx& tx, const Event& event) {
    const auto delivery = load_delivery(tx.db(), tx.store_id(), {event.object("delivery")});
    ensure(delivery.has_value());
    const auto customer = customers::find_customer(tx.db(), tx.store_id(), delivery->customer_id);
    const auto deal = deals::find_deal(tx.db(), tx.store_id(), delivery->deal_id);
    if (!customer || customer->phone.empty() || !deal) return std::nullopt;
    const auto token =
        access::create_link(tx, "delivery.rating", customer->id.value, {"delivery", delivery->id}, days(30));
    messages::send(tx,
                   {.customer_id = customer->id.value,
                    .to = customer->phone,
                    .template_key = "delivery.how_was_it",
                    .params_json = reflect::to_json(RatingAsked{
                        deal->car_title, "/c/" + token + "/delivery/" + std::to_string(delivery->id.value)}),
                    .about = {"delivery", delivery->id}});
    return std::nullopt;
}

const Action<PlanCeremony, Nothing> plan_ceremony{
    {.name = "delivery.plan_ceremony",
     .needs = delivery_write,
     .refuses = {delivery_not_found, delivery_is_stopped, delivery_is_over},
     .run = run_plan_ceremony}};
const Action<Explain, Nothing> explain{
    {.name = "delivery.explain",
     .needs = delivery_write,
     .refuses = {delivery_not_found, delivery_is_stopped, delivery_is_over, signature_not_found,
                 checklists::checklist_incomplete, checklists::checklist_photo_missing,
                 checklists::checklist_measure_missing, checklists::checklist_measure_beyond_limits},
     .run = run_explain}};
const Action<HandOverItems, Nothing> hand_over_items{
    {.name = "delivery.hand_over_items",
     .needs = delivery_write,
     .refuses = {delivery_not_found, delivery_is_stopped, customer_has_not_accepted, items_are_handed_over,
                 items_incomplete, signature_not_found},
     .run = run_hand_over_items}};
const Action<IssueGatePass, GatePassIssued> issue_gate_pass{
    {.name = "delivery.issue_gate_pass",
     .needs = delivery_write,
     .refuses = {delivery_not_found, delivery_is_stopped, gate_pass_is_there, deal_is_not_paid,
                 car_is_not_handed_over, items_not_handed_over},
     .run = run_issue_gate_pass}};
const Action<LetOut, Nothing> let_out{{.name = "delivery.let_out",
                                       .needs = gate_open,
                                       .refuses = {gate_pass_not_found, gate_pass_is_used},
                                       .run = run_let_out}};
const Action<RateDelivery, Nothing> rate_delivery{
    {.name = "delivery.rate_delivery",
     .needs = delivery_rate,
     .refuses = {delivery_not_found, car_is_not_handed_over, delivery_is_rated, score_out_of_range},
     .run = run_rate}};

}  // namespace forecourt::delivery
