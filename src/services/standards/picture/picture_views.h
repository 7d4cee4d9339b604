#pragma once
#include <action/view.h>
#include <services/standards/draft/draft.h>
#include <services/standards/picture/picture.h>

namespace forecourt::standards {

struct MapInput {
    FilledText process;
    std::optional<Date> from_day;  // of the times; the last thirty days when not said
    std::optional<Date> until_day;
};
FORECOURT_STRUCT(MapInput, process, from_day, until_day)

/// A milestone with what is going on at it.
struct MapStep {
    std::string milestone;
    TwoWords title;
    std::vector<Role> roles;
    std::optional<std::string> start;
    std::optional<TwoWords> start_title;
    std::optional<std::int64_t> not_before_s;
    std::optional<std::int64_t> within_s;
    OnMiss on_miss{};
    bool optional{};
    std::int64_t standing{};  // open cases that reached this last
    std::int64_t late{};      // open cases that should have reached this by now
    std::int64_t reached{};   // in the period
    std::int64_t deviations{};
    std::optional<std::int64_t> median_s;  // from the milestone its time counts from
    std::optional<std::int64_t> slow_s;    // nine of ten are quicker
};
FORECOURT_STRUCT(MapStep, milestone, title, roles, start, start_title, not_before_s, within_s, on_miss,
                 optional, standing, late, reached, deviations, median_s, slow_s)

struct ProcessMap {
    std::string process;
    TwoWords title;
    int number{};
    Picture picture;
    std::vector<MapStep> steps;
    std::int64_t open_cases{};
    std::int64_t cases{};                  // begun in the period
    std::optional<std::int64_t> median_s;  // from the first milestone to the end
};
FORECOURT_STRUCT(ProcessMap, process, title, number, picture, steps, open_cases, cases, median_s)

struct AtMilestoneInput {
    FilledText process;
    FilledText milestone;
    std::optional<bool> late;  // those that should have reached it; else those that stand at it
};
FORECOURT_STRUCT(AtMilestoneInput, process, milestone, late)

/// A case in a list: the record, and since when it stands there or is late.
struct CaseLine {
    std::int64_t id{};
    std::string object_type;
    std::int64_t object_id{};
    std::string title;
    Instant started_at;
    std::optional<Instant> since;
    std::string actor_name;
};
FORECOURT_STRUCT(CaseLine, id, object_type, object_id, title, started_at, since, actor_name)
struct CaseLines {
    std::vector<CaseLine> rows;
};
FORECOURT_STRUCT(CaseLines, rows)

struct BpmnInput {
    FilledText process;
    std::optional<int> number;
};
FORECOURT_STRUCT(BpmnInput, process, number)

extern const View<MapInput, ProcessMap> process_map;
extern const View<AtMilestoneInput, CaseLines> cases_at_milestone;
extern const View<BpmnInput, Download> bpmn;

}  // namespace forecourt::standards
