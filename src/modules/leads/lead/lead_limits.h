#pragma once
#include <action/context.h>

#include <vector>

namespace forecourt::leads {

/// The store's limits for leads: standards/lead_limits.json.
struct LeadLimits {
    std::int64_t first_response_minutes{};             // of opening time, for who wrote or called
    std::int64_t escalate_after_minutes{};             // past the planned contact the manager is told
    std::vector<std::int64_t> response_steps_minutes;  // how answering times are grouped, ascending
};
FORECOURT_STRUCT(LeadLimits, first_response_minutes, escalate_after_minutes, response_steps_minutes)

const LeadLimits& lead_limits();

/// When the store is open, in minutes of the local day.
struct OpeningTime {
    int opens_minute{};
    int closes_minute{};
};

/// Until when somebody who wrote at `asked_at` is answered: so many minutes of opening time later. Who writes
/// at night is answered in the morning.
Instant respond_by(Instant asked_at, std::int64_t minutes, OpeningTime open);

}  // namespace forecourt::leads
