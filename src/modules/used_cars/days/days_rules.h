#pragma once
#include <modules/used_cars/days/days.h>

#include <span>

namespace forecourt::used_cars {

/// That of standards/used_car_days.json.
const DayTargets& day_targets();
std::int64_t target_days(const DayTargets& targets, UsedStep step);

/// Whole minutes in a step, until it was left or until now.
std::int64_t minutes_of(const StayRow& stay, Instant now);
/// Longer than the target: at the target itself it is still in time.
bool is_late(const DayTargets& targets, UsedStep step, std::int64_t minutes);

/// The middle one, or the mean of the two middle ones rounded down; nothing of nothing.
std::optional<std::int64_t> median(std::vector<std::int64_t> values);
/// Of the stays of one step that have ended.
StepFigures figures_of(const DayTargets& targets, UsedStep step, std::span<const StayRow> ended);

}  // namespace forecourt::used_cars
