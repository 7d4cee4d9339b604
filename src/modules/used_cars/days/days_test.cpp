#include <gtest/gtest.h>
#include <modules/used_cars/days/days_rules.h>

namespace forecourt::used_cars {
namespace {

const DayTargets targets{{{UsedStep::inspection, 1}, {UsedStep::mechanical, 3}}, 90};

StayRow stay(UsedStep step, std::int64_t took_minutes) {
    return {.step = step, .entered_at = Instant{1000}, .left_at = Instant{1000} + minutes(took_minutes)};
}

TEST(Stay, is_measured_from_entering_to_leaving) {
    EXPECT_EQ(minutes_of(stay(UsedStep::inspection, 90), Instant{0}), 90);
    const StayRow open{.entered_at = Instant{0}};
    EXPECT_EQ(minutes_of(open, Instant{0} + minutes(5)), 5);
    EXPECT_EQ(minutes_of(open, Instant{59'999}), 0);
    // Clocks of two machines may differ by a little.
    EXPECT_EQ(minutes_of(open, Instant{-1}), 0);
}

TEST(Stay, is_late_beyond_its_target_and_not_at_it) {
    EXPECT_FALSE(is_late(targets, UsedStep::inspection, 1440));
    EXPECT_TRUE(is_late(targets, UsedStep::inspection, 1441));
    EXPECT_FALSE(is_late(targets, UsedStep::mechanical, 3 * 1440));
    // A step without a target is never late.
    EXPECT_FALSE(is_late(targets, UsedStep::cleaning, 100 * 1440));
}

TEST(StepFigures, have_the_middle_of_what_ended) {
    EXPECT_FALSE(median({}));
    EXPECT_EQ(median({7}), 7);
    EXPECT_EQ(median({9, 1, 5}), 5);
    EXPECT_EQ(median({4, 1, 9, 6}), 5);
    const std::vector<StayRow> ended{stay(UsedStep::inspection, 600),
                                     stay(UsedStep::inspection, 1441),
                                     stay(UsedStep::inspection, 1440),
                                     stay(UsedStep::mechanical, 9000),
                                     {.step = UsedStep::inspection, .entered_at = Instant{0}}};
    const auto figures = figures_of(targets, UsedStep::inspection, ended);
    EXPECT_EQ(figures.stays, 3);
    EXPECT_EQ(figures.late, 1);
    EXPECT_EQ(figures.median_minutes, 1440);
    EXPECT_FALSE(figures_of(targets, UsedStep::cleaning, ended).median_minutes);
}

TEST(StepTargets, hold_every_step_once_with_at_least_a_day) {
    const DayTargets whole{{{UsedStep::arrived, 1},
                            {UsedStep::inspection, 1},
                            {UsedStep::mechanical, 3},
                            {UsedStep::body_paint, 3},
                            {UsedStep::cleaning, 1},
                            {UsedStep::photos, 1},
                            {UsedStep::for_sale, 45}},
                           90};
    const struct {
        const char* said;
        void (*make)(DayTargets&);
    } cases[] = {
        {"ok", [](DayTargets&) {}},
        {"limit_missing", [](DayTargets& table) { table.steps.pop_back(); }},
        {"limit_twice", [](DayTargets& table) { table.steps.push_back(table.steps[2]); }},
        {"limit_out_of_range", [](DayTargets& table) { table.steps[2].days = 0; }},
        {"limit_out_of_range", [](DayTargets& table) { table.looks_back_days = 0; }},
    };
    for (const auto& c : cases) {
        auto table = whole;
        c.make(table);
        const auto no = may_hold(table);
        EXPECT_EQ(no ? no->name() : "ok", c.said);
    }
}

}  // namespace
}  // namespace forecourt::used_cars
