#include <services/versions/api.h>
#include <testing/engine_test.h>

namespace forecourt::versions {
namespace {

using testing::refusal_of;

TEST(VersionRules, a_version_begins_today_at_once_and_later_with_the_day) {
    const Date today = date_of({2026, 4, 2});
    const Instant now = local_instant(today, 9, 30);
    const LastVersion first{.number = 1, .valid_from = Instant{0}};
    EXPECT_EQ(*decide_start(std::nullopt, now, first), now);
    EXPECT_EQ(*decide_start(today, now, first), now);
    EXPECT_EQ(*decide_start(today + 1, now, first), local_instant(today + 1));
    EXPECT_EQ(decide_start(today + -1, now, first).refused().name(), "start_date_past");
    const LastVersion later{.number = 2, .valid_from = local_instant(today + 3)};
    EXPECT_EQ(decide_start(today + 2, now, later).refused().name(), "starts_before_the_last_version");
    EXPECT_EQ(*decide_start(today + 3, now, later), local_instant(today + 3));
}

TEST(VersionRules, a_draft_is_published_when_it_says_something_new_and_nobody_was_faster) {
    const LastVersion second{.number = 2, .valid_from = {}};
    EXPECT_FALSE(may_publish(2, second, 1));
    EXPECT_EQ(may_publish(2, second, 0)->name(), "draft_changes_nothing");
    EXPECT_EQ(may_publish(1, second, 1)->name(), "draft_is_outdated");
}

class VersionsTest : public testing::EngineTest {
  protected:
    static constexpr Key key{"song", "first"};
    Result<Version> publish_after(const std::string& body, std::optional<Date> from) {
        const auto draft = test.run([&](Tx& tx) { return open_draft(tx, key); });
        if (!draft) return draft.refused();
        test.run([&](Tx& tx) { change_draft(tx, key, 1, body); });
        return test.run([&](Tx& tx) {
            return publish(tx, key, {.version = 2, .reason = "更好", .valid_from = from, .changes = 1});
        });
    }
};
FORECOURT_ON_EVERY_ENGINE(VersionsTest);

TEST_P(VersionsTest, each_time_has_its_version) {
    test.run([&](Tx& tx) { install(tx, key, "one"); });
    test.run([&](Tx& tx) { install(tx, key, "another"); });
    const Instant before = test.now;
    ASSERT_TRUE(publish_after("two", std::nullopt));
    ASSERT_TRUE(publish_after("three", local_date(test.now) + 2));
    auto& db = test.db();
    EXPECT_EQ(in_force(db, test.store(), key, before + Duration{-1})->body, "one");
    EXPECT_EQ(in_force(db, test.store(), key, test.now)->body, "two");
    EXPECT_EQ(in_force(db, test.store(), key, test.now + days(3))->body, "three");
    EXPECT_EQ(numbered(db, test.store(), key, 1)->body, "one");
    EXPECT_EQ(latest(db, test.store(), key)->number, 3);
    EXPECT_EQ(all_in_force(db, test.store(), "song", test.now).at(0).body, "two");
    EXPECT_EQ(all_latest(db, test.store(), "song").at(0).body, "three");
    const auto past = history(db, test.store(), key, test.now);
    ASSERT_EQ(past.size(), 3U);
    EXPECT_FALSE(past[0].in_force);
    EXPECT_TRUE(past[1].in_force);
    EXPECT_FALSE(in_force(db, {2}, key, test.now));
}

TEST_P(VersionsTest, one_draft_at_a_time_and_none_from_an_old_version) {
    test.run([&](Tx& tx) { install(tx, key, "one"); });
    ASSERT_TRUE(test.run([&](Tx& tx) { return open_draft(tx, key); }));
    EXPECT_EQ(refusal_of(test.run([&](Tx& tx) { return open_draft(tx, key); })), "draft_is_open");
    EXPECT_EQ(drafts(test.db(), test.store(), "song").size(), 1U);
    test.run([&](Tx& tx) { discard_draft(tx, key, 1); });
    EXPECT_EQ(refusal_of(test.run([&](Tx& tx) { return publish(tx, key, {.reason = "x", .changes = 1}); })),
              "draft_not_found");
    test.run([&](Tx& tx) { begin(tx, {"song", "second"}, "new"); });
    const auto published = test.run([&](Tx& tx) {
        return publish(tx, {"song", "second"}, {.version = 1, .reason = "新", .changes = 1});
    });
    EXPECT_EQ(published->number, 1);
}

}  // namespace
}  // namespace forecourt::versions
