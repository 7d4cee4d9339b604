#pragma once
#include <services/documents/api.h>

namespace forecourt::documents {

/// A paper that waits to be drawn.
struct OrderRow {
    Id<ArchivedDocument> id;
    std::string kind;
    std::string object_type;
    std::int64_t object_id{};
    std::int64_t customer_id{};
    std::string number;
    std::string title;
    bool sealed{};
    std::string facts;  // as they lie in the row: sealed
    Instant ordered_at;
    std::int64_t ordered_by{};
    std::string ordered_by_name;
    std::int64_t attempts{};
    std::string needs_right;
    Id<User> person_id;
};
FORECOURT_STRUCT(OrderRow, id, kind, object_type, object_id, customer_id, number, title, sealed, facts,
                 ordered_at, ordered_by, ordered_by_name, attempts, needs_right, person_id)

/// Which paper of which store.
struct OrderKey {
    Id<Store> store_id;
    Id<ArchivedDocument> id;
};
FORECOURT_STRUCT(OrderKey, store_id, id)

/// The papers that wait, the oldest first; with `due_at` only those to be looked at by then.
std::vector<OrderKey> open_orders(db::Connection& db, std::optional<Instant> due_at);
/// Nothing when it has been drawn.
std::optional<OrderRow> find_order(db::Connection& db, Id<Store> store, Id<ArchivedDocument> id);
/// The JSON of the facts. Throws BrokenInvariant when they are not those that were frozen.
std::string opened_facts(const OrderRow& order);
/// Seals so many of the orders of an old key anew; how many there were.
std::int64_t reseal_orders(Tx& tx, std::int64_t limit);

/// Puts the finished paper, which is on the disk already, into the archive in the order's place; false when
/// somebody else has done so.
struct DrawnPaper {
    FileHash file_hash;
    std::int64_t bytes{};
};
bool archive(Tx& tx, const OrderRow& order, const DrawnPaper& drawn);
/// Writes down why a paper could not be drawn and when it is tried again.
void note_failure(Tx& tx, const OrderRow& order, const std::string& why);

}  // namespace forecourt::documents
