#include <db/send.h>
#include <modules/payments/refund/payments_refund.sql.h>
#include <modules/payments/refund/refund_store.h>

namespace forecourt::payments {

namespace statements = sql::payments_refund;

std::optional<Refund> load_refund(db::Connection& db, Id<Store> store, Id<Refund> id) {
    return db::first<Refund>(db, statements::find_refund, {{"store_id", store}, {"id", id}});
}

std::vector<Refund> refunds_of(db::Connection& db, Id<Store> store, Id<Payment> payment) {
    return db::all<Refund>(db, statements::refunds_of_payment,
                           {{"store_id", store}, {"payment_id", payment}});
}

RefundsWaiting refunds_waiting(db::Connection& db, Id<Store> store, const Payment& payment) {
    const auto of_payment =
        db::number(db, statements::sum_waiting, {{"store_id", store}, {"payment_id", payment.id}});
    return {{of_payment.value_or(0)}, refunds_waiting_of(db, store, payment.due_id)};
}

Money refunds_waiting_of(db::Connection& db, Id<Store> store, Id<Due> due) {
    return {
        db::number(db, statements::sum_waiting_of_due, {{"store_id", store}, {"due_id", due}}).value_or(0)};
}

void insert_refund(Tx& tx, const Refund& refund) {
    db::send(tx.db(), statements::insert_refund, db::Params::of(refund, {{"store_id", tx.store_id()}}));
}

void update_refund(Tx& tx, const Refund& refund) {
    db::execute_one(tx.db(), statements::update_refund,
                    db::Params::of(refund, {{"store_id", tx.store_id()}}));
}

}  // namespace forecourt::payments
