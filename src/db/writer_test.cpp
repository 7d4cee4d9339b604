#include <db/sqlite.h>
#include <db/writer.h>

#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <semaphore>
#include <vector>

namespace forecourt::db {
namespace {

Writer::Open in_memory() {
    return [] { return open_sqlite(":memory:", Access::read_write); };
}

// The disk is slow: the first group does not end until it may, so the others wait.
// security 74
TEST(Writer, who_finds_the_queue_full_is_turned_away_and_the_others_are_served) {
    std::counting_semaphore<> begun{0}, may_end{0}, answered{0};
    std::atomic<int> done{0};
    Writer writer(in_memory(), {}, {}, 3);
    const auto job = [&](bool slow) {
        return Job{.store = 1,
                   .run =
                       [&, slow](Connection&) {
                           begun.release();
                           if (slow) may_end.acquire();
                           return true;
                       },
                   .done =
                       [&](Outcome outcome) {
                           done += outcome == Outcome::committed;
                           answered.release();
                       }};
    };
    ASSERT_TRUE(writer.submit(job(true)));
    begun.acquire();
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(writer.submit(job(false))) << i;
    EXPECT_FALSE(writer.submit(job(false)));
    EXPECT_EQ(writer.stats().waiting, 3u);
    EXPECT_EQ(writer.stats().turned_away, 1u);
    may_end.release();
    for (int i = 0; i < 4; ++i) answered.acquire();
    EXPECT_EQ(done, 4);
    EXPECT_EQ(writer.stats().groups, 2u);
    EXPECT_TRUE(writer.submit(job(false)));
    answered.acquire();
}

TEST(Writer, who_meets_a_damaged_page_is_told_and_the_others_of_the_group_are_served) {
    std::counting_semaphore<> begun{0}, may_end{0}, answered{0};
    std::vector<Outcome> outcomes(4, Outcome::unknown);
    Writer writer(in_memory(), {});
    const auto submit = [&](std::size_t i, const std::function<void()>& work) {
        ASSERT_TRUE(writer.submit({.store = 1,
                                   .run =
                                       [work](Connection&) {
                                           work();
                                           return true;
                                       },
                                   .done =
                                       [&, i](Outcome outcome) {
                                           outcomes[i] = outcome;
                                           answered.release();
                                       }}));
    };
    submit(0, [&] {
        begun.release();
        may_end.acquire();
    });
    begun.acquire();
    submit(1, [] {});
    submit(2, [] { throw Error(Failure::damaged, "test", "page 7 is damaged"); });
    submit(3, [] {});
    may_end.release();
    for (int i = 0; i < 4; ++i) answered.acquire();
    EXPECT_EQ(outcomes, (std::vector<Outcome>{Outcome::committed, Outcome::committed, Outcome::damaged,
                                              Outcome::committed}));
}

}  // namespace
}  // namespace forecourt::db
