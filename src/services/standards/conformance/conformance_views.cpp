#include <services/standards/conformance/conformance_views.h>

#include <services/standards/conformance/standards_conformance.sql.h>
#include <services/standards/engine.h>
#include <services/standards/standards.sql.h>

namespace forecourt::standards {
namespace {

DeviationKind kind_named(std::string_view name) {
    const auto& values = reflect::type_of<DeviationKind>()->values;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] == name) return static_cast<DeviationKind>(i);
    }
    throw BrokenInvariant("deviation of unknown kind " + std::string(name));
}

void count(std::vector<KindCount>& kinds, std::string_view name, std::int64_t times) {
    const auto kind = kind_named(name);
    for (auto& known : kinds) {
        if (known.kind == kind) {
            known.times += times;
            return;
        }
    }
    kinds.push_back({.kind = kind, .times = times});
}

/// Titles as the versions in force say them; a milestone that is no longer in force shows its name.
class Titles {
  public:
    explicit Titles(Context& context)
        : versions_(versions_in_force(context.db(), context.store_id(), context.now())) {}

    TwoWords process(const std::string& name) const {
        const auto* standard = find(name);
        return standard != nullptr ? standard->title : TwoWords{.zh = name, .en = name};
    }
    TwoWords milestone(const std::string& process, const std::string& name) const {
        if (const auto* standard = find(process)) {
            for (const auto& one : standard->milestones) {
                if (one.name == name) return one.title;
            }
        }
        return {.zh = name, .en = name};
    }

  private:
    const Standard* find(const std::string& name) const {
        for (const auto& version : *versions_) {
            if (version.standard->process == name) return version.standard.get();
        }
        return nullptr;
    }
    std::shared_ptr<const std::vector<VersionInForce>> versions_;
};

struct VersionRowOfPeriod {
    std::string process;
    int number{};
    std::int64_t cases{};
    std::int64_t ended{};
    std::int64_t deviating{};
};
FORECOURT_STRUCT(VersionRowOfPeriod, process, number, cases, ended, deviating)

struct DayRow {
    std::int64_t day{};
    std::int64_t cases{};
    std::int64_t deviating{};
};
FORECOURT_STRUCT(DayRow, day, cases, deviating)

struct ReachedRow {
    std::string process;
    std::string milestone;
    std::int64_t times{};
};
FORECOURT_STRUCT(ReachedRow, process, milestone, times)

std::int64_t all_of(const std::vector<KindCount>& kinds) {
    std::int64_t sum = 0;
    for (const auto& kind : kinds) sum += kind.times;
    return sum;
}

std::vector<MilestoneConformance> by_milestone(Context& context, const Whose& whose, const Days& days,
                                               const Titles& titles) {
    std::map<std::pair<std::string, std::string>, MilestoneConformance> found;
    const auto at = [&](const std::string& process, const std::string& milestone) -> MilestoneConformance& {
        const auto [place, is_new] = found.try_emplace({process, milestone});
        if (is_new) {
            place->second = {.process = process,
                             .process_title = titles.process(process),
                             .milestone = milestone,
                             .title = titles.milestone(process, milestone),
                             .kinds = {}};
        }
        return place->second;
    };
    for (const auto& row : deviations_in_period(context, whose, days)) {
        count(at(row.process, row.milestone).kinds, row.kind, row.times);
    }
    auto params = params_of(context.store_id(), days);
    params.add({"process", whose.process}).add({"user_id", whose.user_id});
    for (const auto& row :
         db::all<ReachedRow>(context.db(), sql::standards_conformance::reached_by_milestone, params)) {
        at(row.process, row.milestone).reached = row.times;
    }
    std::vector<MilestoneConformance> list;
    for (auto& [key, one] : found) list.push_back(std::move(one));
    std::stable_sort(list.begin(), list.end(),
                     [](const auto& a, const auto& b) { return all_of(a.kinds) > all_of(b.kinds); });
    return list;
}

