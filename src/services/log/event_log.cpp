#include <db/send.h>
#include <secrets/digest.h>
#include <services/log/api.h>
#include <services/log/event_log.sql.h>

namespace forecourt::log {
namespace {

std::string objects_json(const std::vector<ObjectRef>& objects) {
    std::string json = "[";
    for (const auto& object : objects) {
        if (json.size() > 1) json += ',';
        json += "{\"type\":\"" + std::string(object.type) + "\",\"id\":" + std::to_string(object.id) + "}";
    }
    return json + "]";
}

Entry entry_of(const Event& event, std::int64_t seq) {
    return {.id = event.id,
            .store_id = event.store_id,
            .seq = seq,
            .at = event.at,
            .name = std::string(event.name),
            .user_id = event.user_id,
            .actor_name = event.actor_name,
            .objects = {objects_json(event.objects)},
            .data = {event.data},
            .hash = {}};
}

struct ObjectRow {
    Id<Store> store_id;
    std::string object_type;
    std::int64_t object_id{};
    std::int64_t event_id{};
};
FORECOURT_STRUCT(ObjectRow, store_id, object_type, object_id, event_id)

void append_to_chain(db::Connection& db, const std::vector<const Event*>& events) {
    const Id<Store> store = events.front()->store_id;
    auto head = db::first<Head>(db, sql::event_log::find_head, {{"store_id", store}});
    const bool is_new = !head;
    if (!head) head = Head{.store_id = store, .seq = 0, .hash = std::string(first_hash)};
    const std::int64_t before = head->seq;
    for (const auto* event : events) {
        auto entry = entry_of(*event, ++head->seq);
        entry.hash = head->hash = chain_hash(head->hash, entry);
        db::send(db, sql::event_log::insert_event, db::Params::of(entry));
        for (const auto& object : event->objects) {
            const ObjectRow row{.store_id = store,
                                .object_type = std::string(object.type),
                                .object_id = object.id,
                                .event_id = event->id};
            db::send(db, sql::event_log::insert_event_object, db::Params::of(row));
        }
    }
    if (is_new) {
        db::send(db, sql::event_log::insert_head, db::Params::of(*head));
    } else {
        db::execute_one(db, sql::event_log::advance_head, db::Params::of(*head, {{"before", before}}));
    }
}

}  // namespace

std::string hashed_text(const Entry& e) {
    std::string text = "{\"actor\":";
    reflect::append_json_string(text, e.actor_name);
    text += ",\"at\":" + std::to_string(e.at.ms) + ",\"data\":" + e.data.text +
            ",\"id\":" + std::to_string(e.id) + ",\"name\":\"" + e.name + "\",\"objects\":" + e.objects.text +
            ",\"seq\":" + std::to_string(e.seq) + ",\"store\":" + std::to_string(e.store_id.value) +
            ",\"user\":" + std::to_string(e.user_id) + "}";
    return text;
}

std::string chain_hash(std::string_view hash_before, const Entry& entry) {
    return secrets::sha256_hex(std::string(hash_before) + "\n" + hashed_text(entry));
}

// Nearly always all events are of one store; an action across stores (a transfer) writes to each one's chain.
void append(Tx& tx, const std::vector<Event>& events) {
    std::vector<Id<Store>> stores;
    for (const auto& event : events) {
        if (std::find(stores.begin(), stores.end(), event.store_id) == stores.end()) {
            stores.push_back(event.store_id);
        }
    }
    for (const auto store : stores) {
        std::vector<const Event*> own;
        for (const auto& event : events) {
            if (event.store_id == store) own.push_back(&event);
        }
        append_to_chain(tx.db(), own);
    }
}

std::vector<Entry> entries_about(db::Connection& db, Id<Store> store, const ObjectRef& about) {
    return db::all<Entry>(db, sql::event_log::events_about,
                          {{"store_id", store}, {"object_type", about.type}, {"object_id", about.id}});
}

std::vector<Entry> entries_since(db::Connection& db, Id<Store> store, std::int64_t after_seq,
                                 std::size_t limit) {
    return db::all<Entry>(
        db, sql::event_log::events_since,
        {{"store_id", store}, {"after", after_seq}, {"limit", static_cast<std::int64_t>(limit)}});
}

namespace {

struct LoggedObject {
    std::string type;
    std::int64_t id{};
};
FORECOURT_STRUCT(LoggedObject, type, id)

}  // namespace

Event event_of(const Entry& entry) {
    Event event{.id = entry.id,
                .store_id = entry.store_id,
                .at = entry.at,
                .name = lasting_name(entry.name),
                .actor_name = entry.actor_name,
                .user_id = entry.user_id,
                .roles = {},
                .objects = {},
                .data = entry.data.text};
    std::vector<LoggedObject> objects;
    ensure(reflect::from_json(objects, entry.objects.text).empty());
    for (const auto& object : objects) event.objects.emplace_back(lasting_name(object.type), object.id);
    return event;
}

std::vector<Head> every_head(db::Connection& db) { return db::all<Head>(db, sql::event_log::every_head); }

std::optional<std::string> hash_at(db::Connection& db, Id<Store> store, std::int64_t seq) {
    return db::text(db, sql::event_log::hash_at, {{"store_id", store}, {"seq", seq}});
}

std::vector<std::string> check_chains(db::Connection& db) {
    std::vector<std::string> findings;
    std::vector<Id<Store>> stores;
    db.query(sql::event_log::every_store, {}, [&](const db::Row& row) { stores.push_back({row.number(0)}); });
    for (const auto store : stores) {
        const std::string where = "store " + std::to_string(store.value) + ": ";
        std::string hash(first_hash);
        std::int64_t seq = 0;
        bool broken = false;
        for (;;) {
            const auto entries = entries_since(db, store, seq, 1000);
            for (const auto& entry : entries) {
                if (entry.seq != seq + 1) {
                    findings.push_back(where + "entry " + std::to_string(seq + 1) + " is missing");
                    broken = true;
                }
                if (!broken && chain_hash(hash, entry) != entry.hash) {
                    findings.push_back(where + "entry " + std::to_string(entry.seq) + " was changed");
                    broken = true;
                }
                hash = entry.hash;
                seq = entry.seq;
            }
            if (entries.size() < 1000) break;
        }
        const auto head = db::first<Head>(db, sql::event_log::find_head, {{"store_id", store}});
        if (!head || head->seq != seq || head->hash != hash) {
            findings.push_back(where + "the log does not end where it ended");
        }
    }
    return findings;
}

std::optional<KeptAnswer> find_answer(db::Connection& db, Id<Store> store, const IdempotencyKey& key) {
    return db::first<KeptAnswer>(db, sql::event_log::find_answer,
                                 {{"store_id", store}, {"caller", key.caller}, {"idempotency_key", key.key}});
}

void keep_answer(Tx& tx, const IdempotencyKey& key, const KeptAnswer& answer) {
    db::send(tx.db(), sql::event_log::insert_answer,
             db::Params::of(answer, {{"store_id", tx.store_id()},
                                     {"caller", key.caller},
                                     {"idempotency_key", key.key},
                                     {"at", tx.now()}}));
}

// Keys start at 1,000,000: no key can be mistaken for a number people count with.
std::int64_t reserve_ids(db::Connection& db, std::int64_t count) {
    const auto next =
        db::number(db, sql::event_log::reserve_ids, {{"first", std::int64_t{1'000'000}}, {"count", count}});
    ensure(next.has_value());
    return *next - count;
}

}  // namespace forecourt::log
