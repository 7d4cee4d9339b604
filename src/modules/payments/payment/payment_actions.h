#pragma once
#include <modules/payments/payment/payment.h>

namespace forecourt::payments {

inline constexpr Right payment_receive{"payments.payment_receive"};

/// Books money for a due, whoever brought it; `payer` is empty for the customer. Refuses what check_payment
/// does.
Result<PaymentReceived> take_payment(Tx& tx, Due due, const ReceivePayment& in, const std::string& payer);

extern const Action<ReceivePayment, PaymentReceived> receive_payment;

}  // namespace forecourt::payments
