#pragma once
#include <services/standards/conformance/conformance_store.h>
#include <services/standards/picture/picture_views.h>

namespace forecourt::standards {

/// In which way a case departed from its standard.
enum class DeviationKind { missing, out_of_order, wrong_role, without_evidence, too_early, too_late };
FORECOURT_ENUM(DeviationKind, missing, out_of_order, wrong_role, without_evidence, too_early, too_late)

struct PeriodInput {
    std::optional<std::string> process;  // all of them when not said
    std::optional<std::int64_t> user_id;
    std::optional<Date> from_day;
    std::optional<Date> until_day;
};
FORECOURT_STRUCT(PeriodInput, process, user_id, from_day, until_day)

struct KindCount {
    DeviationKind kind{};
    std::int64_t times{};
};
FORECOURT_STRUCT(KindCount, kind, times)

/// The cases that ran by one version: where its effect shows.
struct VersionConformance {
    std::string process;
    TwoWords title;
    int number{};
    std::int64_t cases{};
    std::int64_t ended{};
    std::int64_t deviating{};
};
FORECOURT_STRUCT(VersionConformance, process, title, number, cases, ended, deviating)

struct MilestoneConformance {
    std::string process;
    TwoWords process_title;
    std::string milestone;
    TwoWords title;
    std::int64_t reached{};
    std::vector<KindCount> kinds;
};
FORECOURT_STRUCT(MilestoneConformance, process, process_title, milestone, title, reached, kinds)

struct DayConformance {
    Date day;
    std::int64_t cases{};
    std::int64_t deviating{};
};
FORECOURT_STRUCT(DayConformance, day, cases, deviating)

struct Conformance {
    Date from_day;
    Date until_day;
    std::int64_t cases{};
    std::int64_t deviating{};
    std::vector<KindCount> kinds;
    std::vector<VersionConformance> versions;
    std::vector<MilestoneConformance> milestones;  // the worst first
    std::vector<DayConformance> days;
};
FORECOURT_STRUCT(Conformance, from_day, until_day, cases, deviating, kinds, versions, milestones, days)

struct PersonConformance {
    std::int64_t user_id{};
    std::string name;
    std::int64_t steps{};  // that the person took
    std::int64_t kept{};   // of them as the norm says
    std::vector<KindCount> kinds;
};
FORECOURT_STRUCT(PersonConformance, user_id, name, steps, kept, kinds)
struct PeopleConformance {
    std::vector<PersonConformance> rows;
};
FORECOURT_STRUCT(PeopleConformance, rows)

struct DeviatingInput {
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
    std::optional<std::string> process;
    std::optional<std::string> milestone;
    std::optional<DeviationKind> kind;
    std::optional<std::int64_t> user_id;
    std::optional<Date> from_day;
    std::optional<Date> until_day;
};
FORECOURT_STRUCT(DeviatingInput, limit, after, sort, process, milestone, kind, user_id, from_day, until_day)

struct DeviationShown {
    std::string milestone;
    TwoWords title;
    DeviationKind kind{};
    Instant at;
    std::int64_t by_s{};
    OnMiss on_miss{};
    std::int64_t user_id{};
    std::string actor_name;
};
FORECOURT_STRUCT(DeviationShown, milestone, title, kind, at, by_s, on_miss, user_id, actor_name)

struct DeviatingCase {
    std::int64_t id{};
    std::string process;
    TwoWords process_title;
    int number{};  // of the version it runs by
    std::string object_type;
    std::int64_t object_id{};
    std::string title;
    Instant started_at;
    std::optional<Instant> ended_at;
    std::vector<DeviationShown> deviations;
};
FORECOURT_STRUCT(DeviatingCase, id, process, process_title, number, object_type, object_id, title, started_at,
                 ended_at, deviations)

struct CaseInput {
    std::int64_t case_id{};
};
FORECOURT_STRUCT(CaseInput, case_id)

/// A milestone of one case: what the norm asked, and what became of it.
struct CaseStep {
    std::string milestone;
    TwoWords title;
    std::vector<Role> roles;
    std::optional<Instant> not_before;
    std::optional<Instant> due_at;
    std::optional<Instant> reached_at;
    std::string actor_name;
    int times{};
    bool optional{};
    std::vector<DeviationShown> deviations;
};
FORECOURT_STRUCT(CaseStep, milestone, title, roles, not_before, due_at, reached_at, actor_name, times,
                 optional, deviations)
struct CaseRecord {
    DeviatingCase head;
    std::vector<CaseStep> steps;
};
FORECOURT_STRUCT(CaseRecord, head, steps)

struct TimesInput {
    FilledText process;
    FilledText milestone;
    std::optional<Date> from_day;
    std::optional<Date> until_day;
};
FORECOURT_STRUCT(TimesInput, process, milestone, from_day, until_day)

/// How long it took from the milestone the norm counts from, and how that lies to both sides of the target.
struct Times {
    TwoWords process_title;
    TwoWords title;
    TwoWords start_title;
    std::optional<std::int64_t> not_before_s;
    std::optional<std::int64_t> within_s;
    std::int64_t cases{};
    std::int64_t early{};
    std::int64_t late{};
    std::optional<std::int64_t> median_s;
    std::optional<std::int64_t> slow_s;
    std::vector<TimeBucket> buckets;
};
FORECOURT_STRUCT(Times, process_title, title, start_title, not_before_s, within_s, cases, early, late,
                 median_s, slow_s, buckets)

struct ByTimeInput {
    FilledText process;
    FilledText milestone;
    std::int64_t from_s{};
    std::optional<std::int64_t> until_s;
    std::optional<Date> from_day;
    std::optional<Date> until_day;
};
FORECOURT_STRUCT(ByTimeInput, process, milestone, from_s, until_s, from_day, until_day)

inline constexpr Refusal standard_case_not_found{"standard_case_not_found", RefusalKind::not_found};
inline constexpr Refusal milestone_without_times{"milestone_without_times", RefusalKind::unprocessable};

extern const View<PeriodInput, Conformance> conformance;
extern const View<PeriodInput, PeopleConformance> conformance_people;
extern const View<DeviatingInput, Page<DeviatingCase>> deviating_cases;
extern const View<CaseInput, CaseRecord> case_record;
extern const View<TimesInput, Times> times;
extern const View<ByTimeInput, CaseLines> cases_by_time;

}  // namespace forecourt::standards
