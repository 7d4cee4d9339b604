#include <services/standards/conformance/conformance_store.h>
#include <services/standards/conformance/period.h>
#include <services/standards/conformance/standards_conformance.sql.h>
#include <services/standards/engine.h>
#include <services/standards/picture/picture_views.h>
#include <services/standards/standards.sql.h>

namespace forecourt::standards {
namespace {

struct NamedCount {
    std::string name;
    std::int64_t cases{};
};
FORECOURT_STRUCT(NamedCount, name, cases)

std::map<std::string, std::int64_t> counts(Context& context, const db::Sql& sql, const std::string& process) {
    std::map<std::string, std::int64_t> counts;
    for (const auto& row : db::all<NamedCount>(
             context.db(), sql,
             {{"store_id", context.store_id()}, {"process", process}, {"now", context.now()}})) {
        counts[row.name] = row.cases;
    }
    return counts;
}

std::optional<VersionRow> version_in_force(Context& context, const std::string& process) {
    return db::first<VersionRow>(
        context.db(), sql::standards::version_in_force,
        {{"store_id", context.store_id()}, {"process", process}, {"now", context.now()}});
}

MapStep step_of(const Standard& standard, const Milestone& milestone) {
    MapStep step{.milestone = milestone.name,
                 .title = milestone.title,
                 .roles = milestone.roles,
                 .start = milestone.after,
                 .start_title = {},
                 .not_before_s = milestone.not_before_s,
                 .within_s = milestone.within_s,
                 .on_miss = milestone.on_miss,
                 .optional = milestone.optional.value_or(false),
                 .median_s = {},
                 .slow_s = {}};
    for (const auto& one : standard.milestones) {
        if (milestone.after == one.name) step.start_title = one.title;
    }
    return step;
}

Result<ProcessMap> run_map(Context& context, const MapInput& in) {
    const auto version = version_in_force(context, in.process.text);
    if (!version) return standard_not_found;
    const Standard standard = standard_of(version->body);
    const auto days = days_of(in.from_day, in.until_day, context.now());
    const auto paths = paths_of(context, standard.process, days);
    auto standing = counts(context, sql::standards_conformance::standing_at, standard.process);
    auto late = counts(context, sql::standards_conformance::late_at, standard.process);
    std::map<std::string, std::int64_t> deviations;
    for (const auto& row :
         deviations_in_period(context, {.process = standard.process, .user_id = {}}, days)) {
        deviations[row.milestone] += row.times;
    }
    ProcessMap map{.process = standard.process,
                   .title = standard.title,
                   .number = version->number,
                   .picture = draw(standard),
                   .steps = {},
                   .cases = static_cast<std::int64_t>(paths.size()),
                   .median_s = {}};
    for (const auto& milestone : standard.milestones) {
        auto step = step_of(standard, milestone);
        step.standing = standing[milestone.name];
        step.late = late[milestone.name];
        step.deviations = deviations[milestone.name];
        for (const auto& path : paths) step.reached += path.reached.contains(milestone.name) ? 1 : 0;
        if (milestone.after) {
            const auto values = elapsed_s(paths, *milestone.after, milestone.name);
            step.median_s = quantile(values, 50);
            step.slow_s = quantile(values, 90);
        }
        if (milestone.ends.value_or(false)) {
            map.median_s = quantile(elapsed_s(paths, standard.milestones.front().name, milestone.name), 50);
        }
        map.open_cases += step.standing;
        map.steps.push_back(std::move(step));
    }
    return map;
}

Result<CaseLines> run_cases_at(Context& context, const AtMilestoneInput& in) {
    const db::Params params{{"store_id", context.store_id()},
                            {"process", in.process.text},
                            {"milestone", in.milestone.text},
                            {"now", context.now()}};
    const auto& statement = in.late.value_or(false) ? sql::standards_conformance::cases_late_at
                                                    : sql::standards_conformance::cases_standing_at;
    return CaseLines{db::all<CaseLine>(context.db(), statement, params)};
}

Result<Download> run_bpmn(Context& context, const BpmnInput& in) {
    const auto version =
        in.number
            ? db::first<VersionRow>(
                  context.db(), sql::standards::version_by_number,
                  {{"store_id", context.store_id()}, {"process", in.process.text}, {"number", *in.number}})
            : version_in_force(context, in.process.text);
    if (!version) return standard_not_found;
    return Download{.content_type = "application/xml",
                    .file_name = version->process + "-" + std::to_string(version->number) + ".bpmn",
                    .body = to_bpmn(standard_of(version->body), version->number)};
}

}  // namespace

const View<MapInput, ProcessMap> process_map{{.name = "standards.process_map",
                                              .needs = standard_read,
                                              .refuses = {standard_not_found},
                                              .run = run_map}};
const View<AtMilestoneInput, CaseLines> cases_at_milestone{
    {.name = "standards.cases_at_milestone", .needs = standard_read, .refuses = {}, .run = run_cases_at}};
const View<BpmnInput, Download> bpmn{
    {.name = "standards.bpmn", .needs = standard_read, .refuses = {standard_not_found}, .run = run_bpmn}};

}  // namespace forecourt::standards
