#include <db/send.h>
#include <modules/workshop/internal/internal_order.h>
#include <modules/workshop/line/line_store.h>
#include <modules/workshop/order/order_rules.h>
#include <modules/workshop/order/order_store.h>
#include <modules/workshop/order/repair_order.sql.h>
#include <services/files/api.h>
#include <services/messages/api.h>

namespace forecourt::workshop {

namespace q = sql::repair_order;

std::optional<OrderRow> find_order_row(db::Connection& db, Id<Store> store, Id<RepairOrder> id) {
    return db::first<OrderRow>(db, q::find_order, {{"store_id", store}, {"id", id}});
}

std::optional<OrderRow> find_order_for_actor(const Context& context, Id<RepairOrder> id) {
    auto order = find_order_row(context.db(), context.store_id(), id);
    if (!order || !context.actor().is_customer()) return order;
    const bool is_theirs = order->customer_id.value == context.actor().customer_id && !is_internal(*order);
    return is_theirs ? order : std::nullopt;
}

void insert_order(Tx& tx, const OrderRow& order) {
    db::send(tx.db(), q::insert_order, db::Params::of(order, {{"store_id", tx.store_id()}}));
}

void save_order(Tx& tx, OrderRow& order) {
    db::execute_one(tx.db(), q::update_order, db::Params::of(order, {{"store_id", tx.store_id()}}));
    ++order.version;
}

void refresh_order(Tx& tx, OrderRow& order) {
    const auto lines = lines_of_order(tx.db(), tx.store_id(), order.id);
    const auto totals = totals_of(lines);
    order.planned_total = totals.planned;
    order.approved_total = totals.approved;
    order.state = state_of(order, lines);
    save_order(tx, order);
}

std::string plate_of(db::Connection& db, Id<Store> store, Id<vehicles::Car> car) {
    const auto facts = vehicles::find_car(db, store, car);
    if (!facts) return {};
    return facts->plate ? facts->plate->text : facts->vin.text.substr(facts->vin.text.size() - 6);
}

std::string order_link(Id<RepairOrder> id) { return "/workshop/orders/" + std::to_string(id.value); }

MaybeRefused files_are_there(const Context& context, const std::vector<FileHash>& files) {
    for (const auto& file : files) {
        if (!files::file_exists(context.db(), context.store_id(), file)) return files::file_not_found;
    }
    return std::nullopt;
}

JsonText json_of(const std::vector<FileHash>& files) { return {reflect::to_json(files)}; }

std::vector<FileHash> files_of(const JsonText& json) {
    std::vector<FileHash> files;
    ensure(reflect::from_json(files, json.text).empty());
    return files;
}

void tell_customer(Tx& tx, const OrderRow& order, std::string_view template_key,
                   const std::string& params_json) {
    if (is_internal(order)) return;
    const auto customer = customers::find_customer(tx.db(), tx.store_id(), order.customer_id);
    if (!customer || customer->phone.empty()) return;
    messages::send(tx, {.channel = messages::Channel::sms,
                        .customer_id = order.customer_id.value,
                        .to = customer->phone,
                        .template_key = template_key,
                        .params_json = params_json,
                        .about = {"repair_order", order.id},
                        .language = Language::zh});
}

}  // namespace forecourt::workshop
