#include <db/send.h>
#include <modules/workshop/line/line_store.h>
#include <modules/workshop/line/order_line.sql.h>

namespace forecourt::workshop {

namespace q = sql::order_line;

std::vector<LineRow> lines_of_order(db::Connection& db, Id<Store> store, Id<RepairOrder> order) {
    return db::all<LineRow>(db, q::lines_of_order, {{"store_id", store}, {"order_id", order}});
}

std::optional<LineRow> find_line(db::Connection& db, Id<Store> store, Id<OrderLine> id) {
    return db::first<LineRow>(db, q::find_line, {{"store_id", store}, {"id", id}});
}

LineRow new_line(Tx& tx, Id<RepairOrder> order, LineKind kind) {
    LineRow line;
    line.id = tx.new_id<OrderLine>();
    line.order_id = order;
    line.position =
        *db::number(tx.db(), q::next_position, {{"store_id", tx.store_id()}, {"order_id", order}});
    line.kind = kind;
    line.state = LineState::planned;
    line.work = Work::waiting;
    line.added_at = tx.now();
    line.added_by = tx.actor().user_id;
    line.version = 1;
    return line;
}

void insert_line(Tx& tx, const LineRow& line) {
    db::send(tx.db(), q::insert_line, db::Params::of(line, {{"store_id", tx.store_id()}}));
}

void save_line(Tx& tx, LineRow& line) {
    db::execute_one(tx.db(), q::update_line, db::Params::of(line, {{"store_id", tx.store_id()}}));
    ++line.version;
}

}  // namespace forecourt::workshop
