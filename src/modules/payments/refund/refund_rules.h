#pragma once
#include <modules/payments/refund/refund.h>

namespace forecourt::payments {

/// Beyond this the general manager decides.
inline constexpr Money refund_of_finance = yuan(10'000);

/// What of a payment can still be asked back.
Money refundable(const Payment& payment, const Due& due, const RefundsWaiting& waiting);
MaybeRefused may_request_refund(const Payment& payment, const Due& due, const RefundsWaiting& waiting);
MaybeRefused check_request(const Payment& payment, const Due& due, const RefundsWaiting& waiting,
                           const RequestRefund& request);
Role refund_decider(Money amount);
MaybeRefused may_pay_refund(const Refund& refund);
/// `drawer` is the cash that is there.
MaybeRefused check_pay_refund(const Refund& refund, const PayRefund& pay, Money drawer);

}  // namespace forecourt::payments
