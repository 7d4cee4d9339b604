#pragma once
#include <modules/parts/stock/stock.h>

namespace forecourt::parts {

/// The stock of a part; nothing on hand when it never came in.
Stock find_stock(db::Connection& db, Id<Store> store, Id<Part> part);
void save_stock(Tx& tx, const Stock& stock);
std::vector<BinStock> bins_of(db::Connection& db, Id<Store> store, Id<Part> part);

/// The place of this kind and name; made when it is not there yet.
Id<Place> place_of(Tx& tx, PlaceKind kind, std::string_view name);

/// A move between two places, with what it is about.
struct NewMove {
    MoveKind kind{};
    Id<Part> part_id;
    Id<Place> from;
    Id<Place> to;
    bool from_is_bin = false;
    bool to_is_bin = false;
    Quantity quantity;
    Money value;
    ObjectRef about;
    std::int64_t line_id = 0;
    std::string_view reason;
};
/// Writes the move and both balances; the stock's own row is the caller's.
void write_move(Tx& tx, const NewMove& move);

std::optional<WantedRow> find_wanted(db::Connection& db, Id<Store> store, const ObjectRef& line);
void insert_wanted(Tx& tx, const WantedRow& row);
void update_wanted(Tx& tx, const WantedRow& row);

/// Lays free stock aside for those who wait for this part, the longest waiting first.
void lay_aside_for_waiting(Tx& tx, Id<Part> part);

/// The literal name of a type of record, as events want it.
std::string_view object_type_literal(std::string_view text);

}  // namespace forecourt::parts
