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

}  // namespace forecourt::leads
