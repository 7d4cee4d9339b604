#include <modules/delivery/handover/handover_actions.h>

#include <modules/customers/api.h>
#include <modules/deals/used/api.h>
#include <modules/delivery/handover/handover_paper.h>
#include <modules/delivery/handover/handover_store.h>
#include <modules/delivery/inspection/fault_order.h>
#include <modules/payments/api.h>
#include <modules/vehicles/api.h>
#include <services/documents/api.h>
#include <services/files/api.h>
#include <services/ledger/api.h>
#include <services/numbering/api.h>
#include <services/tasks/api.h>

namespace forecourt::delivery {
namespace {

struct DeliveredData {
    std::string number;
    Date delivered_on;
    std::int64_t mileage_km{};
    std::string signature;
};
FORECOURT_STRUCT(DeliveredData, number, delivered_on, mileage_km, signature)

std::string link_of(Id<Delivery> id) { return "/deliveries/" + std::to_string(id.value); }

struct TitleParams {
    std::string number;
    std::string customer;
};
FORECOURT_STRUCT(TitleParams, number, customer)

void ask_for(Tx& tx, const DeliveryRow& d, std::string_view title_key, Instant due_at,
             Role role = Role::delivery) {
    tasks::add_task(tx, {.title_key = title_key,
                         .params_json = reflect::to_json(TitleParams{
                             d.number, customers::customer_name(tx.db(), tx.store_id(), d.customer_id)}),
                         .role = role,
                         .due_at = due_at,
                         .about = {"delivery", d.id},
                         .customer_id = d.customer_id.value,
                         .link = link_of(d.id)});
}

DeliveryAnswer answer_of(Tx& tx, const DeliveryRow& d, int versions_on) {
    return {.delivery_id = d.id,
            .state = d.state,
            .open_faults = situation_of(tx.db(), tx.store_id(), d).open_faults,
            .version = d.version + versions_on};
}

Result<DeliveryRow> loaded(Tx& tx, Id<Delivery> id, std::int64_t version) {
    auto delivery = load_delivery(tx.db(), tx.store_id(), id);
    if (!delivery) return delivery_not_found;
    delivery->version = version;
    return *delivery;
}

Result<DeliveryAnswer> run_inspection(Tx& tx, const RecordInspection& in) {
    auto delivery = loaded(tx, in.delivery_id, in.version);
    if (!delivery) return delivery.refused();
    if (auto no = may_inspect(situation_of(tx.db(), tx.store_id(), *delivery))) return *no;
    const std::string list = inspection_of(tx.db(), tx.store_id(), *delivery);
    const auto filled =
        checklists::fill(tx, list, {"delivery", delivery->id}, in.answers, delivery->created_at);
    if (!filled) return filled.refused();
    const int faults = open_faults(tx, *delivery, {list, in.answers});
    delivery->inspected_at = tx.now();
    update_delivery(tx, *delivery);
    tasks::close_tasks(tx, {"delivery", delivery->id}, "task.delivery.inspect");
    ask_for(tx, *delivery, "task.delivery.prepare", tx.now() + days(1));
    emit_delivery(tx, "delivery.car_inspected", *delivery, DeliveryData{delivery->number, faults, ""});
    return answer_of(tx, *delivery, 1);
}

Result<DeliveryAnswer> run_mend(Tx& tx, const MendFault& in) {
    const auto fault = load_fault(tx.db(), tx.store_id(), in.fault_id);
    if (!fault) return fault_not_found;
    if (fault->mended_at) return fault_is_mended;
    // What is put right by hand is no job for the workshop any more.
    if (fault->line_id && !workshop::withdraw_job(tx, *fault->line_id, in.how.text)) return fault_is_in_work;
    mend(tx, in.fault_id, in.how.text);
    const auto delivery = load_delivery(tx.db(), tx.store_id(), fault->delivery_id);
    const auto answer = answer_of(tx, *delivery, 0);
    if (answer.open_faults == 0)
        tasks::close_tasks(tx, {"delivery", delivery->id}, "task.delivery.mend_faults");
    emit_delivery(tx, "delivery.fault_mended", *delivery,
                  DeliveryData{delivery->number, answer.open_faults, fault->item + "：" + in.how.text});
    return answer;
}

Result<DeliveryAnswer> run_prepare(Tx& tx, const Prepare& in) {
    auto delivery = loaded(tx, in.delivery_id, in.version);
    if (!delivery) return delivery.refused();
    if (auto no = may_prepare(situation_of(tx.db(), tx.store_id(), *delivery))) return *no;
    if (auto no = is_complete(in.answers)) return *no;
    const auto filled = checklists::fill(tx, "delivery_preparation", {"delivery", delivery->id}, in.answers,
                                         delivery->created_at);
    if (!filled) return filled.refused();
    delivery->prepared_at = tx.now();
    update_delivery(tx, *delivery);
    tasks::close_tasks(tx, {"delivery", delivery->id}, "task.delivery.prepare");
    emit_delivery(tx, "delivery.car_prepared", *delivery, DeliveryData{delivery->number, 0, ""});
    return answer_of(tx, *delivery, 1);
}

Result<DeliveryAnswer> run_appoint(Tx& tx, const Appoint& in) {
    auto delivery = loaded(tx, in.delivery_id, in.version);
    if (!delivery) return delivery.refused();
    if (auto no = may_appoint(situation_of(tx.db(), tx.store_id(), *delivery))) return *no;
    if (in.appointed_at < tx.now()) return appointment_is_past;
    delivery->appointed_at = in.appointed_at;
    update_delivery(tx, *delivery);
    tasks::close_tasks(tx, {"delivery", delivery->id}, "task.delivery.hand_over");
    ask_for(tx, *delivery, "task.delivery.hand_over", in.appointed_at);
    emit_delivery(tx, "delivery.appointed", *delivery,
                  DeliveryData{delivery->number, 0, local_text(in.appointed_at)});
    return answer_of(tx, *delivery, 1);
}

Result<DeliveryAnswer> run_accept(Tx& tx, const Accept& in) {
    auto delivery = loaded(tx, in.delivery_id, in.version);
    if (!delivery) return delivery.refused();
    if (auto no = may_accept(situation_of(tx.db(), tx.store_id(), *delivery))) return *no;
    if (!files::file_exists(tx.db(), tx.store_id(), in.signature)) return signature_not_found;
    const auto filled = checklists::fill(tx, "delivery_acceptance", {"delivery", delivery->id}, in.answers,
                                         delivery->created_at);
    if (!filled) return filled.refused();
    const int faults = open_faults(tx, *delivery, {"delivery_acceptance", in.answers});
    // What the customer finds is mended before the signature counts.
    if (faults == 0) {
        delivery->accepted_at = tx.now();
        delivery->acceptance_signature = in.signature.text;
    }
    update_delivery(tx, *delivery);
    if (faults == 0) {
        documents::order(tx, acceptance,
                         {.about = {"delivery", delivery->id},
                          .customer_id = delivery->customer_id.value,
                          .number = delivery->number,
                          .title = "交车验收单"},
                         acceptance_paper(tx, *delivery, in.answers));
    }
    emit_delivery(tx, faults == 0 ? "delivery.car_accepted" : "delivery.car_not_accepted", *delivery,
                  DeliveryData{delivery->number, faults, ""});
    return answer_of(tx, *delivery, 1);
}

MaybeRefused hand_over(Tx& tx, const DeliveryRow& delivery, const DeliverCar& in) {
    const auto deal = deals::find_deal(tx.db(), tx.store_id(), delivery.deal_id);
    const auto car = vehicles::find_car(tx.db(), tx.store_id(), delivery.car_id);
    ensure(deal && car);
    const Money paid = payments::paid_for(tx.db(), tx.store_id(), {"deal", deal->id});
    if (auto no =
            vehicles::sell_car(tx, delivery.car_id, delivery.customer_id, local_date(tx.now()), in.plate)) {
        return no;
    }
    if (auto no = vehicles::set_mileage(tx, delivery.car_id, in.mileage_km)) return no;
    deals::mark_delivered(tx, delivery.deal_id);
    ledger::post(tx, "delivery.car_delivered", {"delivery", delivery.id},
                 postings_of({.customer_id = delivery.customer_id.value,
                              .car_price = deal->car_price,
                              .accessories = deal->accessories,
                              .fees = deal->fees,
                              .passed_on = deal->passed_on,
                              .trade_in = deal->trade_in,
                              .car_cost = car->cost,
                              .overpaid = paid - deal->total,
                              .car_vat_basis_points =
                                  deals::sold_car_of(tx.db(), tx.store_id(), deal->id).vat_basis_points,
                              .goods_vat_basis_points = deal->goods_vat_basis_points,
                              .services_vat_basis_points = deal->services_vat_basis_points}));
    // From here on money that goes back is no advance any more.
    payments::set_due(tx, {"deal", deal->id}, delivery.customer_id, deal->total,
                      deal->car_title + " " + deal->number, payments::DueKind::settlement);
    return std::nullopt;
}

Result<DeliveryAnswer> run_deliver(Tx& tx, const DeliverCar& in) {
    auto delivery = loaded(tx, in.delivery_id, in.version);
    if (!delivery) return delivery.refused();
    if (auto no = may_deliver(situation_of(tx.db(), tx.store_id(), *delivery))) return *no;
    const auto sold = deals::sold_car_of(tx.db(), tx.store_id(), delivery->deal_id);
    if (auto no = check_mileage(in.mileage_km, sold.used)) return *no;
    if (auto no = hand_over(tx, *delivery, in)) return *no;
    delivery->state = DeliveryState::delivered;
    delivery->delivered_at = tx.now();
    delivery->delivered_by = tx.actor().user_id;
    delivery->mileage_km = in.mileage_km;
    update_delivery(tx, *delivery);
    tasks::close_every_task(tx, {"delivery", delivery->id});
    emit_delivery(
        tx, "delivery.car_delivered", *delivery,
        DeliveredData{delivery->number, local_date(tx.now()), in.mileage_km, delivery->acceptance_signature});
    return answer_of(tx, *delivery, 1);
}

void take_up(Tx& tx, const DeliveryRow& stopped, const deals::DealFacts& deal) {
    const DeliveryRow delivery = taken_up(stopped, *deal.car_id);
    update_delivery(tx, delivery);
    if (delivery.car_id != stopped.car_id) {
        // What was wrong with the other car does not keep this one here.
        for (const auto& fault : faults_of(tx.db(), tx.store_id(), delivery.id)) {
            if (!fault.mended_at) mend(tx, fault.id, "合同变更，改交另一辆车");
        }
    }
    if (!delivery.inspected_at) ask_for(tx, delivery, "task.delivery.inspect", tx.now() + days(1));
    emit_delivery(tx, "delivery.taken_up", delivery, DeliveryData{delivery.number, 0, deal.car_title});
}

}  // namespace

MaybeRefused begin_delivery(Tx& tx, const Event& event) {
    const auto deal = deals::find_deal(tx.db(), tx.store_id(), {event.object("deal")});
    ensure(deal && deal->car_id);
    if (const auto stopped = load_delivery_of_deal(tx.db(), tx.store_id(), deal->id)) {
        take_up(tx, *stopped, *deal);
        return std::nullopt;
    }
    const DeliveryRow delivery{.id = tx.new_id<Delivery>(),
                               .number = numbering::next_number(tx, "JC"),
                               .state = DeliveryState::preparing,
                               .deal_id = deal->id,
                               .customer_id = deal->customer_id,
                               .car_id = *deal->car_id,
                               .created_at = event.at,
                               .version = 1};
    insert_delivery(tx, delivery);
    ask_for(tx, delivery, "task.delivery.inspect", event.at + days(1));
    emit_delivery(tx, "delivery.begun", delivery, DeliveryData{delivery.number, 0, deal->car_title});
    return std::nullopt;
}

MaybeRefused stop_delivery(Tx& tx, const Event& event) {
    auto delivery = load_delivery_of_deal(tx.db(), tx.store_id(), {event.object("deal")});
    if (!delivery || delivery->state != DeliveryState::preparing) return std::nullopt;
    delivery->state = DeliveryState::cancelled;
    update_delivery(tx, *delivery);
    tasks::close_every_task(tx, {"delivery", delivery->id});
    emit_delivery(tx, "delivery.stopped", *delivery, DeliveryData{delivery->number, 0, ""});
    return std::nullopt;
}

const Action<RecordInspection, DeliveryAnswer> record_inspection{
    {.name = "delivery.record_inspection",
     .needs = delivery_write,
     .refuses = {delivery_not_found, delivery_is_over, checklists::checklist_incomplete,
                 checklists::checklist_photo_missing, checklists::checklist_measure_missing,
                 checklists::checklist_measure_beyond_limits},
     .run = run_inspection}};
const Action<MendFault, DeliveryAnswer> mend_fault{
    {.name = "delivery.mend_fault",
     .needs = fault_mend,
     .refuses = {fault_not_found, fault_is_mended, fault_is_in_work},
     .run = run_mend}};
const Action<Prepare, DeliveryAnswer> prepare{
    {.name = "delivery.prepare",
     .needs = delivery_write,
     .refuses = {delivery_not_found, delivery_is_over, car_is_not_inspected, preparation_is_incomplete,
                 checklists::checklist_incomplete, checklists::checklist_photo_missing,
                 checklists::checklist_measure_missing, checklists::checklist_measure_beyond_limits},
     .run = run_prepare}};
const Action<Appoint, DeliveryAnswer> appoint{
    {.name = "delivery.appoint",
     .needs = delivery_write,
     .refuses = {delivery_not_found, delivery_is_over, appointment_is_past},
     .run = run_appoint}};
const Action<Accept, DeliveryAnswer> accept{
    {.name = "delivery.accept",
     .needs = delivery_write,
     .refuses = {delivery_not_found, delivery_is_over, car_is_not_inspected, faults_are_open,
                 delivery_is_not_prepared, signature_not_found, checklists::checklist_incomplete,
                 checklists::checklist_photo_missing, checklists::checklist_measure_missing,
                 checklists::checklist_measure_beyond_limits},
     .run = run_accept}};
const Action<DeliverCar, DeliveryAnswer> deliver_car{
    {.name = "delivery.deliver_car",
     .needs = delivery_write,
     .refuses = {delivery_not_found, delivery_is_over, car_is_not_inspected, faults_are_open,
                 delivery_is_not_prepared, fittings_are_open, customer_has_not_accepted, deal_is_not_paid,
                 car_is_not_insured, vehicles::certificate_with_bank, delivery_mileage_out_of_range,
                 vehicles::car_not_available, vehicles::plate_taken, vehicles::mileage_goes_backwards},
     .run = run_deliver}};

}  // namespace forecourt::delivery
