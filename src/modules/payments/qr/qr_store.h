#pragma once
#include <modules/payments/qr/qr.h>

namespace forecourt::payments {

std::optional<QrOrder> load_order(db::Connection& db, Id<Store> store, Id<QrOrder> id);
std::optional<QrOrder> order_numbered(db::Connection& db, Id<Store> store, const std::string& number);
/// The code a payment came by; nothing when it came another way.
std::optional<QrOrder> order_of_payment(db::Connection& db, Id<Store> store, Id<Payment> payment);
std::optional<QrOrder> newest_order(db::Connection& db, Id<Store> store, Id<Due> due);
void insert_order(Tx& tx, const QrOrder& order);
void update_order(Tx& tx, QrOrder& order);
/// Only the newest code of a due may be scanned.
void close_waiting_orders(Tx& tx, Id<Due> due);

std::optional<Notice> load_notice(db::Connection& db, Id<Store> store, Id<Notice> id);
std::optional<Notice> notice_with(db::Connection& db, Id<Store> store, const std::string& gateway_reference);
std::vector<Notice> questioned_notices(db::Connection& db, Id<Store> store);
void insert_notice(Tx& tx, const Notice& notice);
/// False when somebody cleared it before.
bool clear_notice_row(Tx& tx, const Notice& notice);

std::optional<GatewayRefund> gateway_refund_of(db::Connection& db, Id<Store> store, Id<Refund> refund);
std::vector<GatewayRefund> due_gateway_refunds(db::Connection& db, Id<Store> store, Instant now);
void insert_gateway_refund(Tx& tx, const GatewayRefund& sent);
void update_gateway_refund(Tx& tx, const GatewayRefund& sent);

}  // namespace forecourt::payments
