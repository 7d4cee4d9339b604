#pragma once
#include <modules/payments/refund/refund.h>

namespace forecourt::payments {

/// Beyond this the general manager decides.
inline constexpr Money refund_of_finance = yuan(10'000);

/// What of a payment can still be asked back. `waiting` is asked for or granted and not paid.
Money refundable(const Payment& payment, Money waiting);
MaybeRefused may_request_refund(const Payment& payment, Money waiting);
MaybeRefused check_request(const Payment& payment, Money waiting, const RequestRefund& request);
Role refund_decider(Money amount);
MaybeRefused may_pay_refund(const Refund& refund);
MaybeRefused check_pay_refund(const Refund& refund, const PayRefund& pay);

}  // namespace forecourt::payments
