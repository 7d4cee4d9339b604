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

}  // namespace forecourt::deals
