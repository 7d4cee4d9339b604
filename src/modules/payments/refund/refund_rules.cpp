#include <modules/payments/refund/refund_rules.h>

namespace forecourt::payments {

namespace {

Money left_of_payment(const Payment& payment, const RefundsWaiting& waiting) {
    return payment.amount - payment.refunded - waiting.of_payment;
}

/// What the store keeps stays, whichever of the payments it came in with.
Money left_of_due(const Due& due, const RefundsWaiting& waiting) {
    return std::max(Money{0}, due.paid - waiting.of_due - due.kept);
}

}  // namespace

Money refundable(const Payment& payment, const Due& due, const RefundsWaiting& waiting) {
    return std::min(left_of_payment(payment, waiting), left_of_due(due, waiting));
}

MaybeRefused may_request_refund(const Payment& payment, const Due& due, const RefundsWaiting& waiting) {
    return check_request(payment, due, waiting, {.amount = {1}});
}

MaybeRefused check_request(const Payment& payment, const Due& due, const RefundsWaiting& waiting,
                           const RequestRefund& request) {
    if (request.amount <= Money{0}) return amount_not_positive;
    const Money of_payment = left_of_payment(payment, waiting);
    if (request.amount > of_payment) return with(refund_over_payment, "limit", to_text(of_payment));
    const Money of_due = left_of_due(due, waiting);
    if (request.amount > of_due) return with(deposit_is_kept, "limit", to_text(of_due));
    return std::nullopt;
}

Role refund_decider(Money amount) { return amount > refund_of_finance ? Role::gm : Role::finance; }

MaybeRefused may_pay_refund(const Refund& refund) {
    switch (refund.state) {
        case RefundState::asked:
            return refund_not_granted;
        case RefundState::granted:
            return std::nullopt;
        case RefundState::declined:
            return refund_is_declined;
        case RefundState::paid:
            return refund_is_paid;
    }
    return refund_is_paid;
}

MaybeRefused check_pay_refund(const Refund& refund, const PayRefund& pay, Money drawer) {
    if (auto no = may_pay_refund(refund)) return no;
    if (pay.means != PaymentMeans::cash && trimmed(pay.reference).empty()) return reference_missing;
    if (pay.means == PaymentMeans::cash && refund.amount > drawer) {
        return with(drawer_holds_less, "drawer", to_text(drawer));
    }
    return std::nullopt;
}

}  // namespace forecourt::payments
