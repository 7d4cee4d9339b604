#include <modules/payments/closing/closing_rules.h>

namespace forecourt::payments {

MaybeRefused check_closing(Money cash_expected, const CloseDay& count) {
    if (count.cash_counted < Money{0}) return cash_count_negative;
    if (count.cash_banked < Money{0} || count.cash_banked > count.cash_counted) return cash_banked_wrong;
    const Money difference = count.cash_counted - cash_expected;
    if (difference != Money{0} && trimmed(count.note).empty()) {
        return with(cash_difference_unexplained, "difference", to_text(difference));
    }
    return std::nullopt;
}

std::vector<ledger::Posting> postings_of_closing(Money cash_expected, const CloseDay& count) {
    const Money difference = count.cash_counted - cash_expected;
    return {{.account = ledger::Account::cash, .amount = difference - count.cash_banked},
            {.account = ledger::Account::bank, .amount = count.cash_banked},
            {.account = ledger::Account::rounding, .amount = -difference}};
}

}  // namespace forecourt::payments
