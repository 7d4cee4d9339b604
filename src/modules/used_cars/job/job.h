#pragma once
#include <modules/used_cars/car/used_car.h>

namespace forecourt::used_cars {

struct ReconditioningJob;

/// What is done to a used car before it is shown; each is a step of its way.
enum class ReconditioningStep { inspection, mechanical, body_paint, cleaning, photos };
FORECOURT_ENUM(ReconditioningStep, inspection, mechanical, body_paint, cleaning, photos)

enum class ReconditioningState { planned, done, dropped };
FORECOURT_ENUM(ReconditioningState, planned, done, dropped)

/// `own_workshop`: the cost was booked there as internal work and moves to the car.
enum class ReconditionedBy { own_workshop, supplier };
FORECOURT_ENUM(ReconditionedBy, own_workshop, supplier)

struct JobRow {
    Id<ReconditioningJob> id;
    Id<UsedCar> used_car_id;
    ReconditioningStep step{};
    std::string title;
    Money planned_cost;
    Money cost;
    std::optional<ReconditionedBy> done_by;
    std::string supplier;
    ReconditioningState state{};
    std::string note;
    Instant planned_at;
    std::string planned_by;
    std::optional<Instant> ended_at;
    std::optional<std::string> ended_by;
    std::int64_t version{};
};
FORECOURT_STRUCT(JobRow, id, used_car_id, step, title, planned_cost, cost, done_by, supplier, state, note,
                 planned_at, planned_by, ended_at, ended_by, version)

struct PlanJob {
    Id<UsedCar> used_car_id;
    ReconditioningStep step{};
    FilledText title;
    Money planned_cost;
};
FORECOURT_STRUCT(PlanJob, used_car_id, step, title, planned_cost)

struct JobPlanned {
    Id<ReconditioningJob> id;
};
FORECOURT_STRUCT(JobPlanned, id)

struct FinishJob {
    Id<ReconditioningJob> job_id;
    Money cost;  // without VAT
    ReconditionedBy done_by{};
    std::optional<std::string> supplier;
    std::optional<std::string> note;  // what was found, what was done
    std::int64_t version{};
};
FORECOURT_STRUCT(FinishJob, job_id, cost, done_by, supplier, note, version)

struct DropJob {
    Id<ReconditioningJob> job_id;
    FilledText reason;
    std::int64_t version{};
};
FORECOURT_STRUCT(DropJob, job_id, reason, version)

inline constexpr Refusal reconditioning_job_not_found{"reconditioning_job_not_found", RefusalKind::not_found};
inline constexpr Refusal reconditioning_job_is_over{"reconditioning_job_is_over"};
inline constexpr Refusal reconditioning_cost_wrong{"reconditioning_cost_wrong", RefusalKind::unprocessable};
/// Outside work is owed to somebody.
inline constexpr Refusal supplier_missing{"supplier_missing", RefusalKind::unprocessable};

}  // namespace forecourt::used_cars
