#include <services/standards/engine.h>
#include <services/standards/module.h>
#include <services/standards/standards.sql.h>

namespace forecourt::standards {
namespace {

inline constexpr Right standard_read{"standards.standard_read"};
inline constexpr Right standard_write{"standards.standard_write"};

struct StripInput {
    std::string object_type;
    std::int64_t object_id{};
};
FORECOURT_STRUCT(StripInput, object_type, object_id)

struct StripMilestone {
    std::string name;
    TwoWords title;
    std::optional<Instant> not_before;
    std::optional<Instant> due_at;
    std::optional<Instant> reached_at;
    std::string actor_name;
    std::string verdict;
    int times{};
    std::vector<Role> roles;
    OnMiss on_miss{};
};
FORECOURT_STRUCT(StripMilestone, name, title, not_before, due_at, reached_at, actor_name, verdict, times, roles, on_miss)

struct StripCase {
    std::string process;
    TwoWords title;
    Instant started_at;
    std::optional<Instant> ended_at;
    std::vector<StripMilestone> milestones;
};
FORECOURT_STRUCT(StripCase, process, title, started_at, ended_at, milestones)

struct Strip {
    std::vector<StripCase> cases;
};
FORECOURT_STRUCT(Strip, cases)

/// Where a record stands in its processes: each milestone, reached, due or still to come.
Result<Strip> run_strip(Context& context, const StripInput& in) {
    Strip strip;
    for (const auto& row : db::all<CaseRow>(context.db(), sql::standards::cases_of_object,
                                            {{"store_id", context.store_id()},
                                             {"object_type", in.object_type},
                                             {"object_id", in.object_id}})) {
        const auto standard = version_by_id(context.db(), context.store_id(), row.version_id);
        const auto progress = db::all<Progress>(context.db(), sql::standards::milestones_of_case,
                                                {{"case_id", row.id}, {"store_id", context.store_id()}});
        StripCase shown{.process = row.process,
                        .title = standard->title,
                        .started_at = row.started_at,
                        .ended_at = row.ended_at,
                        .milestones = {}};
        for (const auto& milestone : standard->milestones) {
            StripMilestone item{.name = milestone.name,
                                .title = milestone.title,
                                .not_before = {},
                                .due_at = {},
                                .reached_at = {},
                                .actor_name = {},
                                .verdict = {},
                                .times = 0,
                                .roles = milestone.roles,
                                .on_miss = milestone.on_miss};
            for (const auto& known : progress) {
                if (known.name != milestone.name) continue;
                item.not_before = known.not_before;
                item.due_at = known.due_at;
                item.reached_at = known.reached_at;
                item.actor_name = known.actor_name;
                item.verdict = known.verdict;
                item.times = known.times;
            }
            shown.milestones.push_back(std::move(item));
        }
        strip.cases.push_back(std::move(shown));
    }
    return strip;
}

struct LateRow {
    std::int64_t case_id{};
    std::string process;
    std::int64_t version_id{};
    std::string object_type;
    std::int64_t object_id{};
    std::string name;
    Instant due_at;
};
FORECOURT_STRUCT(LateRow, case_id, process, version_id, object_type, object_id, name, due_at)

struct LateItem {
    std::string process;
    TwoWords process_title;
    std::string milestone;
    TwoWords title;
    std::string object_type;
    std::int64_t object_id{};
    Instant due_at;
};
FORECOURT_STRUCT(LateItem, process, process_title, milestone, title, object_type, object_id, due_at)
struct LateOutput {
    std::vector<LateItem> rows;
};
FORECOURT_STRUCT(LateOutput, rows)

/// What is late at this moment, for the roles of the person who asks (a manager sees all).
Result<LateOutput> run_late(Context& context, const Nothing&) {
    LateOutput output;
    const bool sees_all = context.actor().is(Role::gm) || context.actor().is(Role::admin);
    for (const auto& row : db::all<LateRow>(context.db(), sql::standards::late_now,
                                            {{"store_id", context.store_id()}})) {
        const auto standard = version_by_id(context.db(), context.store_id(), row.version_id);
        for (const auto& milestone : standard->milestones) {
            if (milestone.name != row.name) continue;
            const bool mine = std::any_of(milestone.roles.begin(), milestone.roles.end(),
                                          [&](Role role) { return context.actor().is(role); });
            if (!mine && !sees_all) continue;
            output.rows.push_back({.process = row.process,
                                   .process_title = standard->title,
                                   .milestone = row.name,
                                   .title = milestone.title,
                                   .object_type = row.object_type,
                                   .object_id = row.object_id,
                                   .due_at = row.due_at});
        }
    }
    return output;
}

struct ProcessOutput {
    std::vector<Standard> standards;
};
FORECOURT_STRUCT(ProcessOutput, standards)

Result<ProcessOutput> run_in_force(Context& context, const Nothing&) {
    ProcessOutput output;
    for (const auto& version : *versions_in_force(context.db(), context.store_id(), context.now())) {
        output.standards.push_back(*version.standard);
    }
    return output;
}

struct VersionsInput {
    FilledText process;
};
FORECOURT_STRUCT(VersionsInput, process)
struct VersionItem {
    std::int64_t id{};
    std::string process;
    int number{};
    std::string reason;
    Instant valid_from;
    Instant published_at;
    std::string published_by;
};
FORECOURT_STRUCT(VersionItem, id, process, number, reason, valid_from, published_at, published_by)
struct VersionsOutput {
    std::vector<VersionItem> rows;
};
FORECOURT_STRUCT(VersionsOutput, rows)

Result<VersionsOutput> run_versions(Context& context, const VersionsInput& in) {
    return VersionsOutput{db::all<VersionItem>(context.db(), sql::standards::versions_of_process,
                                               {{"store_id", context.store_id()}, {"process", in.process.text}})};
}

struct Publish {
    Standard standard;
    FilledText reason;
    Instant valid_from;
};
FORECOURT_STRUCT(Publish, standard, reason, valid_from)
struct Published {
    std::string process;
    int number{};
    std::string reason;
};
FORECOURT_STRUCT(Published, process, number, reason)

/// A new version of a norm. Cases that run keep theirs.
Result<Published> run_publish(Tx& tx, const Publish& in) {
    if (const auto problems = problems_of(in.standard); !problems.empty()) {
        return with(standard_not_valid, "path", problems.front().path);
    }
    const auto latest = db::number(tx.db(), sql::standards::latest_number,
                                   {{"store_id", tx.store_id()}, {"process", in.standard.process}});
    if (!latest) return standard_not_found;
    const Published published{.process = in.standard.process,
                              .number = static_cast<int>(*latest) + 1,
                              .reason = in.reason.text};
    const std::int64_t id = tx.new_number();
    tx.db().execute(sql::standards::insert_version, {{"id", id},
                                                     {"store_id", tx.store_id()},
                                                     {"process", in.standard.process},
                                                     {"number", published.number},
                                                     {"body", reflect::to_json(in.standard)},
                                                     {"reason", in.reason.text},
                                                     {"valid_from", in.valid_from},
                                                     {"published_at", tx.now()},
                                                     {"published_by", tx.actor().name}});
    forget_versions();
    tx.emit("standards.version_published", {{"standard", id}}, published);
    return published;
}

const Action<Publish, Published> publish{{.name = "standards.publish",
                                          .needs = standard_write,
                                          .refuses = {standard_not_valid, standard_not_found},
                                          .run = run_publish}};
const View<StripInput, Strip> strip{
    {.name = "standards.strip", .needs = standard_read, .refuses = {}, .run = run_strip}};
const View<Nothing, LateOutput> late{
    {.name = "standards.late_now", .needs = standard_read, .refuses = {}, .run = run_late}};
const View<Nothing, ProcessOutput> in_force{
    {.name = "standards.in_force", .needs = standard_read, .refuses = {}, .run = run_in_force}};
const View<VersionsInput, VersionsOutput> versions{
    {.name = "standards.versions", .needs = standard_read, .refuses = {}, .run = run_versions}};

}  // namespace

const Module standards_module{
    .name = "standards",
    .needs = {"log", "access", "tasks"},
    .actions = {&publish},
    .views = {&strip, &late, &in_force, &versions},
    .grants = {{standard_read,
                {Role::gm, Role::sales_manager, Role::sales, Role::host, Role::cashier, Role::finance,
                 Role::delivery, Role::advisor, Role::foreman, Role::technician, Role::inspector, Role::parts,
                 Role::care, Role::hr, Role::facility, Role::admin}},
               {standard_write, {Role::gm}}},
    .events = {"standards.milestone_missed", "standards.version_published"},
    .handlers = {},
    .jobs = {{"standards.watch_the_clock", seconds(5), watch_the_clock}},
};

}  // namespace forecourt::standards
