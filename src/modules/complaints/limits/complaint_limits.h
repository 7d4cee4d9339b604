#pragma once
#include <action/action.h>
#include <action/view.h>
#include <modules/complaints/complaint/complaint.h>
#include <services/limits/api.h>

namespace forecourt::complaints {

/// How long each severity may wait: for a first answer and for a plan (standards/complaint_limits.json).
struct SeverityLimit {
    Severity severity{};
    std::int64_t answer_within_minutes{};
    std::int64_t plan_within_minutes{};
};
FORECOURT_STRUCT(SeverityLimit, severity, answer_within_minutes, plan_within_minutes)

struct ComplaintLimits {
    std::vector<SeverityLimit> severities;
    Money owner_may_promise;  // a dearer solution needs the general manager
};
FORECOURT_STRUCT(ComplaintLimits, severities, owner_may_promise)
inline constexpr limits::Table<ComplaintLimits> complaint_limits{"complaint_limits"};

/// Every severity once, with positive times; what may be promised is not negative.
MaybeRefused may_hold(const ComplaintLimits& table);

struct SetComplaintLimits {
    std::vector<SeverityLimit> severities;
    Money owner_may_promise;
    int number{};  // of the version that was looked at
    FilledText reason;
    std::optional<Date> valid_from;
};
FORECOURT_STRUCT(SetComplaintLimits, severities, owner_may_promise, number, reason, valid_from)
struct ShownComplaintLimits {
    std::vector<SeverityLimit> severities;
    Money owner_may_promise;
    limits::Standing standing;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(ShownComplaintLimits, severities, owner_may_promise, standing, allowed_actions)

extern const Action<SetComplaintLimits, limits::LimitsSet> set_complaint_limits;
extern const View<Nothing, ShownComplaintLimits> complaint_limits_now;

}  // namespace forecourt::complaints
