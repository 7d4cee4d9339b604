#include <modules/workshop/api.h>
#include <modules/workshop/order/repair_order.sql.h>

namespace forecourt::workshop {

std::optional<OrderFacts> find_order(db::Connection& db, Id<Store> store, Id<RepairOrder> id) {
    return db::first<OrderFacts>(db, sql::repair_order::find_order_facts, {{"store_id", store}, {"id", id}});
}

bool car_is_in_workshop(db::Connection& db, Id<Store> store, Id<vehicles::Car> car) {
    return db::number(db, sql::repair_order::find_open_order_of_car, {{"store_id", store}, {"car_id", car}})
        .has_value();
}

}  // namespace forecourt::workshop
