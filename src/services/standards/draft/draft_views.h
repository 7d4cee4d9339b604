#pragma once
#include <action/view.h>
#include <services/standards/draft/differences.h>
#include <services/standards/draft/draft.h>

namespace forecourt::standards {

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

struct ProcessLine {
    std::string process;
    std::string about;
    TwoWords title;
    int number{};
    Instant valid_from;
    std::int64_t steps{};
    std::int64_t open_cases{};
    std::int64_t late_cases{};
    bool has_draft{};
    std::optional<int> next_number;  // published and not begun yet
    std::optional<Instant> next_from;
};
FORECOURT_STRUCT(ProcessLine, process, about, title, number, valid_from, steps, open_cases, late_cases,
                 has_draft, next_number, next_from)
struct ProcessLines {
    std::vector<ProcessLine> rows;
};
FORECOURT_STRUCT(ProcessLines, rows)

struct ProcessInput {
    FilledText process;
    std::optional<int> number;  // the version in force when not said
};
FORECOURT_STRUCT(ProcessInput, process, number)

/// A version as it stands in the history.
struct VersionLine {
    int number{};
    std::string reason;
    Instant valid_from;
    Instant published_at;
    std::string published_by;
    std::int64_t cases{};  // that began with it
    bool in_force{};
};
FORECOURT_STRUCT(VersionLine, number, reason, valid_from, published_at, published_by, cases, in_force)

struct DraftShown {
    std::int64_t version{};
    int base_number{};
    Instant changed_at;
    std::string changed_by;
    Standard standard;
    std::vector<Difference> differences;
};
FORECOURT_STRUCT(DraftShown, version, base_number, changed_at, changed_by, standard, differences)

struct NamedList {
    std::string name;
    TwoWords title;
};
FORECOURT_STRUCT(NamedList, name, title)

struct ProcessRecord {
    Standard standard;
    int number{};
    Instant valid_from;
    std::optional<DraftShown> draft;
    std::vector<VersionLine> versions;
    std::vector<std::string> events;  // that a milestone may wait for, the usual ones of the record first
    std::vector<std::string> usual_events;  // that have been about this kind of record
    std::vector<NamedList> checklists;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(ProcessRecord, standard, number, valid_from, draft, versions, events, usual_events,
                 checklists, allowed_actions)

struct CompareInput {
    FilledText process;
    int before{};
    int after{};
};
FORECOURT_STRUCT(CompareInput, process, before, after)
struct Comparison {
    std::vector<Difference> differences;
};
FORECOURT_STRUCT(Comparison, differences)

extern const View<VersionsInput, VersionsOutput> versions;
extern const View<Nothing, ProcessLines> processes;
extern const View<ProcessInput, ProcessRecord> process_record;
extern const View<CompareInput, Comparison> compare_versions;

}  // namespace forecourt::standards