Result<Conformance> run_conformance(Context& context, const PeriodInput& in) {
    const auto days = days_of(in.from_day, in.until_day, context.now());
    const Whose whose{.process = in.process, .user_id = in.user_id};
    const Titles titles(context);
    Conformance answer{.from_day = days.from, .until_day = days.until, .kinds = {}, .versions = {}};
    auto params = params_of(context.store_id(), days);
    params.add({"process", in.process});
    for (const auto& row : db::all<VersionRowOfPeriod>(
             context.db(), sql::standards_conformance::cases_by_version_in_period, params)) {
        answer.cases += row.cases;
        answer.deviating += row.deviating;
        answer.versions.push_back({.process = row.process,
                                   .title = titles.process(row.process),
                                   .number = row.number,
                                   .cases = row.cases,
                                   .ended = row.ended,
                                   .deviating = row.deviating});
    }
    for (const auto& row : db::all<DayRow>(context.db(), sql::standards_conformance::cases_by_day, params)) {
        answer.days.push_back({.day = Date{static_cast<std::int32_t>(row.day)},
                               .cases = row.cases,
                               .deviating = row.deviating});
    }
    answer.milestones = by_milestone(context, whose, days, titles);
    for (const auto& milestone : answer.milestones) {
        for (const auto& kind : milestone.kinds) count(answer.kinds, name_of(kind.kind), kind.times);
    }
    return answer;
}

struct StepsRow {
    std::int64_t user_id{};
    std::string name;
    std::int64_t steps{};
    std::int64_t kept{};
};
FORECOURT_STRUCT(StepsRow, user_id, name, steps, kept)
struct PersonKindRow {
    std::int64_t user_id{};
    std::string name;
    std::string kind;
    std::int64_t times{};
};
FORECOURT_STRUCT(PersonKindRow, user_id, name, kind, times)

/// Everybody who took a step in the period, those with the most deviations first.
Result<PeopleConformance> run_people(Context& context, const PeriodInput& in) {
    const auto days = days_of(in.from_day, in.until_day, context.now());
    auto params = params_of(context.store_id(), days);
    params.add({"process", in.process});
    std::map<std::int64_t, PersonConformance> people;
    for (const auto& row :
         db::all<StepsRow>(context.db(), sql::standards_conformance::steps_by_person, params)) {
        people[row.user_id] = {
            .user_id = row.user_id, .name = row.name, .steps = row.steps, .kept = row.kept, .kinds = {}};
    }
    for (const auto& row :
         db::all<PersonKindRow>(context.db(), sql::standards_conformance::deviations_by_person, params)) {
        auto& person = people[row.user_id];
        person.user_id = row.user_id;
        person.name = row.name;
        count(person.kinds, row.kind, row.times);
    }
    PeopleConformance answer;
    for (auto& [id, person] : people) answer.rows.push_back(std::move(person));
    std::stable_sort(answer.rows.begin(), answer.rows.end(),
                     [](const auto& a, const auto& b) { return all_of(a.kinds) > all_of(b.kinds); });
    return answer;
}

struct CaseHead {
    std::int64_t id{};
    std::string process;
    int number{};
    std::string object_type;
    std::int64_t object_id{};
    std::string title;
    Instant started_at;
    std::optional<Instant> ended_at;
};
FORECOURT_STRUCT(CaseHead, id, process, number, object_type, object_id, title, started_at, ended_at)

struct DeviationRow {
    std::string milestone;
    std::string kind;
    Instant at;
    std::int64_t by_s{};
    OnMiss on_miss{};
    std::int64_t user_id{};
    std::string actor_name;
};
FORECOURT_STRUCT(DeviationRow, milestone, kind, at, by_s, on_miss, user_id, actor_name)

