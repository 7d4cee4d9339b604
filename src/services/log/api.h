#pragma once
#include <action/context.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace forecourt::log {

/// One line of the log as it is stored.
struct Entry {
    std::int64_t id{};
    Id<Store> store_id;
    std::int64_t seq{};
    Instant at;
    std::string name;
    std::int64_t user_id{};
    std::string actor_name;
    JsonText objects;  // [{"type":"visit","id":7}]
    JsonText data;
    std::string hash;
};
FORECOURT_STRUCT(Entry, id, store_id, seq, at, name, user_id, actor_name, objects, data, hash)

/// The text that an entry's hash covers, with the hash before it: one line of JSON, keys in this order.
/// docs/audit.md describes it, so that others can check the chain with a dozen lines of their own.
std::string hashed_text(const Entry& entry);
std::string chain_hash(std::string_view hash_before, const Entry& entry);
inline constexpr std::string_view first_hash =
    "0000000000000000000000000000000000000000000000000000000000000000";

/// Writes the events of one action to the log, chained. Called by the runner when the action has run.
void append(Tx& tx, const std::vector<Event>& events);

/// Entries after a position, in their order.
std::vector<Entry> entries_since(db::Connection& db, Id<Store> store, std::int64_t after_seq,
                                 std::size_t limit);

/// The event as the one who made it had it, but for the actor's roles, which the log does not keep.
Event event_of(const Entry& entry);

/// Everything that happened to one record, the oldest first.
std::vector<Entry> entries_about(db::Connection& db, Id<Store> store, const ObjectRef& about);

/// Where the log of a store ends.
struct Head {
    Id<Store> store_id;
    std::int64_t seq{};
    std::string hash;
};
FORECOURT_STRUCT(Head, store_id, seq, hash)
std::vector<Head> every_head(db::Connection& db);
/// The hash of one entry, nothing when there is none of that number.
std::optional<std::string> hash_at(db::Connection& db, Id<Store> store, std::int64_t seq);

/// Walks every chain; each finding is a sentence. Empty: nothing was changed, inserted, deleted or moved.
std::vector<std::string> check_chains(db::Connection& db);

/// What was answered to this key before.
struct KeptAnswer {
    std::string action;
    std::string fingerprint;
    std::string answer;
};
FORECOURT_STRUCT(KeptAnswer, action, fingerprint, answer)
struct IdempotencyKey {
    std::string caller;  // user or customer, so that two people's keys never meet
    std::string key;
};
std::optional<KeptAnswer> find_answer(db::Connection& db, Id<Store> store, const IdempotencyKey& key);
void keep_answer(Tx& tx, const IdempotencyKey& key, const KeptAnswer& answer);

/// Reserves a block of keys and returns its first.
std::int64_t reserve_ids(db::Connection& db, std::int64_t count);

}  // namespace forecourt::log
