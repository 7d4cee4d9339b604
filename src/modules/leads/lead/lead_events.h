#pragma once
#include <modules/leads/lead/lead.h>

namespace forecourt::leads {

struct LeadEvent {
    std::string number;
    LeadGrade grade{};
    std::optional<Instant> next_contact_at;
};
FORECOURT_STRUCT(LeadEvent, number, grade, next_contact_at)

LeadEvent event_of(const LeadRow& lead);

/// Closes an open lead as lost with the reason it holds, and says so.
void close_as_lost(Tx& tx, LeadRow& lead);

/// The other lead's history becomes this one's; an open one is closed as a duplicate. Both are stored.
void merge_into(Tx& tx, LeadRow& lead, LeadRow& other, const std::string& reason);

bool is_consultant(Tx& tx, Id<User> user);
customers::CustomerSource customer_source_of(LeadSource source);
/// May the person who acts work on this lead? Its owner, a manager, or who looks after the customer in the
/// showroom now. Refuses lead_is_closed, lead_belongs_to_another.
MaybeRefused may_work_now(const Context& context, const LeadRow& lead);

}  // namespace forecourt::leads
