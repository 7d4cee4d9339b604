#include <services/standards/engine.h>

#include <assets/assets.h>
#include <db/send.h>
#include <reflect/json_scan.h>
#include <services/checklists/api.h>
#include <services/log/api.h>
#include <services/search/api.h>
#include <services/standards/standards.sql.h>
#include <services/tasks/api.h>

#include <map>
#include <mutex>
#include <unordered_map>

namespace forecourt::standards {
namespace {

using InForce = std::shared_ptr<const std::vector<VersionInForce>>;

struct Cache {
    std::mutex mutex;
    std::map<std::int64_t, std::pair<Instant, InForce>> by_store;
    std::map<std::int64_t, std::shared_ptr<const Standard>> by_id;
    std::unordered_map<std::string, std::shared_ptr<const Standard>> by_body;
};
Cache& cache() {
    static Cache cache;
    return cache;
}
constexpr Duration cache_limit = seconds(10);

// Versions never change, and most stores go by the same: what was read once is kept for all of them.
std::shared_ptr<const Standard> parse(const std::string& body) {
    {
        const std::lock_guard guard(cache().mutex);
        const auto found = cache().by_body.find(body);
        if (found != cache().by_body.end()) return found->second;
    }
    auto standard = std::make_shared<const Standard>(standard_of(body));
    const std::lock_guard guard(cache().mutex);
    return cache().by_body[body] = standard;
}

struct MissedData {
    std::string process;
    std::string milestone;
    TwoWords title;
    Instant due_at;
};
FORECOURT_STRUCT(MissedData, process, milestone, title, due_at)

/// What the alert says of it: the log keeps no names, whoever is told needs one.
struct MissedAlert {
    TwoWords title;
    std::string customer;
};
FORECOURT_STRUCT(MissedAlert, title, customer)

// Whose case it is: the customer that an event about the record named.
std::string customer_of(Tx& tx, const ObjectRef& about) {
    for (const auto& entry : log::entries_about(tx.db(), tx.store_id(), about)) {
        const auto customer = log::event_of(entry).object("customer");
        if (customer != 0) return search::title_of(tx.db(), tx.store_id(), "customer", customer);
    }
    return "";
}

struct OverdueRow {
    std::int64_t case_id{};
    std::string process;
    std::int64_t version_id{};
    std::string object_type;
    std::int64_t object_id{};
    Instant started_at;
    std::string name;
    Instant due_at;
};
FORECOURT_STRUCT(OverdueRow, case_id, process, version_id, object_type, object_id, started_at, name, due_at)

std::vector<Progress> progress_of(db::Connection& db, Id<Store> store, std::int64_t case_id) {
    return db::all<Progress>(db, sql::standards::milestones_of_case,
                             {{"case_id", case_id}, {"store_id", store}});
}

void expect_next(Tx& tx, const Standard& standard, std::int64_t case_id, const Milestone& reached,
                 Instant at) {
    for (const auto& next : standard.milestones) {
        if (!next.after || *next.after != reached.name) continue;
        std::optional<Instant> not_before, due_at;
        if (next.not_before_s) not_before = at + seconds(*next.not_before_s);
        if (next.within_s) due_at = at + seconds(*next.within_s);
        db::send(tx.db(), sql::standards::expect,
                 {{"case_id", case_id},
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

// A member of the event's data when it is a text that says something.
std::string text_member(const Event& event, std::string_view name) {
    const auto value = reflect::json_member(event.data, std::string(name));
    if (!value || value->size() < 3 || value->front() != '"') return {};
    return reflect::JsonScanner(*value).string();
}

// Number and name of the record, as its first event says them.
std::string title_of(const Event& event) {
    std::string title = text_member(event, "number");
    for (const char* member : {"visitor_name", "customer_name", "name", "plate", "car_title", "title"}) {
        const auto said = text_member(event, member);
        if (said.empty()) continue;
        return title.empty() ? said : title + " " + said;
    }
    return title;
}

CaseRow begin_case(Tx& tx, const VersionInForce& version, std::int64_t object_id, const Event& event) {
    CaseRow row{.id = tx.new_number(),
                .process = version.standard->process,
                .version_id = version.id,
                .object_type = version.standard->about,
                .object_id = object_id,
                .title = title_of(event),
                .started_at = event.at,
                .ended_at = {}};
    db::send(tx.db(), sql::standards::insert_case, db::Params::of(row, {{"store_id", tx.store_id()}}));
    return row;
}

struct Departure {
    std::string_view milestone;
    std::string_view kind;
    std::int64_t by_s{};
    OnMiss on_miss{};
};

void keep_deviation(Tx& tx, const CaseRow& row, const Departure& departure, const Event* event) {
    db::send(tx.db(), sql::standards::insert_deviation,
             {{"store_id", tx.store_id()},
              {"case_id", row.id},
              {"milestone", departure.milestone},
              {"kind", departure.kind},
              {"process", row.process},
              {"case_started_at", row.started_at},
              {"at", event != nullptr ? event->at : tx.now()},
              {"by_s", departure.by_s},
              {"on_miss", departure.on_miss},
              {"user_id", event != nullptr ? event->user_id : 0},
              {"actor_name", event != nullptr ? event->actor_name : std::string()}});
}

const Milestone& milestone_named(const Standard& standard, std::string_view name) {
    const auto at = std::find_if(standard.milestones.begin(), standard.milestones.end(),
                                 [&](const Milestone& milestone) { return milestone.name == name; });
    ensure(at != standard.milestones.end());
    return *at;
}

// The case is done; what it passed over is held against whoever brought it to its end.
void keep_what_is_missing(Tx& tx, const Standard& standard, const CaseRow& row, const Event& event) {
    for (const auto& name : missing_milestones(standard, progress_of(tx.db(), tx.store_id(), row.id))) {
        db::send(tx.db(), sql::standards::forget_lateness,
                 {{"store_id", tx.store_id()}, {"case_id", row.id}, {"milestone", name}});
        keep_deviation(tx, row,
                       {.milestone = name,
                        .kind = "missing",
                        .by_s = 0,
                        .on_miss = milestone_named(standard, name).on_miss},
                       &event);
    }
}

void end_case(Tx& tx, const CaseRow& row, Instant at, bool completed) {
    db::send(
        tx.db(), sql::standards::end_case,
        {{"now", at}, {"case_id", row.id}, {"store_id", tx.store_id()}, {"completed", completed ? 1 : 0}});
}

Circumstances circumstances_of(Tx& tx, const Milestone& milestone, const CaseRow& row) {
    if (!milestone.checklist) return {};
    return {.checklist_filled = checklists::last_filled_at(tx.db(), tx.store_id(), *milestone.checklist,
                                                           {row.object_type, row.object_id})
                                    .has_value()};
}

MaybeRefused reach(Tx& tx, const Standard& standard, const CaseRow& row, const Milestone& milestone,
                   const Event& event) {
    const auto faults = faults_of(milestone, progress_of(tx.db(), tx.store_id(), row.id), event,
                                  circumstances_of(tx, milestone, row));
    const auto verdict = faults.empty() ? Verdict::on_time : faults.front().verdict;
    if (stops(milestone, verdict)) {
        return Refused(standard_not_kept)
            .with("milestone", tx.actor().language == Language::zh ? milestone.title.zh : milestone.title.en)
            .with("verdict", std::string(name_of(verdict)));
    }
    for (const auto& fault : faults) {
        keep_deviation(tx, row,
                       {.milestone = milestone.name,
                        .kind = name_of(fault.verdict),
                        .by_s = fault.by_s,
                        .on_miss = milestone.on_miss},
                       &event);
    }
    db::send(tx.db(), sql::standards::reach,
             {{"case_id", row.id},
              {"name", milestone.name},
              {"store_id", tx.store_id()},
              {"at", event.at},
              {"event_id", event.id},
              {"user_id", event.user_id},
              {"actor_name", event.actor_name},
              {"verdict", verdict}});
    expect_next(tx, standard, row.id, milestone, event.at);
    if (milestone.ends.value_or(false)) {
        keep_what_is_missing(tx, standard, row, event);
        end_case(tx, row, event.at, true);
    }
    return std::nullopt;
}

// Who is asked for help need not keep away any longer.
void lift_lower_sides(Tx& tx, const Standard& standard, const CaseRow& row, const Event& event) {
    for (const auto& milestone : standard.milestones) {
        if (!milestone.lifted_by || *milestone.lifted_by != event.name) continue;
        db::send(
            tx.db(), sql::standards::lift_lower_side,
            {{"case_id", row.id}, {"name", milestone.name}, {"store_id", tx.store_id()}, {"at", event.at}});
    }
}

bool names_event(const Standard& standard, std::string_view event) {
    for (const auto& milestone : standard.milestones) {
        if (milestone.event == event || milestone.lifted_by == event) return true;
    }
    return std::find(standard.ended_by.begin(), standard.ended_by.end(), event) != standard.ended_by.end();
}

MaybeRefused tell_process(Tx& tx, const VersionInForce& version, const Event& event) {
    const std::int64_t object_id = event.object(version.standard->about);
    if (object_id == 0) return std::nullopt;
    auto row = find_case(tx, *version.standard, object_id);
    if (!row) {
        if (version.standard->milestones.front().event != event.name) return std::nullopt;
        row = begin_case(tx, version, object_id, event);
    }
    if (row->ended_at) return std::nullopt;
    const auto standard = row->version_id == version.id
                              ? version.standard
                              : version_by_id(tx.db(), tx.store_id(), row->version_id);
    lift_lower_sides(tx, *standard, *row, event);
    for (const auto& milestone : standard->milestones) {
        if (milestone.event != event.name) continue;
        if (auto no = reach(tx, *standard, *row, milestone, event)) return no;
    }
    if (std::find(standard->ended_by.begin(), standard->ended_by.end(), event.name) !=
        standard->ended_by.end()) {
        end_case(tx, *row, event.at, false);
    }
    return std::nullopt;
}

std::vector<std::string_view>& known_events() {
    static std::vector<std::string_view> events;
    return events;
}

}  // namespace

Standard standard_of(const std::string& body) {
    Standard standard;
    ensure(reflect::from_json(standard, body).empty());
    return standard;
}

void know_events(std::vector<std::string_view> events) { known_events() = std::move(events); }

Vocabulary vocabulary_of(Context& context) {
    Vocabulary vocabulary{.events = known_events(), .checklists = {}};
    for (const auto& [number, list] : checklists::lists_at(context.db(), context.store_id(), context.now())) {
        vocabulary.checklists.push_back(list.name);
    }
    return vocabulary;
}

std::vector<Refusal> mistakes() {
    return {standard_needs_milestones,
            milestone_needs_name,
            milestone_twice,
            event_unknown,
            checklist_of_standard_unknown,
            milestone_unknown,
            milestones_in_a_circle,
            first_milestone_waits,
            times_need_a_start,
            target_not_positive,
            lower_over_upper,
            nothing_to_lift};
}

MaybeRefused may_hold(Context& context, const Standard& standard) {
    const auto problems = problems_of(standard, vocabulary_of(context));
    if (problems.empty()) return std::nullopt;
    const auto& first = problems.front();
    for (const auto& refusal : mistakes()) {
        if (refusal.name != first.code) continue;
        Refused refused(refusal);
        const std::string prefix = "/milestones/";
        std::string milestone = first.path;
        if (first.path.starts_with(prefix)) {
            const auto index = static_cast<std::size_t>(std::stoul(first.path.substr(prefix.size())));
            const auto& at = standard.milestones[index];
            milestone = at.title.zh.empty() ? "#" + std::to_string(index + 1) : at.title.zh;
        }
        refused.details.emplace_back("milestone", milestone);
        return refused;
    }
    throw BrokenInvariant("a mistake without a refusal: " + first.code);
}

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
    for (const auto& row :
         db::all<VersionRow>(db, sql::standards::versions_in_force, {{"store_id", store}, {"now", now}})) {
        versions->push_back(
            {.id = row.id, .number = row.number, .valid_from = row.valid_from, .standard = parse(row.body)});
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

std::vector<CaseFacts> cases(db::Connection& db, Id<Store> store, const std::optional<std::string>& process) {
    return db::all<CaseFacts>(db, sql::standards::every_case, {{"store_id", store}, {"process", process}});
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
        db::send(tx.db(), sql::standards::insert_version,
                 {{"id", tx.new_number()},
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

// Late and still open: nobody's fault yet; who reaches it late is named then.
static void keep_lateness(Tx& tx, const Standard& standard, const OverdueRow& row) {
    const CaseRow of{.id = row.case_id,
                     .process = row.process,
                     .version_id = row.version_id,
                     .object_type = row.object_type,
                     .object_id = row.object_id,
                     .title = {},
                     .started_at = row.started_at,
                     .ended_at = {}};
    keep_deviation(tx, of,
                   {.milestone = row.name,
                    .kind = name_of(Verdict::too_late),
                    .by_s = 0,
                    .on_miss = milestone_named(standard, row.name).on_miss},
                   nullptr);
}

void watch_the_clock(Tx& tx) {
    const auto rows = db::all<OverdueRow>(tx.db(), sql::standards::overdue,
                                          {{"store_id", tx.store_id()}, {"now", tx.now()}});
    for (const auto& row : rows) {
        db::send(
            tx.db(), sql::standards::mark_missed,
            {{"now", tx.now()}, {"case_id", row.case_id}, {"name", row.name}, {"store_id", tx.store_id()}});
        const auto standard = version_by_id(tx.db(), tx.store_id(), row.version_id);
        keep_lateness(tx, *standard, row);
        for (const auto& milestone : standard->milestones) {
            if (milestone.name != row.name || milestone.on_miss == OnMiss::measure) continue;
            const MissedData data{.process = row.process,
                                  .milestone = row.name,
                                  .title = milestone.title,
                                  .due_at = row.due_at};
            const ObjectRef about{standard->about, row.object_id};
            tx.emit("standards.milestone_missed", {about}, data);
            const MissedAlert told{.title = milestone.title, .customer = customer_of(tx, about)};
            for (const auto role : milestone.roles) {
                tasks::alert(tx, {.title_key = told.customer.empty() ? "alert.standards.milestone_missed"
                                                                     : "alert.standards.milestone_missed_of",
                                  .params_json = reflect::to_json(told),
                                  .role = role,
                                  .about = about});
            }
        }
    }
}

}  // namespace forecourt::standards
