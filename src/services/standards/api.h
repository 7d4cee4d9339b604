#pragma once
#include <action/context.h>
#include <services/standards/standard.h>

namespace forecourt::standards {

inline constexpr Refusal standard_not_kept{"standard_not_kept"};
inline constexpr Refusal standard_not_found{"standard_not_found", RefusalKind::not_found};
inline constexpr Refusal standard_not_valid{"standard_not_valid", RefusalKind::unprocessable};

/// Tells the norms that something happened: cases begin, milestones are reached and judged, the next ones get
/// their times. Refuses when a milestone that blocks is reached out of order, by a wrong role or without evidence.
/// Called by the runner for every event, in the action's transaction.
MaybeRefused reach_milestones(Tx& tx, const Event& event);

/// When a record's milestone is due by the standard its case runs under; nothing when it has no time or no case.
std::optional<Instant> due_at(db::Connection& db, Id<Store> store, const ObjectRef& about,
                              std::string_view process, std::string_view milestone);

/// Gives a store the standards the program ships with, for each process it has none of.
void install(Tx& tx);

}  // namespace forecourt::standards
