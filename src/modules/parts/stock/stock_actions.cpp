#include <modules/parts/part/part_actions.h>
#include <modules/parts/part/part_store.h>
#include <modules/parts/stock/parts_stock.sql.h>
#include <modules/parts/stock/stock_actions.h>
#include <modules/parts/stock/stock_rules.h>
#include <modules/parts/stock/stock_store.h>
#include <services/ledger/api.h>

namespace forecourt::parts {
namespace {

struct StockSaid {
    std::string number;
    std::string name;
    std::string from_bin;
    std::string to_bin;
    Quantity quantity;
    Money value;
    std::string reason;
};
FORECOURT_STRUCT(StockSaid, number, name, from_bin, to_bin, quantity, value, reason)

Quantity quantity_in(Tx& tx, Id<Part> part, std::string_view bin) {
    for (const auto& row : bins_of(tx.db(), tx.store_id(), part)) {
        if (row.name == bin) return row.quantity;
    }
    return {};
}

Money last_known_cost(Tx& tx, Id<Part> part) {
    Money cost;
    tx.db().query(sql::parts_stock::last_cost, {{"store_id", tx.store_id()}, {"part_id", part}},
                  [&](const db::Row& row) { cost = {scale_half_up(row.number(0), 1000, row.number(1))}; });
    return cost;
}

Result<Nothing> run_move_stock(Tx& tx, const MoveStock& in) {
    const auto part = find_part_row(tx.db(), tx.store_id(), in.part_id);
    if (!part) return part_not_found;
    if (in.quantity <= Quantity{0}) return quantity_not_positive;
    if (in.from_bin == in.to_bin) return bin_is_the_same;
    const auto here = quantity_in(tx, in.part_id, in.from_bin.text);
    if (here < in.quantity) return with(bin_does_not_hold_it, "available", to_text(here));
    // Within the store nothing is bought or sold: the value stays where it is.
    write_move(tx, {.kind = MoveKind::moved,
                    .part_id = part->id,
                    .from = place_of(tx, PlaceKind::bin, in.from_bin.text),
                    .to = place_of(tx, PlaceKind::bin, in.to_bin.text),
                    .from_is_bin = true,
                    .to_is_bin = true,
                    .quantity = in.quantity,
                    .value = {},
                    .about = {"part", part->id},
                    .line_id = 0,
                    .reason = {}});
    tx.emit("parts.stock_moved", {{"part", part->id}},
            StockSaid{part->number, part->name, in.from_bin.text, in.to_bin.text, in.quantity, {}, {}});
    return Nothing{};
}

Result<StockCounted> run_count_stock(Tx& tx, const CountStock& in) {
    const auto part = find_part_row(tx.db(), tx.store_id(), in.part_id);
    if (!part) return part_not_found;
    if (in.counted < Quantity{0}) return quantity_not_positive;
    auto stock = find_stock(tx.db(), tx.store_id(), in.part_id);
    const auto decided = decide_count(stock, quantity_in(tx, in.part_id, in.bin.text), in.counted,
                                      last_known_cost(tx, in.part_id));
    if (!decided) return decided.refused();
    const bool found_more = decided->quantity > Quantity{0};
    const auto bin = place_of(tx, PlaceKind::bin, in.bin.text);
    const auto difference = place_of(tx, PlaceKind::difference, "difference");
    write_move(tx, {.kind = MoveKind::counted,
                    .part_id = part->id,
                    .from = found_more ? difference : bin,
                    .to = found_more ? bin : difference,
                    .from_is_bin = !found_more,
                    .to_is_bin = found_more,
                    .quantity = found_more ? decided->quantity : -decided->quantity,
                    .value = found_more ? decided->value : -decided->value,
                    .about = {"part", part->id},
                    .line_id = 0,
                    .reason = in.reason.text});
    stock.on_hand = stock.on_hand + decided->quantity;
    stock.value += decided->value;
    save_stock(tx, stock);
    ledger::post(
        tx, "parts.counted", {"part", part->id},
        {{ledger::Account::parts_stock, decided->value}, {ledger::Account::parts_cost, -decided->value}});
    tx.emit(
        "parts.stock_counted", {{"part", part->id}},
        StockSaid{
            part->number, part->name, in.bin.text, {}, decided->quantity, decided->value, in.reason.text});
    if (found_more) lay_aside_for_waiting(tx, part->id);
    return StockCounted{decided->quantity, decided->value};
}

}  // namespace

const Action<MoveStock, Nothing> move_stock{
    {.name = "parts.move_stock",
     .needs = parts_write,
     .refuses = {part_not_found, quantity_not_positive, bin_is_the_same, bin_does_not_hold_it},
     .run = run_move_stock}};
const Action<CountStock, StockCounted> count_stock{
    {.name = "parts.count_stock",
     .needs = parts_write,
     .refuses = {part_not_found, quantity_not_positive, count_is_unchanged, count_below_reserved},
     .run = run_count_stock}};

}  // namespace forecourt::parts
