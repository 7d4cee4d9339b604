#pragma once
#include <modules/reception/visit/visit.h>

namespace forecourt::reception {

std::optional<VisitRow> load_visit(db::Connection& db, Id<Store> store, Id<Visit> id);
/// The visit of a customer who is in the house now.
std::optional<VisitRow> load_open_visit_of(const Context& context, Id<customers::Customer> customer);
/// Who waits the longest without a consultant.
std::optional<VisitRow> oldest_unassigned(const Context& context);
void insert_visit(Tx& tx, const VisitRow& visit);
void update_visit(Tx& tx, const VisitRow& visit);
void move_visits(Tx& tx, std::int64_t from_customer, std::int64_t to_customer);

}  // namespace forecourt::reception
