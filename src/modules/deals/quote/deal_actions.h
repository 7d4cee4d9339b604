#pragma once
#include <action/module.h>
#include <modules/deals/quote/deal.h>

namespace forecourt::deals {

inline constexpr Right deal_write{"deals.deal_write"};

/// The question that an approval of ours answers.
inline constexpr std::string_view discount_approval = "deals.discount";

extern const Action<StartQuote, QuoteStarted> start_quote;
extern const Action<AddLine, LineAdded> add_line;
extern const Action<RemoveLine, DealChanged> remove_quote_line;
extern const Action<ChooseCar, DealChanged> choose_car;
extern const Action<SetBoughtOn, DealChanged> set_bought_on;
extern const Action<SetDiscount, DealChanged> set_discount;
extern const Action<DealAtVersion, DealChanged> withdraw_discount;
extern const Action<OfferQuote, DealChanged> offer_quote;
extern const Action<CancelDeal, DealChanged> cancel_deal;

/// Nobody buys on the quotes of a lead that was given up: they end with it, unless a contract is
/// signed or the lead was only a duplicate.
MaybeRefused on_lead_lost(Tx& tx, const Event& event);
/// The answers to what set_discount asked.
MaybeRefused on_discount_granted(Tx& tx, const Event& event);
MaybeRefused on_discount_declined(Tx& tx, const Event& event);

}  // namespace forecourt::deals
