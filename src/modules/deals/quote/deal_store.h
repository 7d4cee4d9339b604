#pragma once
#include <modules/deals/quote/deal_rules.h>

namespace forecourt::deals {

std::optional<Deal> load_deal(db::Connection& db, Id<Store> store, Id<Deal> id);
/// Whatever their state, the oldest first.
std::vector<Deal> deals_of_lead(db::Connection& db, Id<Store> store, Id<customers::Customer> customer,
                                Id<leads::Lead> lead);
std::vector<DealLine> lines_of(db::Connection& db, Id<Store> store, Id<Deal> deal);
std::vector<Discount> discounts_of(db::Connection& db, Id<Store> store, Id<Deal> deal);
/// The one that waits for its answer.
std::optional<Discount> asked_discount(db::Connection& db, Id<Store> store, Id<Deal> deal);

void insert_deal(Tx& tx, const Deal& deal);
/// Where the version is the deal's own; else changed_by_someone_else. The deal's version is then the new one.
void update_deal(Tx& tx, Deal& deal);
/// Writes the lines that are new (id 0, which they get) or differ from `before`.
void write_lines(Tx& tx, Id<Deal> deal, const std::vector<DealLine>& before, std::vector<DealLine>& lines);
void remove_line(Tx& tx, Id<DealLine> line);
void insert_discount(Tx& tx, Id<Deal> deal, const Discount& discount);
void decide_discount_row(Tx& tx, const Discount& discount);

/// What the tax rules need of a deal; its model is looked up.
TaxedCar taxed_car(db::Connection& db, Id<Store> store, const Deal& deal);

}  // namespace forecourt::deals
