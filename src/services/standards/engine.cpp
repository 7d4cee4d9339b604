#include <services/standards/engine.h>

#include <assets/assets.h>
#include <services/standards/standards.sql.h>
#include <services/tasks/api.h>

#include <map>
#include <mutex>

namespace forecourt::standards {
namespace {

struct VersionRow {
    std::int64_t id{};
    std::string process;
    int number{};
    std::string body;
};
FORECOURT_STRUCT(VersionRow, id, process, number, body)

using InForce = std::shared_ptr<const std::vector<VersionInForce>>;

struct Cache {
    std::mutex mutex;
    std::map<std::int64_t, std::pair<Instant, InForce>> by_store;
    std::map<std::int64_t, std::shared_ptr<const Standard>> by_id;
};
Cache& cache() {
    static Cache cache;
    return cache;
}
constexpr Duration cache_limit = seconds(10);

std::shared_ptr<const Standard> parse(const std::string& body) {
    auto standard = std::make_shared<Standard>();
    ensure(reflect::from_json(*standard, body).empty());
    return standard;
}

struct MissedData {
    std::string process;
    std::string milestone;
    TwoWords title;
    Instant due_at;
};
FORECOURT_STRUCT(MissedData, process, milestone, title, due_at)

struct OverdueRow {
    std::int64_t case_id{};
    std::string process;
    std::int64_t version_id{};
    std::string object_type;
    std::int64_t object_id{};
    std::string name;
    Instant due_at;
};
FORECOURT_STRUCT(OverdueRow, case_id, process, version_id, object_type, object_id, name, due_at)

std::vector<Progress> progress_of(db::Connection& db, Id<Store> store, std::int64_t case_id) {
    return db::all<Progress>(db, sql::standards::milestones_of_case, {{"case_id", case_id}, {"store_id", store}});
}

void expect_next(Tx& tx, const Standard& standard, std::int64_t case_id, const Milestone& reached, Instant at) {
    for (const auto& next : standard.milestones) {
        if (!next.after || *next.after != reached.name) continue;
        std::optional<Instant> not_before, due_at;
        if (next.not_before_s) not_before = at + seconds(*next.not_before_s);
        if (next.within_s) due_at = at + seconds(*next.within_s);
        tx.db().execute(sql::standards::expect, {{"case_id", case_id},
                                                 {"name", next.name},
                                                 {"store_id", tx.store_id()},
                                                 {"not_before", not_before},
                                                 {"due_at", due_at}});
    }
}

std::optional<CaseRow> find_case(Tx& tx, const Standard& standard, std::int64_t object_id) {
    return db::first<CaseRow>(
        tx.db(), sql::standards::find_case,
        {{"store_id", tx.store_id()}, {"process", standard.process}, {"object_id", object_id}});
}

CaseRow begin_case(Tx& tx, const VersionInForce& version, std::int64_t object_id, Instant at) {
    CaseRow row{.id = tx.new_number(),
                .process = version.standard->process,
                .version_id = version.id,
                .object_type = version.standard->about,
                .object_id = object_id,
                .started_at = at,
                .ended_at = {}};
    tx.db().execute(sql::standards::insert_case, db::Params::of(row, {{"store_id", tx.store_id()}}));
    return row;
}

MaybeRefused reach(Tx& tx, const Standard& standard, const CaseRow& row, const Milestone& milestone,
                   const Event& event) {
    const auto verdict = judge(milestone, progress_of(tx.db(), tx.store_id(), row.id), event);
    if (stops(milestone, verdict)) {
        return Refused(standard_not_kept)
            .with("milestone", tx.actor().language == Language::zh ? milestone.title.zh : milestone.title.en)
            .with("verdict", std::string(name_of(verdict)));
    }
    tx.db().execute(sql::standards::reach, {{"case_id", row.id},
                                            {"name", milestone.name},
                                            {"store_id", tx.store_id()},
                                            {"at", event.at},
                                            {"event_id", event.id},
                                            {"actor_name", event.actor_name},
                                            {"verdict", verdict}});
    expect_next(tx, standard, row.id, milestone, event.at);
    if (milestone.ends.value_or(false)) {
        tx.db().execute(sql::standards::end_case,
                        {{"now", event.at}, {"case_id", row.id}, {"store_id", tx.store_id()}});
    }
    return std::nullopt;
}

bool names_event(const Standard& standard, std::string_view event) {
    for (const auto& milestone : standard.milestones) {
        if (milestone.event == event) return true;
    }
    return std::find(standard.ended_by.begin(), standard.ended_by.end(), event) != standard.ended_by.end();
}

MaybeRefused tell_process(Tx& tx, const VersionInForce& version, const Event& event) {
    const std::int64_t object_id = event.object(version.standard->about);
    if (object_id == 0) return std::nullopt;
    auto row = find_case(tx, *version.standard, object_id);
    if (!row) {
        if (version.standard->milestones.front().event != event.name) return std::nullopt;
        row = begin_case(tx, version, object_id, event.at);
    }
    if (row->ended_at) return std::nullopt;
    const auto standard = row->version_id == version.id ? version.standard
                                                        : version_by_id(tx.db(), tx.store_id(), row->version_id);
    for (const auto& milestone : standard->milestones) {
        if (milestone.event != event.name) continue;
        if (auto no = reach(tx, *standard, *row, milestone, event)) return no;
    }
    if (std::find(standard->ended_by.begin(), standard->ended_by.end(), event.name) != standard->ended_by.end()) {
        tx.db().execute(sql::standards::end_case,
                        {{"now", event.at}, {"case_id", row->id}, {"store_id", tx.store_id()}});
    }
    return std::nullopt;
}

}  // namespace

std::shared_ptr<const Standard> version_by_id(db::Connection& db, Id<Store> store, std::int64_t id) {
    {
        const std::lock_guard guard(cache().mutex);
        const auto found = cache().by_id.find(id);
        if (found != cache().by_id.end()) return found->second;
    }
    const auto body = db::text(db, sql::standards::version_body, {{"id", id}, {"store_id", store}});
    ensure(body.has_value());
    auto standard = parse(*body);
    const std::lock_guard guard(cache().mutex);
    return cache().by_id[id] = standard;
}

InForce versions_in_force(db::Connection& db, Id<Store> store, Instant now) {
    {
        const std::lock_guard guard(cache().mutex);
        const auto found = cache().by_store.find(store.value);
        if (found != cache().by_store.end()) {
            const auto age = now - found->second.first;
            if (age >= Duration{0} && age < cache_limit) return found->second.second;
        }
    }
    auto versions = std::make_shared<std::vector<VersionInForce>>();
    for (const auto& row : db::all<VersionRow>(db, sql::standards::versions_in_force,
                                               {{"store_id", store}, {"now", now}})) {
        versions->push_back({.id = row.id, .number = row.number, .standard = parse(row.body)});
    }
    const std::lock_guard guard(cache().mutex);
    if (!versions->empty()) cache().by_store[store.value] = {now, versions};
    return versions;
}

void forget_versions() {
    const std::lock_guard guard(cache().mutex);
    cache().by_store.clear();
}

MaybeRefused reach_milestones(Tx& tx, const Event& event) {
    if (event.store_id != tx.store_id()) return std::nullopt;
    const auto versions = versions_in_force(tx.db(), tx.store_id(), tx.now());
    for (const auto& version : *versions) {
        if (!names_event(*version.standard, event.name)) continue;
        if (auto no = tell_process(tx, version, event)) return no;
    }
    return std::nullopt;
}

std::optional<Instant> due_at(db::Connection& db, Id<Store> store, const ObjectRef& about,
                              std::string_view process, std::string_view milestone) {
    const auto due = db::number(db, sql::standards::milestone_due,
                                {{"store_id", store},
                                 {"process", process},
                                 {"object_type", about.type},
                                 {"object_id", about.id},
                                 {"milestone", milestone}});
    if (!due) return std::nullopt;
    return Instant{*due};
}

void install(Tx& tx) {
    for (const auto& asset : assets::under("standards/")) {
        const auto name = asset.path.substr(std::string_view("standards/").size());
        if (name.find('/') != std::string_view::npos || !name.ends_with(".json")) continue;
        Standard standard;
        if (!reflect::json_member(asset.body, "milestones")) continue;  // tables and plans, not a process
        const auto errors = reflect::from_json(standard, asset.body);
        if (!errors.empty() || !problems_of(standard).empty()) {
            throw BrokenInvariant("standard " + std::string(name) + " does not fit: " +
                                  (errors.empty() ? problems_of(standard).front().path + " " +
                                                        problems_of(standard).front().code
                                                  : errors.front().path + " " + errors.front().code));
        }
        const bool there = db::number(tx.db(), sql::standards::latest_number,
                                      {{"store_id", tx.store_id()}, {"process", standard.process}})
                               .has_value();
        if (there) continue;
        tx.db().execute(sql::standards::insert_version, {{"id", tx.new_number()},
                                                         {"store_id", tx.store_id()},
                                                         {"process", standard.process},
                                                         {"number", 1},
                                                         {"body", reflect::to_json(standard)},
                                                         {"reason", ""},
                                                         {"valid_from", Instant{0}},
                                                         {"published_at", tx.now()},
                                                         {"published_by", ""}});
    }
    forget_versions();
}

void watch_the_clock(Tx& tx) {
    const auto rows = db::all<OverdueRow>(tx.db(), sql::standards::overdue,
                                          {{"store_id", tx.store_id()}, {"now", tx.now()}});
    for (const auto& row : rows) {
        tx.db().execute(sql::standards::mark_missed, {{"now", tx.now()},
                                                      {"case_id", row.case_id},
                                                      {"name", row.name},
                                                      {"store_id", tx.store_id()}});
        const auto standard = version_by_id(tx.db(), tx.store_id(), row.version_id);
        for (const auto& milestone : standard->milestones) {
            if (milestone.name != row.name || milestone.on_miss == OnMiss::measure) continue;
            const MissedData data{.process = row.process,
                                  .milestone = row.name,
                                  .title = milestone.title,
                                  .due_at = row.due_at};
            const ObjectRef about{standard->about, row.object_id};
            tx.emit("standards.milestone_missed", {about}, data);
            for (const auto role : milestone.roles) {
                tasks::alert(tx, {.title_key = "alert.standards.milestone_missed",
                                  .params_json = reflect::to_json(data),
                                  .role = role,
                                  .about = about});
            }
        }
    }
}

}  // namespace forecourt::standards
