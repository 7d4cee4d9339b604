#include <modules/insight/promise/promise_rules.h>

#include <gtest/gtest.h>

namespace forecourt::insight {
namespace {

PromiseRow price(std::int64_t first, std::int64_t agreed, std::int64_t became) {
    PromiseRow row;
    row.kind = PromiseKind::price;
    row.first_amount = yuan(first);
    row.amount = yuan(agreed);
    if (became >= 0) row.became_amount = yuan(became);
    return row;
}

PromiseRow ready(Duration agreed, std::optional<Duration> became) {
    const Instant first{1'000'000'000};
    PromiseRow row;
    row.kind = PromiseKind::time;
    row.first_time = first;
    row.time = first + agreed;
    if (became) row.became_time = first + *became;
    return row;
}

TEST(Promise, a_price_is_kept_as_first_said_after_a_change_or_not_at_all) {
    EXPECT_EQ(judge(price(1000, 1000, -1)), PromiseOutcome::open);
    EXPECT_EQ(judge(price(1000, 1000, 1000)), PromiseOutcome::kept);
    EXPECT_EQ(judge(price(1000, 1000, 900)), PromiseOutcome::kept);
    EXPECT_EQ(judge(price(1000, 1200, 1200)), PromiseOutcome::kept_after_change);
    EXPECT_EQ(judge(price(1000, 1200, 1000)), PromiseOutcome::kept);
    EXPECT_EQ(judge(price(1000, 1200, 1201)), PromiseOutcome::broken);
    EXPECT_EQ(judge(price(1000, 900, 950)), PromiseOutcome::broken) << "the customer was told it got cheaper";
    EXPECT_EQ(difference_of(price(1000, 1200, 1150)), 15'000);
    EXPECT_EQ(difference_of(price(1000, 1000, -1)), std::nullopt);
}

TEST(Promise, a_time_is_kept_up_to_its_last_moment) {
    EXPECT_EQ(judge(ready(Duration{0}, std::nullopt)), PromiseOutcome::open);
    EXPECT_EQ(judge(ready(Duration{0}, Duration{0})), PromiseOutcome::kept);
    EXPECT_EQ(judge(ready(Duration{0}, Duration{1})), PromiseOutcome::broken);
    EXPECT_EQ(judge(ready(hours(2), hours(1))), PromiseOutcome::kept_after_change);
    EXPECT_EQ(judge(ready(hours(2), hours(3))), PromiseOutcome::broken);
    EXPECT_EQ(difference_of(ready(Duration{0}, Duration{1})), 1);
    EXPECT_EQ(difference_of(ready(hours(2), minutes(-61))), -61);
}

TEST(Promise, an_extra_is_kept_when_it_is_handed_over) {
    PromiseRow row;
    row.kind = PromiseKind::extra;
    EXPECT_EQ(judge(row), PromiseOutcome::open);
    row.became_time = Instant{5};
    EXPECT_EQ(judge(row), PromiseOutcome::kept);
    EXPECT_EQ(difference_of(row), std::nullopt);
}

TEST(Promise, what_is_exactly_as_promised_has_a_bar_of_its_own) {
    const auto bars = spread(PromiseKind::price, {0, 0, 1, -1, 99'999, 600'000});
    std::int64_t exact = 0, worse = 0, all = 0;
    for (const auto& bar : bars) {
        all += bar.cases;
        if (bar.worse) worse += bar.cases;
        if (bar.from_value == 0) exact += bar.cases;
    }
    EXPECT_EQ(all, 6);
    EXPECT_EQ(exact, 2);
    EXPECT_EQ(worse, 3);
    std::int64_t late = 0;
    for (const auto& bar : spread(PromiseKind::time, {-2000, -5, 0, 1, 31, 5000}))
        late += bar.worse ? bar.cases : 0;
    EXPECT_EQ(late, 3);
}

}  // namespace
}  // namespace forecourt::insight
