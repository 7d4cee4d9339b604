#pragma once
#include <modules/payments/payment/payment_rules.h>
#include <modules/payments/qr/qr.h>

namespace forecourt::payments {

/// How long a code may be scanned.
inline constexpr Duration qr_good_for = minutes(10);

MaybeRefused check_qr(const Due& due, const RequestQr& in);
MaybeRefused may_close(const QrOrder& order);

/// What is done with rightly signed money. `known` is an earlier notice with the same reference, `order` and
/// its due are missing when nobody knows the order. A code that ran out or was closed is no reason to send
/// money back: what is open for the due is booked.
struct NoticeDecision {
    NoticeOutcome outcome{};
    NoticeQuestion question{};
};
NoticeDecision decide_notice(const NoticeBody& notice, const Notice* known, const QrOrder* order,
                             const Due* due);

MaybeRefused may_clear(const Notice& notice);

/// `order` paid the payment that is to be refunded; null when it did not come by code.
MaybeRefused may_refund_by_gateway(const Refund& refund, const QrOrder* order, const GatewayRefund* sent);
/// Paying by hand what the payment company is asked for would pay it twice.
MaybeRefused may_pay_by_hand(const GatewayRefund* sent);
/// When a refund the company did not take is tried again; nothing when it is time to give up.
std::optional<Duration> refund_wait_after(std::int64_t attempts);

}  // namespace forecourt::payments
