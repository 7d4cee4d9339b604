#pragma once
#include <action/view.h>
#include <services/standards/api.h>

namespace forecourt::standards {

inline constexpr Right conformance_read{"standards.conformance_read"};

/// The days whose cases are looked at, both included; the last thirty days when not said.
struct Days {
    Date from;
    Date until;
};
inline Days days_of(const std::optional<Date>& from, const std::optional<Date>& until, Instant now) {
    Days days{.from = {}, .until = until.value_or(local_date(now))};
    days.from = from.value_or(days.until + -29);
    return days;
}
inline db::Params params_of(Id<Store> store, const Days& days) {
    return {{"store_id", store},
            {"from_at", local_instant(days.from)},
            {"until_at", local_instant(days.until + 1)}};
}

}  // namespace forecourt::standards
