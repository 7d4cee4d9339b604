#pragma once
#include <modules/leads/lead/lead.h>

namespace forecourt::leads {

/// What the next contact will be; part of the lead until it has happened.
struct NextContact {
    Instant at;
    ContactChannel channel{};
    std::string plan;
};

/// Puts the contact into the lead and on the consultant's list, in place of the one before. The lead is
/// still to be stored.
void set_next_contact(Tx& tx, LeadRow& lead, const NextContact& next);
/// The lead is closed: nothing waits any more.
void drop_next_contact(Tx& tx, LeadRow& lead);

}  // namespace forecourt::leads
