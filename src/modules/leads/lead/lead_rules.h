#pragma once
#include <modules/leads/lead/lead.h>

namespace forecourt::leads {

MaybeRefused may_work(const LeadRow& lead);
/// Who wants to work on a lead.
struct Worker {
    Id<User> user_id;
    bool manages{};      // may hand leads over
    bool serves_them{};  // looks after this customer in the showroom now
};
/// Two consultants never work on one lead at once: it is its owner's. Refuses lead_is_closed and
/// lead_belongs_to_another with the owner's name.
MaybeRefused may_work(const LeadRow& lead, const Worker& worker, const std::string& owner_name);
MaybeRefused may_merge(const LeadRow& lead, const LeadRow& other);
MaybeRefused may_lose(const LeadRow& lead);
MaybeRefused may_revive(const LeadRow& lead, bool has_open_lead);

/// What is planned when nobody says otherwise: ten in the morning of the last day the silence allows,
/// or the very end of the silence when that morning has passed.
Instant latest_contact(Instant now, Duration longest_silence);
/// A contact is planned for the future, and not beyond what the grade allows (the whole last day counts).
MaybeRefused check_plan(Instant now, Instant at, Duration longest_silence);

/// A loss to another make says which car won.
MaybeRefused check_loss(const LoseLead& loss);

/// A rival's name as it is counted: blanks at the ends dropped, several inside made one.
std::string plain_name(std::string_view name);
/// A contact later than its due day was late.
bool is_late(Instant due_at, Instant done_at);

}  // namespace forecourt::leads
