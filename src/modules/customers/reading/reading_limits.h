#pragma once
#include <action/action.h>
#include <action/view.h>
#include <services/limits/api.h>

namespace forecourt::customers {

/// How many different customers somebody may read of in an hour (standards/reading_limits.json).
struct ReadingLimits {
    std::int64_t notice_at{};  // from here on the general manager is told
    std::int64_t stop_at{};    // from here on nobody new is shown until the hour is over
};
FORECOURT_STRUCT(ReadingLimits, notice_at, stop_at)
inline constexpr limits::Table<ReadingLimits> reading_limits{"reading_limits"};

/// What is kept in memory for a person; an id costs eight bytes.
inline constexpr std::int64_t largest_stop = 100'000;

/// Both positive, the second greater than the first, and no greater than largest_stop.
MaybeRefused may_hold(const ReadingLimits& table);

struct SetReadingLimits {
    std::int64_t notice_at{};
    std::int64_t stop_at{};
    int number{};  // of the version that was looked at
    FilledText reason;
    std::optional<Date> valid_from;
};
FORECOURT_STRUCT(SetReadingLimits, notice_at, stop_at, number, reason, valid_from)
struct ShownReadingLimits {
    std::int64_t notice_at{};
    std::int64_t stop_at{};
    limits::Standing standing;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(ShownReadingLimits, notice_at, stop_at, standing, allowed_actions)

extern const Action<SetReadingLimits, limits::LimitsSet> set_reading_limits;
extern const View<Nothing, ShownReadingLimits> reading_limits_now;

}  // namespace forecourt::customers
