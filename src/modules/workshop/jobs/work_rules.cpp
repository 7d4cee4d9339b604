#include <modules/workshop/jobs/work_rules.h>

namespace forecourt::workshop {

MaybeRefused may_clock_on(const LineRow& line, const std::optional<ClockRow>& running) {
    if (line.kind != LineKind::labour) return line_is_not_labour;
    if (line.state != LineState::approved) return line_not_approved;
    if (line.work == Work::done) return line_is_done;
    if (running) return technician_is_clocked_on;
    return std::nullopt;
}

MaybeRefused may_clock_off(ClockEnd reason, std::int64_t colleagues_on_line) {
    if (reason == ClockEnd::done && colleagues_on_line > 0) return colleague_is_clocked_on;
    return std::nullopt;
}

MaybeRefused may_assign(const LineRow& line) {
    if (line.kind != LineKind::labour) return line_is_not_labour;
    if (line.state != LineState::approved) return line_not_approved;
    if (line.work == Work::done) return line_is_done;
    return std::nullopt;
}

MaybeRefused may_finish_outside(const LineRow& line) {
    if (line.kind != LineKind::outside) return line_is_not_outside;
    if (line.state != LineState::approved) return line_not_approved;
    if (line.work == Work::done) return line_is_done;
    return std::nullopt;
}

Work work_after(ClockEnd reason, std::int64_t colleagues_on_line) {
    if (reason == ClockEnd::done) return Work::done;
    return colleagues_on_line > 0 ? Work::working : Work::paused;
}

}  // namespace forecourt::workshop
