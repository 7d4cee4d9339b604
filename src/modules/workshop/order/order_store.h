#pragma once
#include <modules/workshop/line/line.h>

#include <string_view>

namespace forecourt::workshop {

std::optional<OrderRow> find_order_row(db::Connection& db, Id<Store> store, Id<RepairOrder> id);
/// For a customer acting by link only their own order, and none of the store's.
std::optional<OrderRow> find_order_for_actor(const Context& context, Id<RepairOrder> id);
void insert_order(Tx& tx, const OrderRow& order);
/// Writes what may change, where the version is still the one in the row; counts it up.
void save_order(Tx& tx, OrderRow& order);
/// State and sums anew out of the order's lines, then saved.
void refresh_order(Tx& tx, OrderRow& order);

/// Says what happened to the order, its customer and its car, which every event of the workshop concerns.
/// What the store ordered for a record of its own concerns that record, and no customer.
template <class T>
void emit_for(Tx& tx, const OrderRow& order, std::string_view name, const T& data) {
    if (order.source_id != 0) {
        const ObjectRef source{lasting_name(order.source_type), order.source_id};
        tx.emit(name, {{"repair_order", order.id}, source, {"car", order.car_id}}, data);
        return;
    }
    tx.emit(name, {{"repair_order", order.id}, {"customer", order.customer_id}, {"car", order.car_id}}, data);
}

/// The facts most sentences about an order need.
struct OrderSaid {
    std::string number;
    std::string plate;
    std::string what;
    Money amount;
};
FORECOURT_STRUCT(OrderSaid, number, plate, what, amount)

std::string plate_of(db::Connection& db, Id<Store> store, Id<vehicles::Car> car);
/// "/workshop/orders/17"
std::string order_link(Id<RepairOrder> id);

/// Every file of the list was uploaded to this store; else file_not_found.
MaybeRefused files_are_there(const Context& context, const std::vector<FileHash>& files);
/// As JSON, for a column.
JsonText json_of(const std::vector<FileHash>& files);
std::vector<FileHash> files_of(const JsonText& json);

/// A message to the customer by SMS, if there is a phone.
void tell_customer(Tx& tx, const OrderRow& order, std::string_view template_key,
                   const std::string& params_json);

}  // namespace forecourt::workshop
