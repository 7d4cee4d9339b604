#include <modules/leads/lead/lead_limits.h>

#include <assets/assets.h>

namespace forecourt::leads {

const LeadLimits& lead_limits() {
    static const LeadLimits limits = [] {
        const auto* asset = assets::find("standards/lead_limits.json");
        ensure(asset != nullptr);
        LeadLimits read;
        const auto errors = reflect::from_json(read, asset->body);
        ensure(errors.empty());
        return read;
    }();
    return limits;
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

}  // namespace forecourt::leads
