#pragma once
#include <modules/leads/lead/lead.h>

namespace forecourt::leads {

struct Owner;

/// Why a lead is whose it is.
enum class OwnerBecause { named, served_visit, own_customer, entered_by, knows_model, rotation, reassigned };
FORECOURT_ENUM(OwnerBecause, named, served_visit, own_customer, entered_by, knows_model, rotation, reassigned)

struct OwnerRow {
    Id<Owner> id;
    Id<User> user_id;
    Instant since;
    OwnerBecause because{};
    std::string reason;
    std::string given_by;
};
FORECOURT_STRUCT(OwnerRow, id, user_id, since, because, reason, given_by)

/// A consultant as the rule of sharing out sees one.
struct Candidate {
    Id<User> user_id;
    bool present{};
    bool knows_model{};
    std::optional<Instant> last_given_at;
    std::int64_t open_leads{};
};

struct OwnerChoice {
    Id<User> user_id;
    OwnerBecause because{};
    bool operator==(const OwnerChoice&) const = default;
};

/// Who gets a lead that nobody has a claim to: of those on duty (if anybody is), of those who know the model
/// (if anybody does), whoever waits the longest for one; of two, who has fewer open. Nobody when there is no
/// consultant.
std::optional<OwnerChoice> choose_owner(const std::vector<Candidate>& candidates);

/// The rule above over the store's consultants as they stand now.
std::optional<OwnerChoice> choose_owner(const Context& context,
                                        const std::optional<Id<vehicles::Model>>& model);

/// Writes down whose lead it is from now on.
void add_owner(Tx& tx, const LeadRow& lead, OwnerBecause because, const std::string& reason);
/// The newest first.
std::vector<OwnerRow> owners_of(db::Connection& db, Id<Store> store, Id<Lead> lead);

}  // namespace forecourt::leads
