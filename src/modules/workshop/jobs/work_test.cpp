#include <modules/workshop/jobs/work_rules.h>

#include <gtest/gtest.h>

namespace forecourt::workshop {
namespace {

LineRow job_of(LineState state, Work work = Work::waiting, LineKind kind = LineKind::labour) {
    LineRow line;
    line.kind = kind;
    line.state = state;
    line.work = work;
    return line;
}

std::string_view name_of_refusal(const MaybeRefused& refused) {
    return refused ? refused->name() : "allowed";
}

TEST(workshop_work, begins_only_with_the_customers_consent) {
    EXPECT_EQ(name_of_refusal(may_clock_on(job_of(LineState::approved), {})), "allowed");
    for (const auto state : {LineState::planned, LineState::asked, LineState::declined, LineState::removed}) {
        EXPECT_EQ(name_of_refusal(may_clock_on(job_of(state), {})), "line_not_approved");
        EXPECT_EQ(name_of_refusal(may_assign(job_of(state))), "line_not_approved");
    }
    EXPECT_EQ(name_of_refusal(may_clock_on(job_of(LineState::approved, Work::done), {})), "line_is_done");
    EXPECT_EQ(name_of_refusal(may_clock_on(job_of(LineState::approved, Work::rework), {})), "allowed");
    EXPECT_EQ(name_of_refusal(may_clock_on(job_of(LineState::approved, Work::waiting, LineKind::part), {})),
              "line_is_not_labour");
}

TEST(workshop_work, is_one_job_at_a_time) {
    EXPECT_EQ(name_of_refusal(may_clock_on(job_of(LineState::approved), ClockRow{})),
              "technician_is_clocked_on");
}

TEST(workshop_work, is_done_when_the_last_one_stops) {
    EXPECT_EQ(name_of_refusal(may_clock_off(ClockEnd::done, 0)), "allowed");
    EXPECT_EQ(name_of_refusal(may_clock_off(ClockEnd::done, 1)), "colleague_is_clocked_on");
    EXPECT_EQ(name_of_refusal(may_clock_off(ClockEnd::pause, 1)), "allowed");
    EXPECT_EQ(work_after(ClockEnd::done, 0), Work::done);
    EXPECT_EQ(work_after(ClockEnd::pause, 0), Work::paused);
    EXPECT_EQ(work_after(ClockEnd::waiting_parts, 1), Work::working);
}

TEST(workshop_work, is_given_out_while_it_is_open) {
    EXPECT_EQ(name_of_refusal(may_assign(job_of(LineState::approved))), "allowed");
    EXPECT_EQ(name_of_refusal(may_assign(job_of(LineState::approved, Work::done))), "line_is_done");
    EXPECT_EQ(name_of_refusal(may_assign(job_of(LineState::approved, Work::waiting, LineKind::outside))),
              "line_is_not_labour");
}

TEST(workshop_work, outside_is_reported_back_once) {
    const auto outside = LineKind::outside;
    EXPECT_EQ(name_of_refusal(may_finish_outside(job_of(LineState::approved, Work::waiting, outside))),
              "allowed");
    EXPECT_EQ(name_of_refusal(may_finish_outside(job_of(LineState::approved, Work::done, outside))),
              "line_is_done");
    EXPECT_EQ(name_of_refusal(may_finish_outside(job_of(LineState::asked, Work::waiting, outside))),
              "line_not_approved");
    EXPECT_EQ(name_of_refusal(may_finish_outside(job_of(LineState::approved))), "line_is_not_outside");
}

}  // namespace
}  // namespace forecourt::workshop
