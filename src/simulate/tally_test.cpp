#include <gtest/gtest.h>
#include <simulate/tally.h>

namespace forecourt::simulate {
namespace {

using namespace std::chrono_literals;

TEST(Tally, percentiles_are_at_most_a_fifth_too_high) {
    Times times{time_steps_us()};
    for (int ms = 1; ms <= 1000; ++ms) times.note(ms * 1000);
    std::array<std::uint64_t, time_steps + 1> counts{};
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i] = times.count(i);
    EXPECT_GE(percentile_ms(counts, 0.5), 500);
    EXPECT_LE(percentile_ms(counts, 0.5), 600);
    EXPECT_GE(percentile_ms(counts, 0.99), 990);
    EXPECT_LE(percentile_ms(counts, 0.99), 1188);
    EXPECT_EQ(percentile_ms({}, 0.5), 0);
}

TEST(Tally, a_refusal_is_every_day_and_a_failure_is_none) {
    Tally tally;
    tally.answered(Kind::action, "deals.sign", 3ms);
    tally.refused("deals.choose_car", "car_not_free");
    EXPECT_EQ(tally.failures(), 0);
    tally.failed("deals.choose_car", "500");
    tally.failed("deals.choose_car", "500");
    EXPECT_EQ(tally.failures(), 2);
    const auto told = tally.summary(1);
    EXPECT_NE(told.find("1 actions, 1.0 a second"), std::string::npos) << told;
    EXPECT_NE(told.find("1  deals.choose_car car_not_free"), std::string::npos) << told;
    EXPECT_NE(told.find("FAILED:\n  2  deals.choose_car 500"), std::string::npos) << told;
}

TEST(Tally, a_line_tells_what_came_since_the_last) {
    Tally tally;
    for (int i = 0; i < 20; ++i) tally.answered(Kind::view, "deals.deal", 1ms);
    EXPECT_NE(tally.line(10).find("views 2.0/s"), std::string::npos);
    tally.answered(Kind::view, "deals.deal", 1ms);
    EXPECT_NE(tally.line(10).find("views 0.1/s"), std::string::npos);
}

TEST(Tally, the_slowest_come_first_and_what_was_asked_once_does_not) {
    Tally tally;
    for (int i = 0; i < 20; ++i) {
        tally.answered(Kind::view, "workshop.board", 200ms);
        tally.answered(Kind::action, "deals.sign", 2ms);
    }
    tally.answered(Kind::view, "insight.year", 2s);
    const auto told = tally.summary(1);
    const auto board = told.find("workshop.board, 20 times, median 2"),
               deal = told.find("deals.sign, 20 times");
    EXPECT_LT(board, deal) << told;
    EXPECT_NE(deal, std::string::npos) << told;
    EXPECT_EQ(told.find("insight.year"), std::string::npos) << told;
}

}  // namespace
}  // namespace forecourt::simulate
