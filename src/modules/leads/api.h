#pragma once
#include <action/context.h>
#include <core/result.h>

#include <optional>
#include <string>
#include <vector>

namespace forecourt::customers {
struct Customer;
}
namespace forecourt::deals {
struct Deal;
}
namespace forecourt::vehicles {
struct Model;
}

/// Who may buy, how soon, and when we speak next.
namespace forecourt::leads {

struct Lead;

enum class LeadState { open, won, lost };
FORECOURT_ENUM(LeadState, open, won, lost)

/// H: buys within 2 days or so, A: within a week, B: within a month, C: later. `ungraded` until needs
/// were asked.
enum class LeadGrade { ungraded, H, A, B, C };
FORECOURT_ENUM(LeadGrade, ungraded, H, A, B, C)

struct LeadFacts {
    Id<Lead> id;
    Id<customers::Customer> customer_id;
    LeadState state{};
    LeadGrade grade{};
    Id<User> consultant_id;
    std::optional<Id<vehicles::Model>> model_id;  // what the customer is mainly interested in
    std::optional<Instant> next_contact_at;       // always there while the lead is open
    std::int64_t version{};
};
FORECOURT_STRUCT(LeadFacts, id, customer_id, state, grade, consultant_id, model_id, next_contact_at, version)

inline constexpr Refusal lead_not_found{"lead_not_found", RefusalKind::not_found};

std::optional<LeadFacts> find_lead(db::Connection& db, Id<Store> store, Id<Lead> id);
/// The open lead of a customer, if there is one.
std::optional<LeadFacts> lead_of_customer(db::Connection& db, Id<Store> store,
                                          Id<customers::Customer> customer);
/// The lead, and all that went into it: what was done for them was done for it.
std::vector<LeadFacts> lead_with_merged(db::Connection& db, Id<Store> store, Id<Lead> id);
struct NewLead {
    Id<customers::Customer> customer_id;
    std::string_view source;  // a value of LeadSource: "web", "phone_call"
    std::string campaign;
    std::optional<Id<vehicles::Model>> model_id;
    std::optional<Id<User>> consultant_id;  // else by the rule of sharing out
    std::string note;
};
/// The customer's open lead, or a new one. Ensures that customer, model and consultant are there.
Id<Lead> open_lead_for(Tx& tx, const NewLead& lead);
/// Who would get a lead for this model now; nobody when the store has no consultant.
std::optional<Id<User>> whose_turn(const Context& context, const std::optional<Id<vehicles::Model>>& model);
/// Until when somebody who asks now is answered, when it may take so many minutes of the store's opening
/// time.
Instant answer_by(const Context& context, std::int64_t wait_minutes);

/// The customer has signed: the open lead is won and its planned contact closed. Without one, the lead that
/// the quote was made for is won, although it had been given up.
void mark_won(Tx& tx, Id<customers::Customer> customer, const std::optional<Id<Lead>>& quoted_for,
              Id<deals::Deal> deal);

}  // namespace forecourt::leads
