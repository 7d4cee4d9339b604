#pragma once
#include <modules/used_cars/car/used_car.h>

namespace forecourt::used_cars {

struct Stay;

/// One time in a step. Without `left_at` the car is there now.
struct StayRow {
    Id<Stay> id;
    UsedStep step{};
    Instant entered_at;
    std::string entered_by;
    std::optional<Instant> left_at;
};
FORECOURT_STRUCT(StayRow, id, step, entered_at, entered_by, left_at)

// The table of standards/used_car_days.json: how long a car should be in each step, and over how many days
// back the figures look.
struct StepTarget {
    UsedStep step{};
    std::int64_t days{};
};
FORECOURT_STRUCT(StepTarget, step, days)

struct DayTargets {
    std::vector<StepTarget> steps;
    std::int64_t looks_back_days{};
};
FORECOURT_STRUCT(DayTargets, steps, looks_back_days)

/// What the cars that left a step took for it.
struct StepFigures {
    std::int64_t stays{};
    std::int64_t late{};  // took longer than the target
    std::optional<std::int64_t> median_minutes;
};

}  // namespace forecourt::used_cars
