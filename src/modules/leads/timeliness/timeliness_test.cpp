#include <gtest/gtest.h>
#include <modules/leads/funnel/funnel.h>
#include <modules/leads/lead/lead_limits.h>
#include <modules/leads/timeliness/timeliness.h>

namespace forecourt::leads {
namespace {

Instant at(int day, int hour, int minute = 0) { return local_instant(date_of({2026, 3, day}), hour, minute); }

TEST(Timeliness, who_asks_is_answered_within_opening_time) {
    struct Case {
        const char* what;
        Instant asked;
        std::int64_t minutes;
        Instant due;
    };
    const OpeningTime open{.opens_minute = 8 * 60 + 30, .closes_minute = 18 * 60};
    const Case cases[] = {
        {"in the day", at(2, 10), 30, at(2, 10, 30)},
        {"just before the end", at(2, 17, 30), 30, at(2, 18)},
        {"one minute past", at(2, 17, 31), 30, at(3, 8, 31)},
        {"at night", at(2, 23), 30, at(3, 9)},
        {"early in the morning", at(2, 5), 30, at(2, 9)},
        {"at the very opening", at(2, 8, 30), 30, at(2, 9)},
        {"over two days", at(2, 17), 120, at(3, 9, 30)},
    };
    for (const auto& one : cases) {
        EXPECT_EQ(to_text(respond_by(one.asked, one.minutes, open)), to_text(one.due)) << one.what;
    }
}

TEST(Timeliness, answering_times_are_put_into_steps) {
    const auto steps = steps_of({5, 15}, {{0, 1}, {4, 2}, {5, 10}, {14, 20}, {15, 100}, {4000, 200}});
    ASSERT_EQ(steps.size(), 3U);
    EXPECT_EQ(steps[0].leads, 3);
    EXPECT_EQ(steps[1].leads, 30);
    EXPECT_EQ(steps[2].leads, 300);
    EXPECT_FALSE(steps[2].up_to_minutes);
}

TEST(Timeliness, a_period_has_an_order_and_an_end) {
    const Date day = date_of({2026, 3, 2});
    const auto usual = period_of(at(2, 10), {}, {});
    ASSERT_TRUE(usual);
    EXPECT_EQ(usual->to_date, day);
    EXPECT_EQ(usual->to_date - usual->from_date, 29);
    EXPECT_TRUE(period_of(at(2, 10), day, day));
    EXPECT_EQ(period_of(at(2, 10), day + 1, day).refused().name(), "period_upside_down");
    EXPECT_TRUE(period_of(at(2, 10), day + -366, day));
    EXPECT_EQ(period_of(at(2, 10), day + -367, day).refused().name(), "period_too_long");
}

}  // namespace
}  // namespace forecourt::leads
