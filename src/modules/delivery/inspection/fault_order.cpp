#include <modules/customers/api.h>
#include <modules/delivery/handover/handover_actions.h>
#include <modules/delivery/inspection/fault_order.h>
#include <modules/workshop/api.h>
#include <services/tasks/api.h>

#include <algorithm>

namespace forecourt::delivery {
namespace {

constexpr Duration mended_within = hours(4);

struct MendParams {
    std::string number;
    std::string customer;
    std::string order_number;
};
FORECOURT_STRUCT(MendParams, number, customer, order_number)

void ask_to_mend(Tx& tx, const DeliveryRow& d, const workshop::InternalOpened& order) {
    const MendParams params{d.number, customers::customer_name(tx.db(), tx.store_id(), d.customer_id),
                            order.number};
    const auto ask = [&](Role role, const std::string& link) {
        tasks::add_task(tx, {.title_key = "task.delivery.mend_faults",
                             .params_json = reflect::to_json(params),
                             .role = role,
                             .due_at = tx.now() + mended_within,
                             .about = {"delivery", d.id},
                             .customer_id = d.customer_id.value,
                             .link = link});
    };
    ask(Role::delivery, "/deliveries/" + std::to_string(d.id.value));
    ask(Role::foreman, "/workshop/orders/" + std::to_string(order.order_id.value));
}

std::vector<FaultRow> faults_in(Tx& tx, const DeliveryRow& d, const FilledForDelivery& filled) {
    const auto used = checklists::list_at(tx.db(), tx.store_id(), filled.checklist, d.created_at);
    ensure(used.has_value());
    std::vector<FaultRow> faults;
    for (const auto& answer : filled.answers) {
        if (answer.verdict != checklists::Verdict::fault) continue;
        faults.push_back({.id = tx.new_id<Fault>(),
                          .delivery_id = d.id,
                          .checklist = std::string(filled.checklist),
                          .item = checklists::text_of(used->list, answer.item),
                          .words = checklists::note_of(used->list, answer),
                          .found_at = tx.now(),
                          .found_by = tx.actor().user_id});
    }
    return faults;
}

std::string job_of(const FaultRow& fault) {
    return fault.words.empty() ? fault.item : fault.item + "：" + fault.words;
}

workshop::InternalOpened order_for(Tx& tx, const DeliveryRow& d, const std::vector<FaultRow>& faults) {
    workshop::InternalOrder order{.customer_id = d.customer_id,
                                  .car_id = d.car_id,
                                  .source = {"delivery", d.id},
                                  .source_number = d.number,
                                  .words = {},
                                  .jobs = {}};
    for (const auto& fault : faults) {
        order.jobs.push_back(job_of(fault));
        order.words += (order.words.empty() ? "" : "；") + order.jobs.back();
    }
    return workshop::open_internal_order(tx, order);
}

void tell(Tx& tx, std::string_view event, const DeliveryRow& d, const std::string& words) {
    const int open = situation_of(tx.db(), tx.store_id(), d).open_faults;
    emit_delivery(tx, event, d, DeliveryData{d.number, open, words});
}

// Brings one fault to where its line stands; whether that changed anything.
bool follow(Tx& tx, const DeliveryRow& d, const FaultRow& fault, const workshop::JobFacts& job,
            const std::string& order_number) {
    if (job.gone) {
        if (fault.mended_at) return false;
        leave_order(tx, fault.id);
        return true;
    }
    if (job.done && !fault.mended_at) {
        mend_in_workshop(tx, fault.id, "维修工单 " + order_number + " 已完工");
        tell(tx, "delivery.fault_mended", d, fault.item + "：" + order_number);
        return true;
    }
    if (!job.done && fault.mended_in_workshop) {
        reopen_fault(tx, fault.id);
        tell(tx, "delivery.fault_reopened", d, fault.item + "：" + order_number);
        return true;
    }
    return false;
}

}  // namespace

int open_faults(Tx& tx, const DeliveryRow& delivery, const FilledForDelivery& filled) {
    auto faults = faults_in(tx, delivery, filled);
    if (faults.empty()) return 0;
    const auto order = order_for(tx, delivery, faults);
    for (std::size_t at = 0; at < faults.size(); ++at) {
        faults[at].order_id = order.order_id;
        faults[at].line_id = order.line_ids[at];
        insert_fault(tx, faults[at]);
    }
    ask_to_mend(tx, delivery, order);
    return static_cast<int>(faults.size());
}

MaybeRefused follow_order(Tx& tx, const Event& event) {
    if (event.object("delivery") == 0) return std::nullopt;
    const auto delivery = load_delivery(tx.db(), tx.store_id(), {event.object("delivery")});
    // A car that has gone is nobody's job here any more, whatever the workshop still writes down.
    if (!delivery || delivery->state == DeliveryState::delivered) return std::nullopt;
    const auto order = workshop::find_order(tx.db(), tx.store_id(), {event.object("repair_order")});
    ensure(order.has_value());
    // Nor does what is still done to the car that was to be delivered before the contract was amended.
    if (order->car_id != delivery->car_id) return std::nullopt;
    const auto jobs = workshop::jobs_of_order(tx.db(), tx.store_id(), order->id);
    bool changed = false;
    for (const auto& fault : faults_of(tx.db(), tx.store_id(), delivery->id)) {
        if (fault.order_id != order->id) continue;
        const auto job = std::find_if(jobs.begin(), jobs.end(),
                                      [&](const auto& one) { return one.line_id == fault.line_id; });
        if (job != jobs.end() && follow(tx, *delivery, fault, *job, order->number)) changed = true;
    }
    if (changed && situation_of(tx.db(), tx.store_id(), *delivery).open_faults == 0)
        tasks::close_tasks(tx, {"delivery", delivery->id}, "task.delivery.mend_faults");
    return std::nullopt;
}

}  // namespace forecourt::delivery
