#pragma once
#include <modules/vehicles/car/car.h>
#include <services/tasks/api.h>

namespace forecourt::vehicles {

// The table of standards/floor_plan.json: what the money in a standing car costs, and who is told when it
// stands long.

/// Valid on a range of days, both ends included. `free_days` after the order cost nothing: the maker pays
/// them.
struct FloorPlanRate {
    Date valid_from;
    std::optional<Date> valid_until;
    std::int64_t annual_basis_points{};
    std::int64_t free_days{};
};
FORECOURT_STRUCT(FloorPlanRate, valid_from, valid_until, annual_basis_points, free_days)

/// When a car has stood so many days, this role is told.
struct AgeStep {
    std::int64_t days{};
    Role role{};
    tasks::AlertLevel level{};
};
FORECOURT_STRUCT(AgeStep, days, role, level)

struct FloorPlan {
    std::int64_t days_in_year{};
    std::vector<FloorPlanRate> rates;
    std::vector<std::int64_t> bands;  // upper ends, in days: "to 30, to 60, ..., more"
    std::vector<AgeStep> steps;       // growing
};
FORECOURT_STRUCT(FloorPlan, days_in_year, rates, bands, steps)

/// How long a car stands and what that has cost.
struct CarAge {
    std::int64_t days{};
    Money daily_cost;  // today
    Money cost_so_far;
};
FORECOURT_STRUCT(CarAge, days, daily_cost, cost_so_far)

}  // namespace forecourt::vehicles
