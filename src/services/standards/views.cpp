#include <services/standards/conformance/conformance_views.h>
#include <services/standards/draft/draft_views.h>
#include <services/standards/engine.h>
#include <services/standards/module.h>
#include <services/standards/picture/picture_views.h>
#include <services/standards/standards.sql.h>

namespace forecourt::standards {
namespace {

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
FORECOURT_STRUCT(StripMilestone, name, title, not_before, due_at, reached_at, actor_name, verdict, times,
                 roles, on_miss)

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
    for (const auto& row :
         db::all<LateRow>(context.db(), sql::standards::late_now, {{"store_id", context.store_id()}})) {
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

const View<StripInput, Strip> strip{
    {.name = "standards.strip", .needs = standard_read, .refuses = {}, .run = run_strip}};
const View<Nothing, LateOutput> late{
    {.name = "standards.late_now", .needs = standard_read, .refuses = {}, .run = run_late}};
const View<Nothing, ProcessOutput> in_force{
    {.name = "standards.in_force", .needs = standard_read, .refuses = {}, .run = run_in_force}};
}  // namespace

const Module standards_module{
    .name = "standards",
    .needs = {"log", "access", "tasks", "checklists", "search", "versions"},
    .actions = {&open_draft, &change_draft, &discard_draft, &publish},
    .views = {&strip, &late, &in_force, &versions, &processes, &process_record, &compare_versions,
              &process_map, &cases_at_milestone, &bpmn, &conformance, &conformance_people, &deviating_cases,
              &case_record, &times, &cases_by_time},
    .grants = {{standard_read,
                {Role::gm, Role::sales_manager, Role::sales, Role::host, Role::cashier, Role::finance,
                 Role::delivery, Role::advisor, Role::foreman, Role::technician, Role::inspector, Role::parts,
                 Role::care, Role::hr, Role::facility, Role::admin}},
               {standard_write, {Role::gm}},
               {conformance_read,
                {Role::gm, Role::sales_manager, Role::foreman, Role::care, Role::hr, Role::admin}}},
    .events = {"standards.milestone_missed", "standards.draft_opened", "standards.draft_changed",
               "standards.draft_discarded", "standards.version_published"},
    .handlers = {},
    .jobs = {{"standards.watch_the_clock", seconds(5), watch_the_clock}},
};

}  // namespace forecourt::standards
