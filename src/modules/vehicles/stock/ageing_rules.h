#pragma once
#include <modules/vehicles/stock/ageing.h>

namespace forecourt::vehicles {

/// That of standards/floor_plan.json.
const FloorPlan& floor_plan();

struct DaySpan {
    Date from;
    Date until;  // not included
};
/// Interest on an amount over every rate that was valid between, rounded half up once. Days without a rate
/// cost nothing.
Money interest(const FloorPlan& plan, Money amount, DaySpan span);
/// Interest on what a car cost from the day it was financed, without the maker's free days.
Money capital_cost(const FloorPlan& plan, Money cost, Date financed_on, Date until);
/// What one more day costs.
Money daily_cost(const FloorPlan& plan, Money cost, Date financed_on, Date day);

/// Whole days between two local days; never negative.
std::int64_t days_standing(Instant since, Instant now);
CarAge age_of(const FloorPlan& plan, const CarRow& car, Instant now);

/// Which band a number of days falls into: 0 for the youngest.
std::size_t band_of(const FloorPlan& plan, std::int64_t days);
/// The furthest step that so many days have reached; null when none.
const AgeStep* step_reached(const FloorPlan& plan, std::int64_t days);

}  // namespace forecourt::vehicles
