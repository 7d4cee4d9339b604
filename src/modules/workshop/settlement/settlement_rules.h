#pragma once
#include <modules/workshop/consent/consent.h>
#include <modules/workshop/settlement/settlement.h>

namespace forecourt::workshop {

/// Quality has passed and no bill is made yet.
MaybeRefused may_settle(const OrderRow& order);
/// The bill holds approved lines only, none above what the customer said yes to.
MaybeRefused may_bill(const std::vector<LineRow>& lines, const std::vector<AskedLine>& approved);
MaybeRefused may_cancel_settlement(const OrderRow& order, Money paid, Money deposit);
MaybeRefused may_hand_back(const OrderRow& order, bool paid_up, std::int64_t mileage_out_km);
MaybeRefused may_ask_deposit(const OrderRow& order, Money amount);

/// What the customer pays before discount and rounding.
Money customer_gross(const std::vector<LineRow>& lines);

/// Tax is taken out line by line, so the header is the sum of its lines. The discount and the rounding are
/// the customer's alone; the discount lowers the tax, the rounding does not.
Bill bill_of(const std::vector<LineRow>& lines, Money discount, RoundTo round_to);

/// The bill in the books: receivables by payer against revenue and tax, and a deposit that was paid before
/// against the customer's receivable. Sums to nothing.
std::vector<ledger::Posting> postings_of(const Bill& bill, Money deposit, Id<customers::Customer> customer);

}  // namespace forecourt::workshop
