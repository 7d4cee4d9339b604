#pragma once
#include <modules/payments/payment/payment.h>

namespace forecourt::payments {

inline constexpr Right payment_receive{"payments.payment_receive"};

extern const Action<ReceivePayment, PaymentReceived> receive_payment;

}  // namespace forecourt::payments
