#pragma once
#include <action/action.h>
#include <action/view.h>
#include <services/limits/api.h>

#include <vector>

namespace forecourt::leads {

/// The store's limits for leads: standards/lead_limits.json.
struct LeadLimits {
    std::int64_t first_response_minutes{};             // of opening time, for who wrote or called
    std::int64_t escalate_after_minutes{};             // past the planned contact the manager is told
    std::vector<std::int64_t> response_steps_minutes;  // how answering times are grouped, ascending
};
FORECOURT_STRUCT(LeadLimits, first_response_minutes, escalate_after_minutes, response_steps_minutes)

inline constexpr limits::Table<LeadLimits> lead_limits{"lead_limits"};

/// Times are positive and the steps rise.
MaybeRefused may_hold(const LeadLimits& table);

struct SetLeadLimits {
    std::int64_t first_response_minutes{};
    std::int64_t escalate_after_minutes{};
    std::vector<std::int64_t> response_steps_minutes;
    int number{};  // of the version that was looked at
    FilledText reason;
    std::optional<Date> valid_from;
};
FORECOURT_STRUCT(SetLeadLimits, first_response_minutes, escalate_after_minutes, response_steps_minutes,
                 number, reason, valid_from)
struct ShownLeadLimits {
    std::int64_t first_response_minutes{};
    std::int64_t escalate_after_minutes{};
    std::vector<std::int64_t> response_steps_minutes;
    limits::Standing standing;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(ShownLeadLimits, first_response_minutes, escalate_after_minutes, response_steps_minutes,
                 standing, allowed_actions)

extern const Action<SetLeadLimits, limits::LimitsSet> set_lead_limits;
extern const View<Nothing, ShownLeadLimits> lead_limits_now;

/// When the store is open, in minutes of the local day.
struct OpeningTime {
    int opens_minute{};
    int closes_minute{};
};

/// Until when somebody who wrote at `asked_at` is answered: so many minutes of opening time later. Who writes
/// at night is answered in the morning.
Instant respond_by(Instant asked_at, std::int64_t minutes, OpeningTime open);

}  // namespace forecourt::leads