DeviatingCase shown(Context& context, const CaseHead& head, const Titles& titles) {
    DeviatingCase one{.id = head.id,
                      .process = head.process,
                      .process_title = titles.process(head.process),
                      .number = head.number,
                      .object_type = head.object_type,
                      .object_id = head.object_id,
                      .title = head.title,
                      .started_at = head.started_at,
                      .ended_at = head.ended_at,
                      .deviations = {}};
    for (const auto& row : db::all<DeviationRow>(context.db(), sql::standards_conformance::deviations_of_case,
                                                 {{"store_id", context.store_id()}, {"case_id", head.id}})) {
        one.deviations.push_back({.milestone = row.milestone,
                                  .title = titles.milestone(head.process, row.milestone),
                                  .kind = kind_named(row.kind),
                                  .at = row.at,
                                  .by_s = row.by_s,
                                  .on_miss = row.on_miss,
                                  .user_id = row.user_id,
                                  .actor_name = row.actor_name});
    }
    return one;
}

/// What the list is asked for, as parameters: days become instants.
struct DeviatingParams {
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
    std::optional<std::string> process;
    std::optional<std::string> milestone;
    std::optional<DeviationKind> kind;
    std::optional<std::int64_t> user_id;
    Instant from_at;
    Instant until_at;
};
FORECOURT_STRUCT(DeviatingParams, limit, after, sort, process, milestone, kind, user_id, from_at, until_at)

Result<Page<DeviatingCase>> run_deviating(Context& context, const DeviatingInput& in) {
    const auto days = days_of(in.from_day, in.until_day, context.now());
    const DeviatingParams asked{.limit = in.limit,
                                .after = in.after,
                                .sort = in.sort,
                                .process = in.process,
                                .milestone = in.milestone,
                                .kind = in.kind,
                                .user_id = in.user_id,
                                .from_at = local_instant(days.from),
                                .until_at = local_instant(days.until + 1)};
    const auto heads =
        list_page<CaseHead>(context, sql::standards_conformance::deviating_cases, asked, "-started_at");
    if (!heads) return heads.refused();
    const Titles titles(context);
    Page<DeviatingCase> page{.rows = {}, .next = heads->next};
    for (const auto& head : heads->rows) page.rows.push_back(shown(context, head, titles));
    return page;
}

CaseStep step_of(const Milestone& milestone, const std::vector<Progress>& progress,
                 const DeviatingCase& head) {
    CaseStep step{.milestone = milestone.name,
                  .title = milestone.title,
                  .roles = milestone.roles,
                  .not_before = {},
                  .due_at = {},
                  .reached_at = {},
                  .actor_name = {},
                  .optional = milestone.optional.value_or(false),
                  .deviations = {}};
    for (const auto& known : progress) {
        if (known.name != milestone.name) continue;
        step.not_before = known.not_before;
        step.due_at = known.due_at;
        step.reached_at = known.reached_at;
        step.actor_name = known.actor_name;
        step.times = known.times;
    }
    for (const auto& deviation : head.deviations) {
        if (deviation.milestone == milestone.name) step.deviations.push_back(deviation);
    }
    return step;
}

Result<CaseRecord> run_case(Context& context, const CaseInput& in) {
    const auto head = db::first<CaseHead>(context.db(), sql::standards_conformance::case_by_id,
                                          {{"store_id", context.store_id()}, {"id", in.case_id}});
    if (!head) return standard_case_not_found;
    const auto version = db::first<VersionRow>(
        context.db(), sql::standards::version_by_number,
        {{"store_id", context.store_id()}, {"process", head->process}, {"number", head->number}});
    ensure(version.has_value());
    const auto progress = db::all<Progress>(context.db(), sql::standards::milestones_of_case,
                                            {{"case_id", head->id}, {"store_id", context.store_id()}});
    CaseRecord record{.head = shown(context, *head, Titles(context)), .steps = {}};
    for (const auto& milestone : standard_of(version->body).milestones) {
        record.steps.push_back(step_of(milestone, progress, record.head));
    }
    return record;
}

