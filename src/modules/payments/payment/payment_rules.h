#pragma once
#include <modules/payments/payment/payment.h>
#include <services/ledger/api.h>

namespace forecourt::payments {

/// Something is still open.
MaybeRefused may_receive(const Due& due);
MaybeRefused check_payment(const Due& due, const ReceivePayment& payment);

/// The first part of a prepayment is the deposit, what follows the balance.
PaymentKind kind_of(const Due& due, Money amount);

/// Where money of these means lies until the bank has it.
ledger::Account account_of(PaymentMeans means);
/// What the store owes or is owed for a due of this kind.
ledger::Account account_of(DueKind kind);

/// The postings of money that comes in for a due (negative: goes back).
std::vector<ledger::Posting> postings_of(const Due& due, PaymentMeans means, Money amount);

}  // namespace forecourt::payments
