#include <db/sqlite.h>
#include <db/writer.h>

#include <gtest/gtest.h>

#include <atomic>
#include <semaphore>

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

}  // namespace
}  // namespace forecourt::db
