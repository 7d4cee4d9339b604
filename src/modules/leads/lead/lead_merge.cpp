#include <modules/leads/funnel/funnel.h>
#include <modules/leads/lead/lead_actions.h>
#include <modules/leads/lead/lead_events.h>
#include <modules/leads/lead/lead_rules.h>
#include <modules/leads/lead/lead_store.h>
#include <modules/leads/lead/next_contact.h>
#include <services/approvals/api.h>

#include <algorithm>

// Two leads turn out to be one: a couple, a second number, a call entered twice.
namespace forecourt::leads {
namespace {

struct MergedEvent {
    std::string number;
    std::string other_number;
    std::string reason;
    std::int64_t into_id{};
};
FORECOURT_STRUCT(MergedEvent, number, other_number, reason, into_id)

Result<Nothing> run_merge_leads(Tx& tx, const MergeLeads& in) {
    auto lead = load_lead(tx.db(), tx.store_id(), in.lead_id);
    auto other = load_lead(tx.db(), tx.store_id(), in.other_lead_id);
    if (!lead || !other) return lead_not_found;
    if (auto no = may_merge(*lead, *other)) return *no;
    lead->version = in.version;
    merge_into(tx, *lead, *other, in.reason.text);
    return Nothing{};
}

}  // namespace

void merge_into(Tx& tx, LeadRow& lead, LeadRow& other, const std::string& reason) {
    move_history(tx, other.id, lead.id);
    funnel_merge(tx, lead.id, other.id);
    lead.contacts += other.contacts;
    lead.times_late += other.times_late;
    if (other.last_contact_at) {
        lead.last_contact_at =
            std::max(*other.last_contact_at, lead.last_contact_at.value_or(*other.last_contact_at));
    }
    if (other.first_contact_at && !lead.first_contact_at) lead.first_contact_at = other.first_contact_at;
    if (!lead.model_id) lead.model_id = other.model_id;
    if (!lead.needs_at && other.needs_at) {
        lead.needs_at = other.needs_at;
        lead.grade = other.grade;
        lead.score = other.score;
    }
    update_lead(tx, lead);
    other.merged_into = lead.id;
    if (other.state == LeadState::open) {
        approvals::withdraw_approvals(tx, "leads.loss", {"lead", other.id});
        other.lost_because = LostBecause::duplicate;
        other.lost_words = reason;
        close_as_lost(tx, other);
    } else {
        update_lead(tx, other);
    }
    tx.emit("leads.merged", {{"lead", lead.id}, {"lead", other.id}, {"customer", lead.customer_id}},
            MergedEvent{lead.number, other.number, reason, lead.id.value});
}

const Action<MergeLeads, Nothing> merge_leads{
    {.name = "leads.merge_leads",
     .needs = lead_manage,
     .refuses = {lead_not_found, lead_is_closed, lead_merged_with_itself, lead_merged_already, lead_is_won},
     .run = run_merge_leads}};

}  // namespace forecourt::leads
