#pragma once
#include <modules/payments/refund/refund.h>

namespace forecourt::payments {

std::optional<Refund> load_refund(db::Connection& db, Id<Store> store, Id<Refund> id);
std::vector<Refund> refunds_of(db::Connection& db, Id<Store> store, Id<Payment> payment);
RefundsWaiting refunds_waiting(db::Connection& db, Id<Store> store, const Payment& payment);
Money refunds_waiting_of(db::Connection& db, Id<Store> store, Id<Due> due);
void insert_refund(Tx& tx, const Refund& refund);
/// Where the version is the refund's own; else changed_by_someone_else.
void update_refund(Tx& tx, const Refund& refund);

}  // namespace forecourt::payments
