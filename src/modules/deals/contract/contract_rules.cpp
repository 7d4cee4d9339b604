#include <modules/deals/contract/contract_rules.h>
#include <modules/deals/quote/deal_rules.h>

#include <algorithm>

namespace forecourt::deals {
namespace {

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

}  // namespace

Money deposit_limit(Money total) { return {total.fen / 5}; }

MaybeRefused may_draft(const Deal& deal) {
    // A draft may be written anew until it is signed.
    if (deal.state == DealState::contract_drafted) return std::nullopt;
    if (auto no = may_change_quote(deal)) return no;
    if (!deal.car_id) return car_not_chosen;
    return std::nullopt;
}

MaybeRefused check_draft(const Deal& deal, const DraftContract& draft, Date today) {
    if (auto no = may_draft(deal)) return no;
    if (draft.deposit <= Money{0}) return deposit_not_positive;
    if (draft.pay_by < today || draft.deliver_on < draft.pay_by) return contract_dates_wrong;
    return std::nullopt;
}

MaybeRefused check_deposit(Money deposit, Money total) {
    const Money limit = deposit_limit(total);
    if (deposit > limit) return with(deposit_over_limit, "limit", to_text(limit));
    return std::nullopt;
}

MaybeRefused may_sign(const Deal& deal) {
    switch (deal.state) {
        case DealState::contract_drafted:
            return std::nullopt;
        case DealState::draft:
        case DealState::offered:
            return contract_not_drafted;
        case DealState::awaiting_approval:
            return discount_is_waiting;
        case DealState::contract_signed:
            return contract_is_signed;
        case DealState::delivered:
            return deal_is_delivered;
        case DealState::cancelled:
            return deal_is_cancelled;
    }
    return contract_not_drafted;
}

MaybeRefused check_sign(const Contract& contract, const std::vector<std::string>& missing,
                        const std::string& hash, const std::string& hash_read) {
    if (!missing.empty()) return with(contract_incomplete, "missing", joined(missing));
    if (hash != contract.contents_hash || hash_read != contract.contents_hash) return contract_text_changed;
    return std::nullopt;
}

MaybeRefused may_withdraw_draft(const Deal& deal) { return may_sign(deal); }

MaybeRefused may_amend(const Deal& deal) {
    if (deal.state == DealState::contract_signed) return std::nullopt;
    if (deal.state == DealState::delivered) return deal_is_delivered;
    if (deal.state == DealState::cancelled) return deal_is_cancelled;
    return contract_not_signed;
}

MaybeRefused may_cancel_contract(const Deal& deal) { return may_amend(deal); }

Money most_kept(const Contract& contract, Money left, Money spent) {
    return std::max(Money{0}, std::min(contract.deposit, left - spent));
}

MaybeRefused check_kept(const Contract& contract, Money left, Money spent, Money kept) {
    const Money limit = most_kept(contract, left, spent);
    if (kept < Money{0} || kept > limit) return with(kept_over_limit, "limit", to_text(limit));
    return std::nullopt;
}

}  // namespace forecourt::deals
