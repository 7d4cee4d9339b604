#include <modules/workshop/board/forecast.h>
#include <modules/workshop/order/order_rules.h>

#include <algorithm>
#include <map>

namespace forecourt::workshop {

std::vector<BoardForecast> forecasts_of(const std::vector<BoardOrder>& orders,
                                        const std::vector<OpenWork>& work,
                                        const std::vector<ClockedTime>& clocks, Instant now) {
    std::map<std::int64_t, Remaining> by_order;
    for (const auto& open : work) {
        auto& remaining = by_order[open.order_id.value];
        remaining.hours_open = remaining.hours_open + open.quantity;
    }
    for (const auto& clock : clocks) {
        auto& remaining = by_order[clock.order_id.value];
        const Duration worked = clock.ended_at.value_or(now) - clock.started_at;
        remaining.clocked = {remaining.clocked.ms + std::max<std::int64_t>(0, worked.ms)};
        if (!clock.ended_at) ++remaining.people;
    }
    std::vector<BoardForecast> forecasts;
    for (const auto& order : orders) {
        auto remaining = by_order[order.id.value];
        remaining.checks_open = order.checks_passed < 3;
        const bool is_done = order.state == OrderState::ready || order.state == OrderState::settled;
        const Instant expected = is_done ? now : expected_at(remaining, now);
        forecasts.push_back({.order_id = order.id,
                             .expected_at = expected,
                             .late = expected > order.promised_at,
                             .people = remaining.people});
    }
    return forecasts;
}

}  // namespace forecourt::workshop
