#pragma once
#include <modules/deals/contract/contract.h>

namespace forecourt::deals {

/// A fifth of the contract's value (civil code, article 586).
Money deposit_limit(Money total);

MaybeRefused may_draft(const Deal& deal);
MaybeRefused check_draft(const Deal& deal, const DraftContract& draft, Date today);
/// Against what the contract comes to on the day it is drafted.
MaybeRefused check_deposit(Money deposit, Money total);
MaybeRefused may_sign(const Deal& deal);
/// `hash` is of the words as they would be signed now.
MaybeRefused check_sign(const Contract& contract, const std::vector<std::string>& missing,
                        const std::string& hash, const std::string& hash_read);
MaybeRefused may_withdraw_draft(const Deal& deal);
MaybeRefused may_amend(const Deal& deal);
MaybeRefused may_cancel_contract(const Deal& deal);
/// What may be kept of the deposit when the contract ends: `left` is what nobody has asked back, `spent` what
/// was paid out for the customer already.
Money most_kept(const Contract& contract, Money left, Money spent);
MaybeRefused check_kept(const Contract& contract, Money left, Money spent, Money kept);

}  // namespace forecourt::deals
