#include <db/send.h>
#include <secrets/keys.h>
#include <secrets/sealing.h>
#include <services/documents/archive.sql.h>
#include <services/documents/paper_order.h>
#include <services/documents/paper_order.sql.h>

#include <algorithm>

namespace forecourt::documents {
namespace {

// Who ordered a paper draws it at once. Another copy of the program, or this one after a restart, takes it up
// when nothing has come of it after this time.
constexpr Duration head_start = seconds(5);

std::optional<secrets::KeyRing>& keys() {
    static std::optional<secrets::KeyRing> ring;
    return ring;
}

secrets::SealedPlace place_of(Id<ArchivedDocument> id) {
    return {.table = "documents_paper_order", .column = "facts", .row_id = id.value};
}

struct SealedFacts {
    Id<ArchivedDocument> id;
    std::string sealed;
};
FORECOURT_STRUCT(SealedFacts, id, sealed)

/// What documents.paper_ordered and documents.archived tell.
struct PaperTold {
    std::string kind;
    std::string number;
    std::string title;
    bool sealed{};
};
FORECOURT_STRUCT(PaperTold, kind, number, title, sealed)

}  // namespace

void configure(const secrets::KeyRing& ring) { keys() = ring; }

Id<ArchivedDocument> order_paper(Tx& tx, const PaperBase& paper, const PaperHead& head,
                                 std::string_view facts_json) {
    ensure(keys());
    const auto id = tx.new_id<ArchivedDocument>();
    db::send(tx.db(), sql::paper_order::insert_order,
             {{"id", id},
              {"store_id", tx.store_id()},
              {"kind", paper.name},
              {"object_type", head.about.type},
              {"object_id", head.about.id},
              {"customer_id", head.customer_id},
              {"number", head.number},
              {"title", head.title},
              {"sealed", paper.sealed},
              {"facts", secrets::seal_field(*keys(), place_of(id), facts_json)},
              {"ordered_at", tx.now()},
              {"ordered_by", tx.actor().user_id},
              {"ordered_by_name", tx.actor().name},
              {"next_attempt_at", tx.now() + head_start},
              {"needs_right", head.needs_right},
              {"person_id", head.person_id}});
    tx.emit("documents.paper_ordered", {{"document", id}, head.about, {"customer", head.customer_id}},
            PaperTold{std::string(paper.name), head.number, head.title, paper.sealed});
    return id;
}

std::vector<OrderKey> open_orders(db::Connection& db, std::optional<Instant> due_at) {
    return db::all<OrderKey>(db, sql::paper_order::open_orders, {{"due_at", due_at}});
}

std::optional<OrderRow> find_order(db::Connection& db, Id<Store> store, Id<ArchivedDocument> id) {
    return db::first<OrderRow>(db, sql::paper_order::find_order, {{"id", id}, {"store_id", store}});
}

std::string opened_facts(const OrderRow& order) {
    ensure(keys());
    auto facts = secrets::open_field(*keys(), place_of(order.id), order.facts);
    if (!facts) throw BrokenInvariant("what was frozen for the paper has been changed");
    return std::move(*facts);
}

std::int64_t reseal_orders(Tx& tx, std::int64_t limit) {
    ensure(keys());
    const auto rows = db::all<SealedFacts>(
        tx.db(), sql::paper_order::orders_of_old_key,
        {{"store_id", tx.store_id()}, {"head", secrets::newest_head(*keys())}, {"limit", limit}});
    for (const auto& row : rows) {
        db::send(tx.db(), sql::paper_order::reseal_order,
                 {{"id", row.id},
                  {"store_id", tx.store_id()},
                  {"sealed", secrets::seal_anew(*keys(), place_of(row.id), row.sealed)}});
    }
    return static_cast<std::int64_t>(rows.size());
}

bool archive(Tx& tx, const OrderRow& order, const DrawnPaper& drawn) {
    if (tx.db().execute(sql::paper_order::delete_order, {{"id", order.id}, {"store_id", tx.store_id()}}) ==
        0) {
        return false;
    }
    db::send(tx.db(), sql::archive::insert_document,
             {{"id", order.id},
              {"store_id", tx.store_id()},
              {"kind", order.kind},
              {"object_type", order.object_type},
              {"object_id", order.object_id},
              {"customer_id", order.customer_id},
              {"number", order.number},
              {"title", order.title},
              {"file_hash", drawn.file_hash},
              {"bytes", drawn.bytes},
              {"sealed", order.sealed},
              {"created_at", order.ordered_at},
              {"created_by", order.ordered_by},
              {"created_by_name", order.ordered_by_name},
              {"needs_right", order.needs_right},
              {"person_id", order.person_id}});
    tx.emit("documents.archived",
            {{"document", order.id}, {order.object_type, order.object_id}, {"customer", order.customer_id}},
            PaperTold{order.kind, order.number, order.title, order.sealed});
    return true;
}

void note_failure(Tx& tx, const OrderRow& order, const std::string& why) {
    const auto attempts = order.attempts + 1;
    const auto wait = seconds(std::int64_t{5} << std::min<std::int64_t>(attempts, 9));
    db::send(tx.db(), sql::paper_order::note_failure,
             {{"id", order.id},
              {"store_id", tx.store_id()},
              {"attempts", attempts},
              {"next_attempt_at", tx.now() + wait},
              {"last_error", why}});
}

}  // namespace forecourt::documents
