#pragma once
#include <modules/parts/part/part.h>
#include <modules/parts/stock/stock.h>

namespace forecourt::parts {

std::optional<PartRow> find_part_row(db::Connection& db, Id<Store> store, Id<Part> id);
std::optional<PartRow> find_part_row_by_number(db::Connection& db, Id<Store> store, std::string_view number);
void insert_part(Tx& tx, const PartRow& part);
void update_part(Tx& tx, const PartRow& part);
/// Makes the part findable by its number and name.
void index_part(Tx& tx, const PartRow& part);
PartFacts facts_of(const PartRow& part, const Stock& stock);

}  // namespace forecourt::parts
