#include <modules/payments/refund/refund_rules.h>

namespace forecourt::payments {

Money refundable(const Payment& payment, Money waiting) {
    return payment.amount - payment.refunded - waiting;
}

MaybeRefused may_request_refund(const Payment& payment, Money waiting) {
    if (refundable(payment, waiting) <= Money{0})
        return with(refund_over_payment, "limit", to_text(Money{0}));
    return std::nullopt;
}

MaybeRefused check_request(const Payment& payment, Money waiting, const RequestRefund& request) {
    if (request.amount <= Money{0}) return amount_not_positive;
    const Money limit = refundable(payment, waiting);
    if (request.amount > limit) return with(refund_over_payment, "limit", to_text(limit));
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

MaybeRefused check_pay_refund(const Refund& refund, const PayRefund& pay) {
    if (auto no = may_pay_refund(refund)) return no;
    if (pay.means != PaymentMeans::cash && trimmed(pay.reference).empty()) return reference_missing;
    return std::nullopt;
}

}  // namespace forecourt::payments
