#include <assets/assets.h>
#include <core/checked_text.h>
#include <services/access/account_rules.h>
#include <services/access/api.h>
#include <testing/engine_test.h>

#include <sstream>

using namespace forecourt;
using namespace forecourt::access;

// security 44
TEST(Access, wrong_passwords_make_an_account_rest_longer_each_time) {
    const struct {
        int failures;
        Duration rest;
    } cases[] = {{4, {0}},          {5, minutes(1)},   {6, minutes(2)},
                 {10, minutes(32)}, {11, minutes(64)}, {50, minutes(64)}};
    for (const auto& row : cases) EXPECT_EQ(rest_after_failures(row.failures), row.rest) << row.failures;
}

// security 52, 53
TEST(Access, a_session_ends_by_silence_by_age_and_by_sign_out) {
    const Instant start{1'000'000'000};
    SessionRow session{.created_at = start, .last_seen_at = start, .ends_at = start + session_limit};
    EXPECT_TRUE(is_live(session, start + idle_limit - Duration{1}));
    EXPECT_FALSE(is_live(session, start + idle_limit));
    session.last_seen_at = start + session_limit - minutes(1);
    EXPECT_TRUE(is_live(session, start + session_limit - Duration{1}));
    EXPECT_FALSE(is_live(session, start + session_limit));
    session.ended_at = start;
    EXPECT_FALSE(is_live(session, start));
}

TEST(Access, a_session_begun_under_a_wrong_clock_does_not_live_until_then) {
    const Instant start{1'000'000'000};
    const SessionRow session{.created_at = start, .last_seen_at = start, .ends_at = start + session_limit};
    EXPECT_TRUE(is_live(session, start - idle_limit + Duration{1}));
    EXPECT_FALSE(is_live(session, start - idle_limit));
    EXPECT_FALSE(is_live(session, start - days(30)));
}

// security 40, 41
TEST(Access, a_password_is_long_enough_and_not_what_is_guessed_first) {
    const struct {
        std::string password;
        std::string_view verdict;
    } cases[] = {{"", "password_too_short"},
                 {"a7#kq_P", "password_too_short"},
                 {"a7#kq_Pz", "ok"},
                 {"柳暗花明又一村", "password_too_short"},
                 {"柳暗花明又一村啊", "ok"},
                 {std::string(512, ' ') + "x", "password_too_long"},
                 {"correct horse battery staple", "ok"},
                 {" leading and trailing ", "ok"},
                 {"12345678", "password_too_easy"},
                 {"aaaaaaaaaa", "password_too_easy"},
                 {"Password123", "password_too_easy"},
                 {"qwertyuiop", "password_too_easy"},
                 {"woaini1314520", "password_too_easy"},
                 {"sales1sales1", "password_too_easy"},
                 {"SALES1-2026", "ok"},
                 {"87654321", "password_too_easy"},
                 {"jennifer", "password_too_easy"},
                 {"Jennifer2026", "password_too_easy"},
                 {"1jennifer!", "password_too_easy"},
                 {"jennifer-82619", "ok"},
                 {"wolverine", "password_too_easy"},
                 {"12qwaszx", "password_too_easy"}};
    for (const auto& row : cases) {
        const auto no = may_be_password(row.password, "sales1");
        EXPECT_EQ(no ? no->name() : "ok", row.verdict) << row.password;
    }
}

// security 41
TEST(Access, of_the_three_thousand_most_common_passwords_none_is_taken) {
    const auto* list = assets::find("passwords/common.lst");
    ASSERT_NE(list, nullptr);
    int long_enough = 0;
    std::istringstream lines{std::string(list->body)};
    for (std::string password; std::getline(lines, password);) {
        if (character_count(password) < 8) continue;
        ++long_enough;
        const auto no = may_be_password(password, "sales1");
        ASSERT_TRUE(no) << password;
    }
    EXPECT_GE(long_enough, 3000);
}

class AccessTest : public forecourt::testing::EngineTest {};
FORECOURT_ON_EVERY_ENGINE(AccessTest);

TEST_P(AccessTest, links_taken_back_let_nobody_in_and_end_what_they_began) {
    test.actor.store_id = test.run([](Tx& tx) { return add_store(tx, {}); });
    const auto make = [&](std::int64_t customer) {
        return test.run([&](Tx& tx) {
            return create_link(tx, "customers.own_page", customer, {"customer", customer}, days(30));
        });
    };
    const auto begin = [&](std::int64_t customer) {
        return test.run(
            [&](Tx& tx) { return begin_session(tx, tx.store_id(), std::nullopt, customer).token; });
    };
    const auto hers = make(7), his = make(8);
    const auto her_session = begin(7), his_session = begin(8);
    EXPECT_EQ(live_links(test.db(), test.store(), 7, test.now).size(), 1U);
    EXPECT_EQ(test.run([](Tx& tx) { return end_links(tx, 7); }), 1);
    EXPECT_TRUE(live_links(test.db(), test.store(), 7, test.now).empty());
    EXPECT_LE(find_link(test.db(), hers)->ends_at, test.now);
    EXPECT_FALSE(is_live(*find_session(test.db(), her_session), test.now));
    EXPECT_GT(find_link(test.db(), his)->ends_at, test.now);
    EXPECT_TRUE(is_live(*find_session(test.db(), his_session), test.now));
    EXPECT_EQ(test.run([](Tx& tx) { return end_links(tx, 7); }), 0);
}
