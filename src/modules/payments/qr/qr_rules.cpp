#include <modules/payments/qr/qr_rules.h>

namespace forecourt::payments {

MaybeRefused check_qr(const Due& due, const RequestQr& in) {
    // The reference comes with the money, so any will do for this check.
    return check_payment(due, {.means = PaymentMeans::qr, .amount = in.amount, .reference = "qr"});
}

MaybeRefused may_close(const QrOrder& order) {
    switch (order.state) {
        case QrState::waiting:
            return std::nullopt;
        case QrState::paid:
            return qr_is_paid;
        case QrState::closed:
            return qr_is_closed;
    }
    return qr_is_closed;
}

NoticeDecision decide_notice(const NoticeBody& notice, const Notice* known, const QrOrder* order,
                             const Due* due) {
    if (known != nullptr) return {NoticeOutcome::repeated, known->question};
    if (order == nullptr) return {NoticeOutcome::questioned, NoticeQuestion::unknown_order};
    if (order->state == QrState::paid) return {NoticeOutcome::questioned, NoticeQuestion::paid_twice};
    if (notice.amount != order->amount) return {NoticeOutcome::questioned, NoticeQuestion::wrong_amount};
    if (due == nullptr || notice.amount > open_of(*due))
        return {NoticeOutcome::questioned, NoticeQuestion::nothing_open};
    return {NoticeOutcome::booked, NoticeQuestion::none};
}

MaybeRefused may_clear(const Notice& notice) {
    if (notice.outcome != NoticeOutcome::questioned || notice.cleared_at) return notice_is_cleared;
    return std::nullopt;
}

MaybeRefused may_refund_by_gateway(const Refund& refund, const QrOrder* order, const GatewayRefund* sent) {
    switch (refund.state) {
        case RefundState::asked:
            return refund_not_granted;
        case RefundState::declined:
            return refund_is_declined;
        case RefundState::paid:
            return refund_is_paid;
        case RefundState::granted:
            break;
    }
    if (order == nullptr) return payment_not_by_gateway;
    return may_pay_by_hand(sent);
}

MaybeRefused may_pay_by_hand(const GatewayRefund* sent) {
    if (sent != nullptr && sent->state == GatewayRefundState::waiting) return refund_is_sent;
    return std::nullopt;
}

std::optional<Duration> refund_wait_after(std::int64_t attempts) {
    if (attempts >= 10) return std::nullopt;
    return Duration{5'000 * (std::int64_t{1} << attempts)};
}

}  // namespace forecourt::payments
