#include <db/send.h>
#include <modules/parts/part/part_store.h>
#include <modules/parts/part/parts_part.sql.h>
#include <modules/parts/stock/stock_rules.h>
#include <services/search/api.h>
#include <text/search_terms.h>

namespace forecourt::parts {

namespace q = sql::parts_part;

std::optional<PartRow> find_part_row(db::Connection& db, Id<Store> store, Id<Part> id) {
    return db::first<PartRow>(db, q::find_part, {{"store_id", store}, {"id", id}});
}

std::optional<PartRow> find_part_row_by_number(db::Connection& db, Id<Store> store, std::string_view number) {
    return db::first<PartRow>(db, q::find_part_by_number, {{"store_id", store}, {"number", number}});
}

void insert_part(Tx& tx, const PartRow& part) {
    db::send(tx.db(), q::insert_part, db::Params::of(part, {{"store_id", tx.store_id()}}));
}

void update_part(Tx& tx, const PartRow& part) {
    db::execute_one(tx.db(), q::update_part, db::Params::of(part, {{"store_id", tx.store_id()}}));
}

void index_part(Tx& tx, const PartRow& part) {
    auto terms = text::terms_of(text::FieldKind::number, part.number);
    for (auto& term : text::terms_of(text::FieldKind::free_text, part.name)) terms.push_back(std::move(term));
    search::index_object(tx, {.object_type = "part",
                              .object_id = part.id.value,
                              .title = part.name,
                              .subtitle = part.number + " · " + part.brand,
                              .link = "/parts/" + std::to_string(part.id.value),
                              .terms = std::move(terms)});
}

PartFacts facts_of(const PartRow& part, const Stock& stock) {
    return {.id = part.id,
            .number = part.number,
            .name = part.name,
            .unit = part.unit,
            .brand = part.brand,
            .origin = part.origin,
            .price = part.price,
            .average_cost = average_cost(stock),
            .on_hand = stock.on_hand,
            .reserved = stock.reserved,
            .active = !part.withdrawn_at};
}

}  // namespace forecourt::parts
