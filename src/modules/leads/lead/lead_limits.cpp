#include <modules/leads/lead/lead_limits.h>

namespace forecourt::leads {

namespace {

Result<limits::LimitsSet> run_set(Tx& tx, const SetLeadLimits& in) {
    const LeadLimits wanted{.first_response_minutes = in.first_response_minutes,
                            .escalate_after_minutes = in.escalate_after_minutes,
                            .response_steps_minutes = in.response_steps_minutes};
    if (const auto no = may_hold(wanted)) return *no;
    return limits::set(tx, lead_limits, wanted, {in.number, in.reason.text, in.valid_from});
}

Result<ShownLeadLimits> run_shown(Context& context, const Nothing&) {
    const auto table = limits::last(context, lead_limits);
    ShownLeadLimits shown{.first_response_minutes = table.first_response_minutes,
                          .escalate_after_minutes = table.escalate_after_minutes,
                          .response_steps_minutes = table.response_steps_minutes,
                          .standing = limits::standing_of(context, lead_limits.name)};
    allow(shown.allowed_actions, context, set_lead_limits, {});
    return shown;
}

}  // namespace

MaybeRefused may_hold(const LeadLimits& table) {
    if (table.first_response_minutes <= 0) {
        return with(limits::limit_out_of_range, "limit", "first_response_minutes");
    }
    if (table.escalate_after_minutes <= 0) {
        return with(limits::limit_out_of_range, "limit", "escalate_after_minutes");
    }
    if (table.response_steps_minutes.empty()) {
        return with(limits::limit_missing, "limit", "response_steps_minutes");
    }
    std::int64_t before = 0;
    for (const auto step : table.response_steps_minutes) {
        if (step <= before) return with(limits::limits_not_rising, "limit", "response_steps_minutes");
        before = step;
    }
    return std::nullopt;
}

Instant respond_by(Instant asked_at, std::int64_t wait_minutes, OpeningTime open) {
    ensure(open.opens_minute < open.closes_minute);
    std::int64_t left = wait_minutes;
    Date day = local_date(asked_at);
    std::int64_t minute = local_minute_of_day(asked_at);
    Instant at = asked_at;
    while (true) {
        if (minute < open.opens_minute) {
            minute = open.opens_minute;
            at = local_instant(day) + minutes(minute);
        }
        const std::int64_t today = open.closes_minute - minute;
        if (today >= left) return at + minutes(left);
        if (today > 0) left -= today;
        day = day + 1;
        minute = 0;
    }
}

const Action<SetLeadLimits, limits::LimitsSet> set_lead_limits{
    {.name = "leads.set_lead_limits",
     .needs = limits::limits_write,
     .refuses = limits::refusals_with(
         {limits::limit_out_of_range, limits::limit_missing, limits::limits_not_rising}),
     .run = run_set}};
const View<Nothing, ShownLeadLimits> lead_limits_now{
    {.name = "leads.lead_limits", .needs = limits::limits_read, .refuses = {}, .run = run_shown}};

}  // namespace forecourt::leads
