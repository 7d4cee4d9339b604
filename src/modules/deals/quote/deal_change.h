#pragma once
#include <modules/deals/quote/deal.h>

namespace forecourt::deals {

// Steps that several actions of a deal share.

/// Computes the plan anew and writes it with the deal. An offered quote that changes is a draft again.
/// Refuses what `recomputed` does.
MaybeRefused write_plan(Tx& tx, Deal& deal, const std::vector<DealLine>& before,
                        std::vector<DealLine>& lines);
/// Withdraws the question that waits for an answer, and its row.
void take_back_discount(Tx& tx, const Deal& deal);
/// Ends the newest contract of the deal, if it has not ended: a draft, or a signed one that is amended or
/// cancelled.
void end_contract(Tx& tx, const Deal& deal, const std::string& reason);

/// What a deal that comes to nothing leaves of its money.
struct Settlement {
    Money paid;
    Money left;   // of it, what nobody has asked back
    Money kept;   // of the deposit: the store's own now
    Money spent;  // for services that are done: the customer has had them

    Money stays() const { return kept + spent; }
};
Settlement settlement_of(Tx& tx, const Deal& deal, Money kept);
/// The customer pays what stays, asked for as `title`; all else is open for a refund.
void settle(Tx& tx, const Deal& deal, const Settlement& sums, const std::string& title);

}  // namespace forecourt::deals
