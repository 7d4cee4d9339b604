#include <gtest/gtest.h>
#include <modules/vehicles/stock/ageing_rules.h>

namespace forecourt::vehicles {
namespace {

Date day(const char* text) { return *parse_date(text); }

FloorPlan plan() {
    return {.days_in_year = 360,
            .rates = {{day("2025-01-01"), day("2025-12-31"), 720, 0}, {day("2026-01-01"), {}, 360, 10}},
            .bands = {30, 60, 90},
            .steps = {{60, Role::sales_manager, tasks::AlertLevel::info},
                      {90, Role::sales_manager, tasks::AlertLevel::warning},
                      {120, Role::gm, tasks::AlertLevel::urgent}}};
}

TEST(Ageing, capital_costs_by_the_rates_of_the_days) {
    struct Case {
        const char* financed_on;
        const char* until;
        std::int64_t fen;
    };
    const Case cases[] = {
        {"2025-06-01", "2025-06-01", 0},
        {"2025-06-01", "2025-06-02", 2000},  // 100,000 yuan at 7.2 %: 20 yuan a day
        {"2025-06-01", "2025-06-11", 20000},
        {"2025-12-31", "2026-01-01", 2000},  // the last day of the old rate
        {"2025-12-31", "2026-01-02", 3000},  // one of each: financed before the free days were promised
        {"2026-01-01", "2026-01-11", 0},     // ten free days
        {"2026-01-01", "2026-01-12", 1000},
        {"2024-12-01", "2025-01-02", 2000},  // nothing is known of 2024
    };
    for (const auto& c : cases) {
        EXPECT_EQ(capital_cost(plan(), yuan(100'000), day(c.financed_on), day(c.until)).fen, c.fen)
            << c.financed_on << " " << c.until;
    }
    EXPECT_EQ(daily_cost(plan(), yuan(100'000), day("2026-01-01"), day("2026-01-10")).fen, 0);
    EXPECT_EQ(daily_cost(plan(), yuan(100'000), day("2026-01-01"), day("2026-01-11")).fen, 1000);
    // Summed day by day the rounding would be lost: 3 fen of interest a year are not 0.
    EXPECT_EQ(capital_cost(plan(), Money{80}, day("2025-01-01"), day("2025-12-27")).fen, 6);
}

TEST(Ageing, days_fall_into_bands_and_reach_steps) {
    struct Case {
        std::int64_t days;
        std::size_t band;
        std::int64_t step;
    };
    const Case cases[] = {{0, 0, 0},   {30, 0, 0},  {31, 1, 0},  {59, 1, 0},   {60, 1, 60},
                          {61, 2, 60}, {90, 2, 90}, {91, 3, 90}, {119, 3, 90}, {120, 3, 120}};
    for (const auto& c : cases) {
        EXPECT_EQ(band_of(plan(), c.days), c.band) << c.days;
        const auto made = plan();
        const auto* step = step_reached(made, c.days);
        EXPECT_EQ(step == nullptr ? 0 : step->days, c.step) << c.days;
    }
}

TEST(Ageing, the_shipped_floor_plan_has_a_rate_for_every_day_and_growing_steps) {
    const auto& shipped = floor_plan();
    for (std::size_t i = 1; i < shipped.rates.size(); ++i) {
        ASSERT_TRUE(shipped.rates[i - 1].valid_until);
        EXPECT_EQ(shipped.rates[i].valid_from, *shipped.rates[i - 1].valid_until + 1);
    }
    EXPECT_FALSE(shipped.rates.back().valid_until);
    for (std::size_t i = 1; i < shipped.steps.size(); ++i)
        EXPECT_GT(shipped.steps[i].days, shipped.steps[i - 1].days);
}

}  // namespace
}  // namespace forecourt::vehicles
