#include <services/access/api.h>

#include <gtest/gtest.h>

using namespace forecourt;
using namespace forecourt::access;

TEST(Access, wrong_passwords_make_an_account_rest_longer_each_time) {
    const struct {
        int failures;
        Duration rest;
    } cases[] = {{4, {0}},          {5, minutes(1)},   {6, minutes(2)},
                 {10, minutes(32)}, {11, minutes(64)}, {50, minutes(64)}};
    for (const auto& row : cases) EXPECT_EQ(rest_after_failures(row.failures), row.rest) << row.failures;
}

TEST(Access, a_session_ends_by_silence_by_age_and_by_sign_out) {
    const Instant start{1'000'000'000};
    SessionRow session{.last_seen_at = start, .ends_at = start + session_limit};
    EXPECT_TRUE(is_live(session, start + idle_limit - Duration{1}));
    EXPECT_FALSE(is_live(session, start + idle_limit));
    session.last_seen_at = start + session_limit - minutes(1);
    EXPECT_TRUE(is_live(session, start + session_limit - Duration{1}));
    EXPECT_FALSE(is_live(session, start + session_limit));
    session.ended_at = start;
    EXPECT_FALSE(is_live(session, start));
}
