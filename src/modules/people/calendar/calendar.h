#pragma once
#include <action/view.h>
#include <modules/people/activity/activity.h>

namespace forecourt::people {

/// A day that is not as usual. The store is open every day of the week unless a row here says otherwise.
struct OpeningDay {
    Date day;
    bool is_open{};
    std::string reason;
    std::string set_by;
    Instant set_at;
};
FORECOURT_STRUCT(OpeningDay, day, is_open, reason, set_by, set_at)

struct SetOpeningDay {
    Date day;
    bool is_open{};
    FilledText reason;
};
FORECOURT_STRUCT(SetOpeningDay, day, is_open, reason)

struct MonthIn {
    std::optional<Date> month;  // any of its days; without it this month
};
FORECOURT_STRUCT(MonthIn, month)

/// A month's days of opening. Today counts as gone: what happens today is in the figures already.
struct MonthDays {
    std::int64_t gone{};
    std::int64_t left{};
    std::int64_t total{};
};
FORECOURT_STRUCT(MonthDays, gone, left, total)

struct OpeningDays {
    Date month;
    MonthDays days;
    std::vector<OpeningDay> rows;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(OpeningDays, month, days, rows, allowed_actions)

inline constexpr Refusal opening_day_is_past{"opening_day_is_past"};

MonthDays count_days(Date month, Date today, const std::vector<OpeningDay>& exceptions);
/// With the store's exceptions out of the database.
MonthDays days_of(db::Connection& db, Id<Store> store, Date month, Date today);

extern const Action<SetOpeningDay, Nothing> set_opening_day;
extern const View<MonthIn, OpeningDays> opening_days;

}  // namespace forecourt::people
