#pragma once
#include <action/action.h>
#include <modules/workshop/jobs/work.h>

namespace forecourt::workshop {

inline constexpr Right work_assign{"workshop.work_assign"};
inline constexpr Right work_clock{"workshop.work_clock"};

struct AssignWork {
    Id<OrderLine> line_id;
    std::int64_t version{};
    Id<User> technician_id;
    std::optional<Id<Bay>> bay_id;
    std::optional<Instant> planned_start;  // now without it
};
FORECOURT_STRUCT(AssignWork, line_id, version, technician_id, bay_id, planned_start)
struct WorkAssigned {
    Instant planned_start;
    Instant planned_end;
};
FORECOURT_STRUCT(WorkAssigned, planned_start, planned_end)

struct ClockOn {
    Id<OrderLine> line_id;
    std::optional<Id<Bay>> bay_id;  // without it the one of the plan
};
FORECOURT_STRUCT(ClockOn, line_id, bay_id)
struct ClockedOn {
    Id<Clock> clock_id;
    OrderState state{};
};
FORECOURT_STRUCT(ClockedOn, clock_id, state)

struct ClockOff {
    ClockEnd reason{};
    std::optional<Id<User>> user_id;  // a foreman ends the clock of somebody who forgot
};
FORECOURT_STRUCT(ClockOff, reason, user_id)
struct ClockedOff {
    Id<OrderLine> line_id;
    std::int64_t minutes{};
    OrderState state{};
};
FORECOURT_STRUCT(ClockedOff, line_id, minutes, state)

struct FinishOutsideWork {
    Id<OrderLine> line_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(FinishOutsideWork, line_id, version)

extern const Action<AssignWork, WorkAssigned> assign_work;
extern const Action<ClockOn, ClockedOn> clock_on;
extern const Action<ClockOff, ClockedOff> clock_off;
extern const Action<FinishOutsideWork, Nothing> finish_outside_work;

}  // namespace forecourt::workshop