const Milestone* find(const Standard& standard, const std::string& name) {
    for (const auto& milestone : standard.milestones) {
        if (milestone.name == name) return &milestone;
    }
    return nullptr;
}

Result<Standard> timed_standard(Context& context, const std::string& process, const std::string& name) {
    const auto version = db::first<VersionRow>(
        context.db(), sql::standards::version_in_force,
        {{"store_id", context.store_id()}, {"process", process}, {"now", context.now()}});
    if (!version) return standard_not_found;
    const auto standard = standard_of(version->body);
    const auto* milestone = find(standard, name);
    if (milestone == nullptr || !milestone->after) return with(milestone_without_times, "milestone", name);
    return standard;
}

Result<Times> run_times(Context& context, const TimesInput& in) {
    const auto standard = timed_standard(context, in.process.text, in.milestone.text);
    if (!standard) return standard.refused();
    const auto& milestone = *find(*standard, in.milestone.text);
    const auto values =
        elapsed_s(paths_of(context, in.process.text, days_of(in.from_day, in.until_day, context.now())),
                  *milestone.after, milestone.name);
    Times answer{.process_title = standard->title,
                 .title = milestone.title,
                 .start_title = find(*standard, *milestone.after)->title,
                 .not_before_s = milestone.not_before_s,
                 .within_s = milestone.within_s,
                 .cases = static_cast<std::int64_t>(values.size()),
                 .median_s = quantile(values, 50),
                 .slow_s = quantile(values, 90),
                 .buckets = distribution(
                     values, {.not_before_s = milestone.not_before_s, .within_s = milestone.within_s})};
    for (const auto value : values) {
        if (milestone.not_before_s && value < *milestone.not_before_s) ++answer.early;
        if (milestone.within_s && value > *milestone.within_s) ++answer.late;
    }
    return answer;
}

Result<CaseLines> run_cases_by_time(Context& context, const ByTimeInput& in) {
    const auto standard = timed_standard(context, in.process.text, in.milestone.text);
    if (!standard) return standard.refused();
    auto params = params_of(context.store_id(), days_of(in.from_day, in.until_day, context.now()));
    std::optional<std::int64_t> under_ms;
    if (in.until_s) under_ms = *in.until_s * 1000;
    params.add({"process", in.process.text})
        .add({"milestone", in.milestone.text})
        .add({"start", *find(*standard, in.milestone.text)->after})
        .add({"at_least_ms", in.from_s * 1000})
        .add({"under_ms", under_ms});
    return CaseLines{db::all<CaseLine>(context.db(), sql::standards_conformance::cases_by_time, params)};
}

}  // namespace

const View<PeriodInput, Conformance> conformance{
    {.name = "standards.conformance", .needs = conformance_read, .refuses = {}, .run = run_conformance}};
const View<PeriodInput, PeopleConformance> conformance_people{
    {.name = "standards.conformance_people", .needs = conformance_read, .refuses = {}, .run = run_people}};
const View<DeviatingInput, Page<DeviatingCase>> deviating_cases{
    {.name = "standards.deviating_cases",
     .needs = conformance_read,
     .refuses = {cursor_not_understood, sort_not_offered},
     .run = run_deviating}};
const View<CaseInput, CaseRecord> case_record{{.name = "standards.case_record",
                                               .needs = conformance_read,
                                               .refuses = {standard_case_not_found},
                                               .run = run_case}};
const View<TimesInput, Times> times{{.name = "standards.times",
                                     .needs = conformance_read,
                                     .refuses = {standard_not_found, milestone_without_times},
                                     .run = run_times}};
const View<ByTimeInput, CaseLines> cases_by_time{{.name = "standards.cases_by_time",
                                                  .needs = conformance_read,
                                                  .refuses = {standard_not_found, milestone_without_times},
                                                  .run = run_cases_by_time}};

}  // namespace forecourt::standards
