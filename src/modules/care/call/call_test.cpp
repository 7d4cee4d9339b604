#include <modules/care/call/call_rules.h>

#include <gtest/gtest.h>

using namespace forecourt;
using namespace forecourt::care;

namespace {

const Instant now = local_instant(date_of({2026, 3, 10}), 10);

CallRow planned(int tries = 0) {
    return {.id = {1}, .due_on = local_date(now), .state = CallState::planned, .tries = tries, .version = 1};
}

TEST(Care, calls_fall_on_the_planned_day) {
    const Date delivered = date_of({2026, 8, 31});
    EXPECT_EQ(to_text(due_day({.kind = CallKind::delivery_day_3, .days = 3}, delivered)), "2026-09-03");
    EXPECT_EQ(to_text(due_day({.kind = CallKind::first_service, .days = -14, .months = 6}, delivered)),
              "2027-02-14");
}

TEST(Care, a_call_is_recorded_by_its_result) {
    const struct {
        int tries;
        CallResult result;
        std::optional<int> satisfaction;
        const char* words;
        CallState state;
        const char* refused;
        bool complaint;
    } cases[] = {
        {0, CallResult::reached, 9, "", CallState::reached, nullptr, false},
        {0, CallResult::reached, 7, "", CallState::reached, nullptr, false},
        {0, CallResult::reached, 6, "等了太久", CallState::reached, nullptr, true},
        {0, CallResult::reached, 6, " ", CallState::reached, "words_are_missing", false},
        {0, CallResult::reached, 1, "态度差", CallState::reached, nullptr, true},
        {0, CallResult::reached, 0, "x", CallState::reached, "satisfaction_out_of_range", false},
        {0, CallResult::reached, 11, "x", CallState::reached, "satisfaction_out_of_range", false},
        {0, CallResult::reached, {}, "x", CallState::reached, "satisfaction_is_missing", false},
        {0, CallResult::not_reached, {}, "", CallState::planned, nullptr, false},
        {1, CallResult::not_reached, {}, "", CallState::planned, nullptr, false},
        {2, CallResult::not_reached, {}, "", CallState::given_up, nullptr, false},
        {0, CallResult::refused, {}, "", CallState::refused, nullptr, false},
    };
    for (const auto& row : cases) {
        const auto decided = decide_call(
            planned(row.tries),
            {.call_id = {1}, .result = row.result, .satisfaction = row.satisfaction, .words = row.words},
            CarePlans{}, now);
        if (row.refused) {
            ASSERT_FALSE(decided);
            EXPECT_EQ(decided.refused().name(), row.refused);
            continue;
        }
        ASSERT_TRUE(decided) << decided.refused().name();
        EXPECT_EQ(decided->state, row.state);
        EXPECT_EQ(is_complaint(*decided, CarePlans{}), row.complaint);
        EXPECT_EQ(decided->done_at.has_value(), row.state != CallState::planned);
        if (row.state == CallState::planned) {
            EXPECT_EQ(decided->due_on, local_date(now) + 1);
        }
    }
}

TEST(Care, what_is_done_is_done_and_the_past_is_no_day_to_call) {
    auto done = planned();
    done.state = CallState::reached;
    EXPECT_EQ(
        decide_call(done, {.call_id = {1}, .result = CallResult::refused}, CarePlans{}, now).refused().name(),
        "call_is_done");
    EXPECT_EQ(
        decide_postponing(planned(), {.call_id = {1}, .due_on = local_date(now) + -1}, now).refused().name(),
        "call_day_is_past");
    EXPECT_TRUE(decide_postponing(planned(), {.call_id = {1}, .due_on = local_date(now)}, now));
}

}  // namespace
