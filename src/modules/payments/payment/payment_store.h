#pragma once
#include <modules/payments/payment/payment.h>

namespace forecourt::payments {

std::optional<Payment> load_payment(db::Connection& db, Id<Store> store, Id<Payment> id);
std::vector<Payment> payments_of(db::Connection& db, Id<Store> store, Id<Due> due);
void insert_payment(Tx& tx, const Payment& payment);
/// Adds what was paid back; where the version is the payment's own.
void update_refunded(Tx& tx, const Payment& payment);

}  // namespace forecourt::payments
