#include <modules/leads/timeliness/timeliness.h>

#include <db/rows.h>
#include <db/send.h>
#include <modules/leads/lead/lead_limits.h>
#include <modules/leads/timeliness/leads_timeliness.sql.h>
#include <services/access/api.h>
#include <services/tasks/api.h>

#include <map>

// What comes with time and not with a person: answers that are missing, contacts that are overdue.
namespace forecourt::leads {
namespace {

namespace statements = sql::leads_timeliness;

struct LateLead {
    Id<Lead> id;
    std::string number;
    Id<customers::Customer> customer_id;
    Id<User> consultant_id;
};
FORECOURT_STRUCT(LateLead, id, number, customer_id, consultant_id)

struct LateEvent {
    std::string number;
    std::string customer_name;
    std::string consultant_name;
};
FORECOURT_STRUCT(LateEvent, number, customer_name, consultant_name)

struct OverdueAlert {
    std::string consultant_name;
    std::int64_t n{};
};
FORECOURT_STRUCT(OverdueAlert, consultant_name, n)

LateEvent event_of(Tx& tx, const LateLead& lead) {
    return {.number = lead.number,
            .customer_name = customers::customer_name(tx.db(), tx.store_id(), lead.customer_id),
            .consultant_name = access::user_name(tx.db(), tx.store_id(), lead.consultant_id)};
}

}  // namespace

void watch_first_responses(Tx& tx) {
    const auto late =
        db::all<LateLead>(tx.db(), statements::unanswered, {{"store_id", tx.store_id()}, {"now", tx.now()}});
    for (const auto& lead : late) {
        db::send(tx.db(), statements::mark_response_missed,
                 {{"store_id", tx.store_id()}, {"id", lead.id}, {"now", tx.now()}});
        const auto data = event_of(tx, lead);
        tx.emit("leads.response_missed",
                {{"lead", lead.id}, {"customer", lead.customer_id}, {"user", lead.consultant_id}}, data);
        tasks::alert(tx, {.title_key = "alert.lead_not_answered",
                          .params_json = reflect::to_json(data),
                          .user_id = {},
                          .role = Role::sales_manager,
                          .link = "/leads/" + std::to_string(lead.id.value),
                          .about = {"lead", lead.id},
                          .level = tasks::AlertLevel::urgent});
    }
}

void watch_contacts(Tx& tx) {
    const auto before = tx.now() - minutes(limits::in_force(tx, lead_limits).escalate_after_minutes);
    const auto late = db::all<LateLead>(tx.db(), statements::overdue_contacts,
                                        {{"store_id", tx.store_id()}, {"before", before}});
    std::map<Id<User>, std::int64_t> by_consultant;
    for (const auto& lead : late) {
        db::send(tx.db(), statements::mark_escalated,
                 {{"store_id", tx.store_id()}, {"id", lead.id}, {"now", tx.now()}});
        ++by_consultant[lead.consultant_id];
        tx.emit("leads.contact_overdue",
                {{"lead", lead.id}, {"customer", lead.customer_id}, {"user", lead.consultant_id}},
                event_of(tx, lead));
    }
    // One alert for a consultant, however many leads: a manager who is flooded reads none.
    for (const auto& [consultant, count] : by_consultant) {
        const OverdueAlert params{.consultant_name = access::user_name(tx.db(), tx.store_id(), consultant),
                                  .n = count};
        tasks::alert(tx, {.title_key = "alert.leads_overdue",
                          .params_json = reflect::to_json(params),
                          .user_id = {},
                          .role = Role::sales_manager,
                          .link = "/leads/timeliness?consultant_id=" + std::to_string(consultant.value),
                          .about = {"user", consultant},
                          .level = tasks::AlertLevel::warning});
    }
}

}  // namespace forecourt::leads
