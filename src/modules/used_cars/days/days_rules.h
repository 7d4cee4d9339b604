#pragma once
#include <action/action.h>
#include <action/view.h>
#include <modules/used_cars/days/days.h>
#include <services/limits/api.h>

#include <span>

namespace forecourt::used_cars {

inline constexpr limits::Table<DayTargets> day_targets{"used_car_days"};
/// Every step of the way once, with at least a day; the figures look back over some days.
MaybeRefused may_hold(const DayTargets& table);
std::int64_t target_days(const DayTargets& targets, UsedStep step);

/// Whole minutes in a step, until it was left or until now.
std::int64_t minutes_of(const StayRow& stay, Instant now);
/// Longer than the target: at the target itself it is still in time.
bool is_late(const DayTargets& targets, UsedStep step, std::int64_t minutes);

/// The middle one, or the mean of the two middle ones rounded down; nothing of nothing.
std::optional<std::int64_t> median(std::vector<std::int64_t> values);
/// Of the stays of one step that have ended.
StepFigures figures_of(const DayTargets& targets, UsedStep step, std::span<const StayRow> ended);

struct SetUsedCarDays {
    std::vector<StepTarget> steps;
    std::int64_t looks_back_days{};
    int number{};  // of the version that was looked at
    FilledText reason;
    std::optional<Date> valid_from;
};
FORECOURT_STRUCT(SetUsedCarDays, steps, looks_back_days, number, reason, valid_from)
struct ShownUsedCarDays {
    std::vector<StepTarget> steps;
    std::int64_t looks_back_days{};
    limits::Standing standing;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(ShownUsedCarDays, steps, looks_back_days, standing, allowed_actions)

extern const Action<SetUsedCarDays, limits::LimitsSet> set_used_car_days;
extern const View<Nothing, ShownUsedCarDays> used_car_days_now;

}  // namespace forecourt::used_cars
