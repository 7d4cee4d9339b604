#include <modules/payments/payment/payment_rules.h>

namespace forecourt::payments {

MaybeRefused may_receive(const Due& due) {
    if (open_of(due) == Money{0}) return nothing_is_due;
    return std::nullopt;
}

MaybeRefused check_payment(const Due& due, const ReceivePayment& payment) {
    if (payment.amount <= Money{0}) return amount_not_positive;
    if (auto no = may_receive(due)) return no;
    if (payment.amount > open_of(due)) return with(payment_over_due, "open", to_text(open_of(due)));
    if (payment.means != PaymentMeans::cash && trimmed(payment.reference).empty()) return reference_missing;
    return std::nullopt;
}

PaymentKind kind_of(const Due& due, Money amount) {
    if (due.kind == DueKind::settlement) return PaymentKind::settlement;
    if (due.paid == Money{0}) return amount < due.amount ? PaymentKind::deposit : PaymentKind::balance;
    return due.paid < due.deposit ? PaymentKind::deposit : PaymentKind::balance;
}

ledger::Account account_of(PaymentMeans means) {
    switch (means) {
        case PaymentMeans::cash:
            return ledger::Account::cash;
        case PaymentMeans::card:
            return ledger::Account::card_clearing;
        case PaymentMeans::transfer:
            return ledger::Account::bank;
        case PaymentMeans::qr:
            return ledger::Account::qr_clearing;
    }
    return ledger::Account::cash;
}

ledger::Account account_of(DueKind kind) {
    switch (kind) {
        case DueKind::prepayment:
            return ledger::Account::customer_deposits;
        case DueKind::settlement:
            return ledger::Account::customer_receivable;
    }
    return ledger::Account::customer_receivable;
}

std::vector<ledger::Posting> postings_of(const Due& due, PaymentMeans means, Money amount) {
    return {{.account = account_of(means), .amount = amount},
            {.account = account_of(due.kind), .amount = -amount, .customer_id = due.customer_id.value}};
}

}  // namespace forecourt::payments
