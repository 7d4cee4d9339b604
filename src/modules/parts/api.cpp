#include <modules/parts/api.h>
#include <modules/parts/part/part_store.h>
#include <modules/parts/stock/parts_stock.sql.h>
#include <modules/parts/stock/stock_rules.h>
#include <modules/parts/stock/stock_store.h>
#include <services/ledger/api.h>
#include <services/tasks/api.h>

namespace forecourt::parts {
namespace {

namespace q = sql::parts_stock;

struct Laid {
    std::string number;
    std::string name;
    Quantity quantity;
    Quantity missing;
    std::string note;
};
FORECOURT_STRUCT(Laid, number, name, quantity, missing, note)

struct Handed {
    std::string number;
    std::string name;
    Quantity quantity;
    std::string note;
    std::string reason;
};
FORECOURT_STRUCT(Handed, number, name, quantity, note, reason)

void tell_shortage(Tx& tx, const PartRow& part, const WantedRow& row) {
    const Laid data{part.number, part.name, row.reserved, missing_of(row), row.note};
    const ObjectRef order{object_type_literal(row.order_type), row.order_id};
    tx.emit("parts.shortage_found", {{"part", part.id}, order}, data);
    tasks::add_task(tx, {.title_key = "task.parts_shortage",
                         .params_json = reflect::to_json(data),
                         .user_id = {},
                         .role = Role::parts,
                         .due_at = tx.now() + hours(2),
                         .about = {"part", part.id},
                         .customer_id = 0,
                         .link = "/parts/" + std::to_string(part.id.value),
                         .process = {},
                         .milestone = {}});
}

// How the wanted row is made, or made larger when the line wants more of the same part.
WantedRow wanted_row(Tx& tx, const Wanted& wanted, bool& is_new) {
    if (auto row = find_wanted(tx.db(), tx.store_id(), wanted.line)) {
        ensure(row->part_id == wanted.part_id);
        is_new = false;
        row->wanted = row->wanted + wanted.quantity;
        row->released_at.reset();
        return *row;
    }
    is_new = true;
    return {.id = tx.new_number(),
            .part_id = wanted.part_id,
            .line_type = std::string(wanted.line.type),
            .line_id = wanted.line.id,
            .order_type = std::string(wanted.order.type),
            .order_id = wanted.order.id,
            .note = wanted.note,
            .wanted = wanted.quantity,
            .reserved = {},
            .issued = {},
            .cost = {},
            .wanted_at = tx.now(),
            .released_at = {}};
}

void post_cost(Tx& tx, std::string_view kind, const WantedRow& row, Money cost) {
    ledger::post(tx, kind, {object_type_literal(row.order_type), row.order_id},
                 {{ledger::Account::parts_cost, cost}, {ledger::Account::parts_stock, -cost}});
}

}  // namespace

std::optional<PartFacts> find_part(db::Connection& db, Id<Store> store, Id<Part> id) {
    const auto row = find_part_row(db, store, id);
    if (!row) return std::nullopt;
    return facts_of(*row, find_stock(db, store, id));
}

std::optional<PartFacts> find_part_by_number(db::Connection& db, Id<Store> store, std::string_view number) {
    const auto row = find_part_row_by_number(db, store, number);
    if (!row) return std::nullopt;
    return facts_of(*row, find_stock(db, store, row->id));
}

Result<Reservation> reserve(Tx& tx, const Wanted& wanted) {
    const auto part = find_part_row(tx.db(), tx.store_id(), wanted.part_id);
    if (!part) return part_not_found;
    if (part->withdrawn_at) return part_is_withdrawn;
    if (wanted.quantity <= Quantity{0}) return quantity_not_positive;
    bool is_new = false;
    auto row = wanted_row(tx, wanted, is_new);
    auto stock = find_stock(tx.db(), tx.store_id(), wanted.part_id);
    const auto laid_aside = can_reserve(stock, missing_of(row));
    row.reserved = row.reserved + laid_aside;
    stock.reserved = stock.reserved + laid_aside;
    if (is_new) {
        insert_wanted(tx, row);
    } else {
        update_wanted(tx, row);
    }
    if (laid_aside > Quantity{0}) save_stock(tx, stock);
    tx.emit("parts.part_reserved", {{"part", part->id}, wanted.order},
            Laid{part->number, part->name, row.reserved, missing_of(row), row.note});
    if (missing_of(row) > Quantity{0}) tell_shortage(tx, *part, row);
    return Reservation{.reserved = row.reserved, .missing = missing_of(row)};
}

void release(Tx& tx, const ObjectRef& line) {
    auto row = find_wanted(tx.db(), tx.store_id(), line);
    if (!row || row->released_at) return;
    auto stock = find_stock(tx.db(), tx.store_id(), row->part_id);
    stock.reserved = stock.reserved - row->reserved;
    row->reserved = {};
    row->wanted = row->issued;
    row->released_at = tx.now();
    update_wanted(tx, *row);
    save_stock(tx, stock);
    tx.emit("parts.part_released",
            {{"part", row->part_id}, {object_type_literal(row->order_type), row->order_id}});
    lay_aside_for_waiting(tx, row->part_id);
}

Result<Moved> issue(Tx& tx, const ObjectRef& line, Quantity quantity) {
    auto row = find_wanted(tx.db(), tx.store_id(), line);
    if (!row || row->released_at) return part_not_wanted;
    auto stock = find_stock(tx.db(), tx.store_id(), row->part_id);
    if (const auto no = may_issue(stock, *row, quantity)) return *no;
    const auto part = find_part_row(tx.db(), tx.store_id(), row->part_id);
    const auto workshop = place_of(tx, PlaceKind::workshop, "workshop");
    Money cost;
    for (const auto& pick : pick_from(bins_of(tx.db(), tx.store_id(), row->part_id), part->bin, quantity)) {
        const auto piece_cost = cost_going_out(stock, pick.quantity);
        write_move(tx, {.kind = MoveKind::issued,
                        .part_id = row->part_id,
                        .from = pick.place_id,
                        .to = workshop,
                        .from_is_bin = true,
                        .quantity = pick.quantity,
                        .value = piece_cost,
                        .about = {object_type_literal(row->order_type), row->order_id},
                        .line_id = line.id,
                        .reason = {}});
        stock.on_hand = stock.on_hand - pick.quantity;
        stock.value -= piece_cost;
        cost += piece_cost;
    }
    const auto from_reserved = std::min(row->reserved, quantity);
    row->reserved = row->reserved - from_reserved;
    stock.reserved = stock.reserved - from_reserved;
    row->issued = row->issued + quantity;
    row->cost += cost;
    update_wanted(tx, *row);
    save_stock(tx, stock);
    post_cost(tx, "parts.issued", *row, cost);
    tx.emit("parts.part_issued", {{"part", part->id}, {object_type_literal(row->order_type), row->order_id}},
            Handed{part->number, part->name, quantity, row->note, {}});
    return Moved{.quantity = quantity, .cost = cost};
}

Result<Moved> take_back(Tx& tx, const ObjectRef& line, Quantity quantity, std::string_view reason) {
    auto row = find_wanted(tx.db(), tx.store_id(), line);
    if (!row) return part_not_wanted;
    if (const auto no = may_take_back(*row, quantity)) return *no;
    const auto part = find_part_row(tx.db(), tx.store_id(), row->part_id);
    const auto cost = cost_coming_back(*row, quantity);
    write_move(tx, {.kind = MoveKind::returned,
                    .part_id = row->part_id,
                    .from = place_of(tx, PlaceKind::workshop, "workshop"),
                    .to = place_of(tx, PlaceKind::bin, part->bin),
                    .to_is_bin = true,
                    .quantity = quantity,
                    .value = cost,
                    .about = {object_type_literal(row->order_type), row->order_id},
                    .line_id = line.id,
                    .reason = reason});
    row->issued = row->issued - quantity;
    row->wanted = row->wanted - quantity;
    row->cost -= cost;
    update_wanted(tx, *row);
    save_stock(tx, received(find_stock(tx.db(), tx.store_id(), row->part_id), quantity, cost));
    post_cost(tx, "parts.returned", *row, -cost);
    tx.emit("parts.part_returned",
            {{"part", part->id}, {object_type_literal(row->order_type), row->order_id}},
            Handed{part->number, part->name, quantity, row->note, std::string(reason)});
    lay_aside_for_waiting(tx, row->part_id);
    return Moved{.quantity = quantity, .cost = cost};
}

std::vector<LineParts> parts_of_order(db::Connection& db, Id<Store> store, const ObjectRef& order) {
    return db::all<LineParts>(db, q::parts_of_order,
                              {{"store_id", store}, {"order_type", order.type}, {"order_id", order.id}});
}

std::vector<std::string> check_stock(db::Connection& db, Id<Store> store) {
    std::vector<std::string> faults;
    const auto look = [&](const db::Sql& sql, std::string_view what) {
        db.query(sql, {{"store_id", store}}, [&](const db::Row& row) {
            faults.push_back("part " + std::to_string(row.number(0)) + ": " + std::string(what) + " (" +
                             std::to_string(row.number(1)) + ")");
        });
    };
    look(q::unbalanced_parts, "its places do not sum to nothing");
    look(q::bins_beside_stock, "its bins do not hold what is on hand");
    look(q::reserved_beside_wanted, "what is laid aside is not what is wanted");
    return faults;
}

}  // namespace forecourt::parts
