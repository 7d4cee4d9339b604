#include <services/numbering/api.h>
#include <testing/engine_test.h>

namespace forecourt::numbering {
namespace {

class NumberingTest : public testing::EngineTest {
  protected:
    std::string next(std::string_view prefix) {
        return test.run([&](Tx& tx) { return next_number(tx, prefix); });
    }
};
FORECOURT_ON_EVERY_ENGINE(NumberingTest);

TEST_P(NumberingTest, each_prefix_counts_for_itself) {
    EXPECT_EQ(next("RO"), "RO261122-0001");
    EXPECT_EQ(next("RO"), "RO261122-0002");
    EXPECT_EQ(next("HT"), "HT261122-0001");
    EXPECT_EQ(next("RO"), "RO261122-0003");
}

TEST_P(NumberingTest, each_store_counts_for_itself) {
    EXPECT_EQ(next("RO"), "RO261122-0001");
    test.act_as({8}, {Role::advisor}, {2});
    EXPECT_EQ(next("RO"), "RO261122-0001");
}

TEST_P(NumberingTest, the_count_starts_anew_at_midnight_in_the_store) {
    test.now = local_instant(date_of({2026, 11, 22}), 23, 59);
    EXPECT_EQ(next("RO"), "RO261122-0001");
    test.now = test.now + minutes(1);
    EXPECT_EQ(next("RO"), "RO261123-0001");
}

TEST_P(NumberingTest, a_number_of_a_refused_action_is_given_again) {
    const auto refused = test.run([&](Tx& tx) -> Result<std::string> {
        EXPECT_EQ(next_number(tx, "RO"), "RO261122-0001");
        return record_not_found;
    });
    EXPECT_FALSE(refused);
    EXPECT_EQ(next("RO"), "RO261122-0001");
}

TEST_P(NumberingTest, the_ten_thousandth_number_of_a_day_is_longer) {
    test.run([&](Tx& tx) {
        for (int i = 0; i < 9999; ++i) next_number(tx, "RO");
    });
    EXPECT_EQ(next("RO"), "RO261122-10000");
}

}  // namespace
}  // namespace forecourt::numbering
