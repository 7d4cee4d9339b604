#include <db/send.h>
#include <modules/payments/payment/payment_store.h>
#include <modules/payments/payment/payments_payment.sql.h>

namespace forecourt::payments {

namespace statements = sql::payments_payment;

std::optional<Payment> load_payment(db::Connection& db, Id<Store> store, Id<Payment> id) {
    return db::first<Payment>(db, statements::find_payment, {{"store_id", store}, {"id", id}});
}

std::vector<Payment> payments_of(db::Connection& db, Id<Store> store, Id<Due> due) {
    return db::all<Payment>(db, statements::payments_of_due, {{"store_id", store}, {"due_id", due}});
}

void insert_payment(Tx& tx, const Payment& payment) {
    db::send(tx.db(), statements::insert_payment, db::Params::of(payment, {{"store_id", tx.store_id()}}));
}

void update_refunded(Tx& tx, const Payment& payment) {
    db::execute_one(tx.db(), statements::update_refunded,
                    db::Params::of(payment, {{"store_id", tx.store_id()}}));
}

}  // namespace forecourt::payments
