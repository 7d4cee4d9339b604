#pragma once
#include <modules/workshop/line/line.h>

namespace forecourt::workshop {

struct Clock;

enum class ClockEnd { done, pause, waiting_parts, shift_end };
FORECOURT_ENUM(ClockEnd, done, pause, waiting_parts, shift_end)

/// One stretch of one person's work on one job.
struct ClockRow {
    Id<Clock> id;
    Id<RepairOrder> order_id;
    Id<OrderLine> line_id;
    std::optional<std::int64_t> rework_id;
    Id<User> user_id;
    std::optional<Id<Bay>> bay_id;
    Instant started_at;
    std::optional<Instant> ended_at;
    std::optional<ClockEnd> end_reason;
};
FORECOURT_STRUCT(ClockRow, id, order_id, line_id, rework_id, user_id, bay_id, started_at, ended_at,
                 end_reason)

inline constexpr Refusal technician_is_clocked_on{"technician_is_clocked_on"};
inline constexpr Refusal technician_not_clocked_on{"technician_not_clocked_on"};
inline constexpr Refusal colleague_is_clocked_on{"colleague_is_clocked_on"};
inline constexpr Refusal line_is_done{"line_is_done"};
inline constexpr Refusal bay_is_taken{"bay_is_taken"};
inline constexpr Refusal technician_not_found{"technician_not_found", RefusalKind::not_found};
inline constexpr Refusal clock_is_not_yours{"clock_is_not_yours", RefusalKind::forbidden};

}  // namespace forecourt::workshop
