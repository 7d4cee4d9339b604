#include <db/send.h>
#include <services/versions/api.h>
#include <services/versions/module.h>
#include <services/versions/versions.sql.h>

namespace forecourt::versions {
namespace {

namespace statements = sql::versions;

std::optional<Version> one(db::Connection& db, const db::Sql& statement, Id<Store> store, Key key) {
    return db::first<Version>(db, statement, {{"store_id", store}, {"kind", key.kind}, {"name", key.name}});
}

Draft insert_draft(Tx& tx, Key key, int base_number, const std::string& body) {
    Draft draft{.id = tx.new_number(),
                .name = std::string(key.name),
                .base_number = base_number,
                .body = body,
                .begun_at = tx.now(),
                .begun_by = tx.actor().name,
                .changed_at = tx.now(),
                .changed_by = tx.actor().name,
                .version = 1};
    db::send(tx.db(), statements::insert_draft,
             db::Params::of(draft, {{"store_id", tx.store_id()}, {"kind", key.kind}}));
    return draft;
}

void insert_version(Tx& tx, Key key, const Version& version) {
    db::send(tx.db(), statements::insert_version,
             db::Params::of(version, {{"store_id", tx.store_id()}, {"kind", key.kind}}));
}

LastVersion last_version(Tx& tx, Key key) {
    const auto last = one(tx.db(), statements::latest_version, tx.store_id(), key);
    return last ? LastVersion{last->number, last->valid_from} : LastVersion{0, Instant{0}};
}

Result<Version> add_version(Tx& tx, Key key, int base_number, const LastVersion& last,
                            const std::string& body, const Publication& publication) {
    if (const auto no = may_publish(base_number, last, publication.changes)) return *no;
    const auto start = decide_start(publication.valid_from, tx.now(), last);
    if (!start) return start.refused();
    const Version version{.id = tx.new_number(),
                          .name = std::string(key.name),
                          .number = last.number + 1,
                          .body = body,
                          .reason = publication.reason,
                          .valid_from = *start,
                          .published_at = tx.now(),
                          .published_by = tx.actor().name};
    insert_version(tx, key, version);
    return version;
}

}  // namespace

std::optional<Version> in_force(db::Connection& db, Id<Store> store, Key key, Instant at) {
    return db::first<Version>(db, statements::version_in_force,
                              {{"store_id", store}, {"kind", key.kind}, {"name", key.name}, {"at", at}});
}

std::optional<Version> numbered(db::Connection& db, Id<Store> store, Key key, int number) {
    return db::first<Version>(
        db, statements::version_by_number,
        {{"store_id", store}, {"kind", key.kind}, {"name", key.name}, {"number", number}});
}

std::optional<Version> latest(db::Connection& db, Id<Store> store, Key key) {
    return one(db, statements::latest_version, store, key);
}

std::vector<PastVersion> history(db::Connection& db, Id<Store> store, Key key, Instant now) {
    std::vector<PastVersion> past;
    bool found = false;
    for (const auto& version :
         db::all<Version>(db, statements::versions_of_text,
                          {{"store_id", store}, {"kind", key.kind}, {"name", key.name}})) {
        const bool in_force = !found && version.valid_from <= now;
        found = found || in_force;
        past.push_back({.number = version.number,
                        .reason = version.reason,
                        .valid_from = version.valid_from,
                        .published_at = version.published_at,
                        .published_by = version.published_by,
                        .in_force = in_force});
    }
    return past;
}

std::vector<Version> all_in_force(db::Connection& db, Id<Store> store, std::string_view kind, Instant at) {
    return db::all<Version>(db, statements::versions_of_kind_in_force,
                            {{"store_id", store}, {"kind", kind}, {"at", at}});
}

std::vector<Version> all_latest(db::Connection& db, Id<Store> store, std::string_view kind) {
    return db::all<Version>(db, statements::latest_versions_of_kind, {{"store_id", store}, {"kind", kind}});
}

std::optional<Draft> draft_of(db::Connection& db, Id<Store> store, Key key) {
    return db::first<Draft>(db, statements::find_draft,
                            {{"store_id", store}, {"kind", key.kind}, {"name", key.name}});
}

std::vector<Draft> drafts(db::Connection& db, Id<Store> store, std::string_view kind) {
    return db::all<Draft>(db, statements::drafts_of_kind, {{"store_id", store}, {"kind", kind}});
}

void install(Tx& tx, Key key, const std::string& body) {
    if (latest(tx.db(), tx.store_id(), key)) return;
    insert_version(tx, key,
                   {.id = tx.new_number(),
                    .name = std::string(key.name),
                    .number = 1,
                    .body = body,
                    .reason = {},
                    .valid_from = Instant{0},
                    .published_at = tx.now(),
                    .published_by = {}});
}

Result<Draft> open_draft(Tx& tx, Key key) {
    if (draft_of(tx.db(), tx.store_id(), key)) return draft_is_open;
    const auto base = latest(tx.db(), tx.store_id(), key);
    ensure(base.has_value());
    return insert_draft(tx, key, base->number, base->body);
}

Draft begin(Tx& tx, Key key, const std::string& body) {
    ensure(!latest(tx.db(), tx.store_id(), key));
    return insert_draft(tx, key, 0, body);
}

void change_draft(Tx& tx, Key key, std::int64_t version, const std::string& body) {
    db::execute_one(tx.db(), statements::update_draft,
                    {{"store_id", tx.store_id()},
                     {"kind", key.kind},
                     {"name", key.name},
                     {"body", body},
                     {"now", tx.now()},
                     {"by", tx.actor().name},
                     {"version", version}});
}

void discard_draft(Tx& tx, Key key, std::int64_t version) {
    db::execute_one(
        tx.db(), statements::delete_draft,
        {{"store_id", tx.store_id()}, {"kind", key.kind}, {"name", key.name}, {"version", version}});
}

Result<Version> publish_text(Tx& tx, Key key, const std::string& body, const Publication& publication) {
    const auto last = last_version(tx, key);
    return add_version(tx, key, last.number, last, body, publication);
}

Result<Version> publish(Tx& tx, Key key, const Publication& publication) {
    const auto draft = draft_of(tx.db(), tx.store_id(), key);
    if (!draft) return draft_not_found;
    const auto version =
        add_version(tx, key, draft->base_number, last_version(tx, key), draft->body, publication);
    if (version) discard_draft(tx, key, publication.version);
    return version;
}

const Module versions_module{
    .name = "versions",
    .needs = {},
    .actions = {},
    .views = {},
    .grants = {},
    .events = {},
    .handlers = {},
    .jobs = {},
};

}  // namespace forecourt::versions
