#pragma once
#include <modules/workshop/line/line.h>

namespace forecourt::workshop {

std::vector<LineRow> lines_of_order(db::Connection& db, Id<Store> store, Id<RepairOrder> order);
std::optional<LineRow> find_line(db::Connection& db, Id<Store> store, Id<OrderLine> id);
/// The next line of an order, planned by whoever acts; it is not stored yet.
LineRow new_line(Tx& tx, Id<RepairOrder> order, LineKind kind);
void insert_line(Tx& tx, const LineRow& line);
/// Writes what may change, where the version is still the one in the row; counts it up.
void save_line(Tx& tx, LineRow& line);

}  // namespace forecourt::workshop
