#include <db/send.h>
#include <modules/payments/qr/payments_qr.sql.h>
#include <modules/payments/qr/qr_store.h>

namespace forecourt::payments {

namespace statements = sql::payments_qr;

std::optional<QrOrder> load_order(db::Connection& db, Id<Store> store, Id<QrOrder> id) {
    return db::first<QrOrder>(db, statements::find_order, {{"store_id", store}, {"id", id}});
}

std::optional<QrOrder> order_numbered(db::Connection& db, Id<Store> store, const std::string& number) {
    return db::first<QrOrder>(db, statements::find_order, {{"store_id", store}, {"number", number}});
}

std::optional<QrOrder> order_of_payment(db::Connection& db, Id<Store> store, Id<Payment> payment) {
    return db::first<QrOrder>(db, statements::find_order, {{"store_id", store}, {"payment_id", payment}});
}

std::optional<QrOrder> newest_order(db::Connection& db, Id<Store> store, Id<Due> due) {
    return db::first<QrOrder>(db, statements::newest_order_of_due, {{"store_id", store}, {"due_id", due}});
}

void insert_order(Tx& tx, const QrOrder& order) {
    db::send(tx.db(), statements::insert_order, db::Params::of(order, {{"store_id", tx.store_id()}}));
}

void update_order(Tx& tx, QrOrder& order) {
    db::execute_one(tx.db(), statements::update_order, db::Params::of(order, {{"store_id", tx.store_id()}}));
    ++order.version;
}

void close_waiting_orders(Tx& tx, Id<Due> due) {
    db::send(tx.db(), statements::close_waiting_orders, {{"store_id", tx.store_id()}, {"due_id", due}});
}

std::optional<Notice> load_notice(db::Connection& db, Id<Store> store, Id<Notice> id) {
    return db::first<Notice>(db, statements::find_notice, {{"store_id", store}, {"id", id}});
}

std::optional<Notice> notice_with(db::Connection& db, Id<Store> store, const std::string& gateway_reference) {
    return db::first<Notice>(db, statements::find_notice,
                             {{"store_id", store}, {"gateway_reference", gateway_reference}});
}

std::vector<Notice> questioned_notices(db::Connection& db, Id<Store> store) {
    return db::all<Notice>(db, statements::questioned_notices, {{"store_id", store}});
}

void insert_notice(Tx& tx, const Notice& notice) {
    db::send(tx.db(), statements::insert_notice, db::Params::of(notice, {{"store_id", tx.store_id()}}));
}

bool clear_notice_row(Tx& tx, const Notice& notice) {
    return tx.db().execute(statements::clear_notice, db::Params::of(notice, {{"store_id", tx.store_id()}})) ==
           1;
}

std::optional<GatewayRefund> gateway_refund_of(db::Connection& db, Id<Store> store, Id<Refund> refund) {
    return db::first<GatewayRefund>(db, statements::gateway_refund_of,
                                    {{"store_id", store}, {"refund_id", refund}});
}

std::vector<GatewayRefund> due_gateway_refunds(db::Connection& db, Id<Store> store, Instant now) {
    return db::all<GatewayRefund>(db, statements::due_gateway_refunds, {{"store_id", store}, {"now", now}});
}

void insert_gateway_refund(Tx& tx, const GatewayRefund& sent) {
    db::send(tx.db(), statements::insert_gateway_refund, db::Params::of(sent, {{"store_id", tx.store_id()}}));
}

void update_gateway_refund(Tx& tx, const GatewayRefund& sent) {
    db::execute_one(tx.db(), statements::update_gateway_refund,
                    db::Params::of(sent, {{"store_id", tx.store_id()}}));
}

}  // namespace forecourt::payments
