#include <db/send.h>
#include <modules/parts/stock/parts_stock.sql.h>
#include <modules/parts/stock/stock_rules.h>
#include <modules/parts/stock/stock_store.h>

namespace forecourt::parts {
namespace {

namespace q = sql::parts_stock;

struct ShortageFilled {
    std::int64_t line_id{};
    Quantity quantity;
    std::string note;
};
FORECOURT_STRUCT(ShortageFilled, line_id, quantity, note)

}  // namespace

Stock find_stock(db::Connection& db, Id<Store> store, Id<Part> part) {
    auto stock = db::first<Stock>(db, q::find_stock, {{"store_id", store}, {"part_id", part}});
    return stock ? *stock : Stock{.part_id = part, .on_hand = {}, .reserved = {}, .value = {}};
}

void save_stock(Tx& tx, const Stock& stock) {
    ensure(stock.reserved <= stock.on_hand && stock.value >= Money{0});
    ensure(stock.on_hand > Quantity{0} || stock.value == Money{0});
    const auto params = db::Params::of(stock, {{"store_id", tx.store_id()}});
    if (tx.db().execute(q::update_stock, params) == 1) return;
    db::send(tx.db(), q::insert_stock, params);
    db::send(tx.db(), q::update_stock, params);
}

std::vector<BinStock> bins_of(db::Connection& db, Id<Store> store, Id<Part> part) {
    return db::all<BinStock>(db, q::bins_of_part, {{"store_id", store}, {"part_id", part}});
}

Id<Place> place_of(Tx& tx, PlaceKind kind, std::string_view name) {
    const db::Params key{{"store_id", tx.store_id()}, {"kind", kind}, {"name", name}};
    if (const auto id = db::number(tx.db(), q::find_place, key)) return {*id};
    const auto id = tx.new_id<Place>();
    db::send(tx.db(), q::insert_place,
             {{"id", id}, {"store_id", tx.store_id()}, {"kind", kind}, {"name", name}});
    return id;
}

void write_move(Tx& tx, const NewMove& move) {
    ensure(move.quantity > Quantity{0} && move.value >= Money{0} && move.from != move.to);
    db::send(tx.db(), q::insert_move,
             {{"id", tx.new_id<Move>()},
              {"store_id", tx.store_id()},
              {"part_id", move.part_id},
              {"kind", move.kind},
              {"from_place_id", move.from},
              {"to_place_id", move.to},
              {"quantity", move.quantity},
              {"value", move.value},
              {"moved_at", tx.now()},
              {"moved_by", tx.actor().user_id},
              {"object_type", move.about.type},
              {"object_id", move.about.id},
              {"line_id", move.line_id},
              {"reason", move.reason}});
    // A bin never holds less than nothing, not even as the first half of an insert-or-add; so what leaves a
    // bin changes a row that must be there.
    if (move.from_is_bin) {
        db::execute_one(tx.db(), q::change_balance,
                        {{"store_id", tx.store_id()},
                         {"part_id", move.part_id},
                         {"place_id", move.from},
                         {"quantity", -move.quantity}});
    } else {
        db::send(tx.db(), q::add_to_balance,
                 {{"store_id", tx.store_id()},
                  {"part_id", move.part_id},
                  {"place_id", move.from},
                  {"is_bin", false},
                  {"quantity", -move.quantity}});
    }
    db::send(tx.db(), q::add_to_balance,
             {{"store_id", tx.store_id()},
              {"part_id", move.part_id},
              {"place_id", move.to},
              {"is_bin", move.to_is_bin},
              {"quantity", move.quantity}});
}

std::optional<WantedRow> find_wanted(db::Connection& db, Id<Store> store, const ObjectRef& line) {
    return db::first<WantedRow>(db, q::find_wanted,
                                {{"store_id", store}, {"line_type", line.type}, {"line_id", line.id}});
}

void insert_wanted(Tx& tx, const WantedRow& row) {
    db::send(tx.db(), q::insert_wanted, db::Params::of(row, {{"store_id", tx.store_id()}}));
}

void update_wanted(Tx& tx, const WantedRow& row) {
    ensure(row.reserved + row.issued <= row.wanted);
    ensure(tx.db().execute(q::update_wanted, db::Params::of(row, {{"store_id", tx.store_id()}})) == 1);
}

void lay_aside_for_waiting(Tx& tx, Id<Part> part) {
    auto stock = find_stock(tx.db(), tx.store_id(), part);
    if (free_of(stock) <= Quantity{0}) return;
    const auto waiting =
        db::all<WantedRow>(tx.db(), q::waiting_for_part, {{"store_id", tx.store_id()}, {"part_id", part}});
    for (auto row : waiting) {
        const auto quantity = can_reserve(stock, missing_of(row));
        if (quantity <= Quantity{0}) break;
        row.reserved = row.reserved + quantity;
        stock.reserved = stock.reserved + quantity;
        update_wanted(tx, row);
        tx.emit("parts.shortage_filled",
                {{"part", part}, {object_type_literal(row.order_type), row.order_id}},
                ShortageFilled{row.line_id, quantity, row.note});
    }
    save_stock(tx, stock);
}

std::string_view object_type_literal(std::string_view text) {
    for (const std::string_view literal : {"repair_order", "order_line", "deal", "deal_line"}) {
        if (literal == text) return literal;
    }
    ensure(!"parts are wanted for repair orders and deals");
    return {};
}

}  // namespace forecourt::parts
