#pragma once
#include <services/standards/standard.h>

namespace forecourt::standards {

/// What differs between two versions of a norm.
enum class ChangeKind {
    title,
    ended_by,
    milestone_added,
    milestone_removed,
    milestone_moved,
    milestone_title,
    event,
    roles,
    start,       // the milestone its times count from
    within,      // upper side
    not_before,  // lower side
    lifted_by,   // what ends it
    needs,
    evidence,
    checklist,
    on_miss,
    optional,
    ends,
};
FORECOURT_ENUM(ChangeKind, title, ended_by, milestone_added, milestone_removed, milestone_moved,
               milestone_title, event, roles, start, within, not_before, lifted_by, needs, evidence,
               checklist, on_miss, optional, ends)

/// One side of a difference: what fits the kind is filled.
struct ChangeSide {
    std::optional<std::int64_t> seconds;
    std::vector<std::string> names;  // of events, roles, evidence, lists, or of what happens on a miss
    std::vector<TwoWords> words;     // titles of milestones, or of the process
    bool operator==(const ChangeSide&) const = default;
};
FORECOURT_STRUCT(ChangeSide, seconds, names, words)

struct Difference {
    ChangeKind kind{};
    std::string milestone;
    TwoWords milestone_title;
    ChangeSide before;
    ChangeSide after;
};
FORECOURT_STRUCT(Difference, kind, milestone, milestone_title, before, after)

/// What `after` says otherwise than `before`, milestone by milestone in the order of `after`.
std::vector<Difference> differences(const Standard& before, const Standard& after);

}  // namespace forecourt::standards
