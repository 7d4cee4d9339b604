#pragma once
#include <action/context.h>
#include <services/standards/standard.h>

namespace forecourt::standards {

inline constexpr Refusal standard_not_kept{"standard_not_kept"};
inline constexpr Refusal standard_not_found{"standard_not_found", RefusalKind::not_found};

// What can be wrong with a standard; the detail `milestone` says at which, `name` what it names.
inline constexpr Refusal standard_needs_milestones{"standard_needs_milestones", RefusalKind::unprocessable};
inline constexpr Refusal milestone_needs_name{"milestone_needs_name", RefusalKind::unprocessable};
inline constexpr Refusal milestone_twice{"milestone_twice", RefusalKind::unprocessable};
inline constexpr Refusal event_unknown{"event_unknown", RefusalKind::unprocessable};
inline constexpr Refusal checklist_of_standard_unknown{"checklist_of_standard_unknown",
                                                       RefusalKind::unprocessable};
inline constexpr Refusal milestone_unknown{"milestone_unknown", RefusalKind::unprocessable};
inline constexpr Refusal milestones_in_a_circle{"milestones_in_a_circle", RefusalKind::unprocessable};
inline constexpr Refusal first_milestone_waits{"first_milestone_waits", RefusalKind::unprocessable};
inline constexpr Refusal times_need_a_start{"times_need_a_start", RefusalKind::unprocessable};
inline constexpr Refusal target_not_positive{"target_not_positive", RefusalKind::unprocessable};
inline constexpr Refusal lower_over_upper{"lower_over_upper", RefusalKind::unprocessable};
inline constexpr Refusal nothing_to_lift{"nothing_to_lift", RefusalKind::unprocessable};

/// Tells the norms that something happened: cases begin, milestones are reached and judged, the next ones get
/// their times. Refuses when a milestone that blocks is reached out of order, by a wrong role or without
/// evidence. Called by the runner for every event, in the action's transaction.
MaybeRefused reach_milestones(Tx& tx, const Event& event);

/// When a record's milestone is due by the standard its case runs under; nothing when it has no time or no
/// case.
std::optional<Instant> due_at(db::Connection& db, Id<Store> store, const ObjectRef& about,
                              std::string_view process, std::string_view milestone);

/// The events a milestone may wait for, sorted; once at start, before any standard is judged.
void know_events(std::vector<std::string_view> events);

/// One running through of a process, for exports.
struct CaseFacts {
    std::int64_t id{};
    std::string process;
    std::int64_t version_number{};
    std::string object_type;
    std::int64_t object_id{};
    std::string title;
    Instant started_at;
    std::optional<Instant> ended_at;
};
FORECOURT_STRUCT(CaseFacts, id, process, version_number, object_type, object_id, title, started_at, ended_at)
std::vector<CaseFacts> cases(db::Connection& db, Id<Store> store, const std::optional<std::string>& process);

/// Gives a store the standards the program ships with, for each process it has none of.
void install(Tx& tx);

}  // namespace forecourt::standards
