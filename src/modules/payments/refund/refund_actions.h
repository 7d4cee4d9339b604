#pragma once
#include <action/module.h>
#include <modules/payments/refund/refund.h>

namespace forecourt::payments {

inline constexpr Right refund_request{"payments.refund_request"};
inline constexpr Right refund_pay{"payments.refund_pay"};

struct RefundPaid {
    Id<Refund> id;
    Money amount;
};
FORECOURT_STRUCT(RefundPaid, id, amount)

extern const Action<RequestRefund, RefundRequested> request_refund;
extern const Action<PayRefund, RefundPaid> pay_refund;

/// Writes that a refund went out, and posts it. Its version is the refund's own, else
/// changed_by_someone_else.
void book_refund(Tx& tx, Refund refund, PaymentMeans means, const std::string& reference);

/// The answers to what request_refund asked.
MaybeRefused on_refund_granted(Tx& tx, const Event& event);
MaybeRefused on_refund_declined(Tx& tx, const Event& event);

}  // namespace forecourt::payments
