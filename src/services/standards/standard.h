#pragma once
#include <action/context.h>

#include <string>
#include <vector>

namespace forecourt::standards {

/// A word in both languages, as it stands in the data.
struct TwoWords {
    std::string zh;
    std::string en;
    bool operator==(const TwoWords&) const = default;
};
FORECOURT_STRUCT(TwoWords, zh, en)

/// What happens when a milestone is missed: the action is refused, someone is told, or it is only counted.
enum class OnMiss { block, warn, measure };
FORECOURT_ENUM(OnMiss, block, warn, measure)

/// A point in a process, reached by an event of the case.
struct Milestone {
    std::string name;
    TwoWords title;
    std::string event;
    std::vector<Role> roles;               // who should reach it; nobody named: anyone
    std::optional<std::string> after;      // the milestone that the times count from
    std::optional<std::int64_t> within_s;  // at the latest so long after it
    std::optional<std::int64_t> not_before_s;
    std::optional<std::string> lifted_by;  // an event after which the lower side holds no longer
    std::vector<std::string> needs;        // milestones that must be reached before
    std::vector<std::string> evidence;     // members of the event's data that must say something
    std::optional<std::string> checklist;  // a list that must have been filled in about the case
    OnMiss on_miss{};
    std::optional<bool> optional;  // not every case comes by here: to pass it over is no fault
    std::optional<bool> ends;      // reaching it ends the case
};
FORECOURT_STRUCT(Milestone, name, title, event, roles, after, within_s, not_before_s, lifted_by, needs,
                 evidence, checklist, on_miss, optional, ends)

/// A store's norm for one process, one version of it.
struct Standard {
    std::string process;
    std::string about;  // the type of the record that is the case: "visit"
    TwoWords title;
    std::vector<std::string> ended_by;  // events that end the case
    std::vector<Milestone> milestones;  // the first one's event begins a case
};
FORECOURT_STRUCT(Standard, process, about, title, ended_by, milestones)

/// How a milestone was reached, the first fault found, in the order of weight.
enum class Verdict { on_time, out_of_order, wrong_role, without_evidence, too_early, too_late };
FORECOURT_ENUM(Verdict, on_time, out_of_order, wrong_role, without_evidence, too_early, too_late)

/// What is known of a case when an event comes.
struct Progress {
    std::string name;
    std::optional<Instant> not_before;
    std::optional<Instant> due_at;
    std::optional<Instant> reached_at;
    std::string actor_name;
    std::string verdict;
    int times{};
};
FORECOURT_STRUCT(Progress, name, not_before, due_at, reached_at, actor_name, verdict, times)

/// One way in which a milestone was not reached as the norm says; of times how far beside them.
struct Fault {
    Verdict verdict{};
    std::int64_t by_s{};
    bool operator==(const Fault&) const = default;
};

/// What else is known when a milestone is reached.
struct Circumstances {
    bool checklist_filled = true;
};

/// Every fault in how an event reaches a milestone, in the order of weight. A milestone that was reached
/// before is not judged again.
std::vector<Fault> faults_of(const Milestone& milestone, const std::vector<Progress>& progress,
                             const Event& event, Circumstances known = {});

/// The heaviest of the faults.
Verdict judge(const Milestone& milestone, const std::vector<Progress>& progress, const Event& event,
              Circumstances known = {});

/// The milestones that a case has passed over when it is done; optional ones do not count.
std::vector<std::string> missing_milestones(const Standard& standard, const std::vector<Progress>& progress);

/// Whether the norm stops the action: only faults that could have been avoided stop it, lateness never does.
bool stops(const Milestone& milestone, Verdict verdict);

/// What the milestones of a standard may name.
struct Vocabulary {
    std::vector<std::string_view> events;
    std::vector<std::string> checklists;
};

/// What is wrong with a standard somebody wants to publish: the names of the refusals, with their path.
/// Without a vocabulary the names of events and checklists are taken as they are.
reflect::FieldErrors problems_of(const Standard& standard, const Vocabulary& vocabulary = {});

}  // namespace forecourt::standards
