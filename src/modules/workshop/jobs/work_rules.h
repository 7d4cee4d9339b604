#pragma once
#include <modules/workshop/jobs/work.h>

namespace forecourt::workshop {

/// Nobody works on what the customer has not approved, and nobody on two jobs at once.
MaybeRefused may_clock_on(const LineRow& line, const std::optional<ClockRow>& running);
/// A job is only done when nobody else is still working on it.
MaybeRefused may_clock_off(ClockEnd reason, std::int64_t colleagues_on_line);
/// Work that is approved and open can be given to somebody.
MaybeRefused may_assign(const LineRow& line);
/// Outside work is reported done by whoever got the car back.
MaybeRefused may_finish_outside(const LineRow& line);
Work work_after(ClockEnd reason, std::int64_t colleagues_on_line);

}  // namespace forecourt::workshop
