#include <modules/workshop/board/forecast.h>

#include <gtest/gtest.h>

namespace forecourt::workshop {
namespace {

BoardOrder order_of(std::int64_t id, OrderState state, Instant promised_at, std::int64_t checks = 0) {
    BoardOrder order;
    order.id = {id};
    order.state = state;
    order.promised_at = promised_at;
    order.checks_passed = checks;
    return order;
}

TEST(workshop_forecast, counts_open_hours_less_what_was_clocked) {
    const Instant now{hours(10).ms};
    const auto forecasts = forecasts_of(
        {order_of(1, OrderState::in_work, now + minutes(80)), order_of(2, OrderState::ready, now, 3),
         order_of(3, OrderState::ready, now - minutes(1), 3)},
        {{{1}, {10}, {1500}, Work::working}, {{1}, {11}, {500}, Work::waiting}},
        {{{1}, {10}, {7}, now - minutes(60), {}}}, now);
    ASSERT_EQ(forecasts.size(), 3U);
    // Two hours of work, one is clocked, one person, and twenty minutes of checks.
    EXPECT_EQ(forecasts[0].expected_at, now + minutes(80));
    EXPECT_FALSE(forecasts[0].late);
    EXPECT_EQ(forecasts[0].people, 1);
    EXPECT_FALSE(forecasts[1].late);
    EXPECT_TRUE(forecasts[2].late);
}

TEST(workshop_forecast, is_late_one_moment_after_the_promise) {
    const Instant now{hours(10).ms};
    const std::vector<OpenWork> work{{{1}, {10}, {1000}, Work::waiting}};
    EXPECT_TRUE(
        forecasts_of({order_of(1, OrderState::approved, now + minutes(80) - Duration{1})}, work, {}, now)[0]
            .late);
    EXPECT_FALSE(forecasts_of({order_of(1, OrderState::approved, now + minutes(80))}, work, {}, now)[0].late);
}

}  // namespace
}  // namespace forecourt::workshop
