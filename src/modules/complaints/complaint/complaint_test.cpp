#include <modules/complaints/complaint/complaint_rules.h>

#include <gtest/gtest.h>

using namespace forecourt;
using namespace forecourt::complaints;

namespace {

using State = ComplaintState;
const Instant now{1'000'000'000};

ComplaintLimits test_limits() {
    return {.severities = {{Severity::minor, 480, 1440},
                           {Severity::general, 240, 4320},
                           {Severity::major, 120, 1440}},
            .owner_may_promise = yuan(500)};
}

ComplaintRow in_state(State state) {
    ComplaintRow row{.id = {1}, .state = state, .severity = Severity::general, .opened_at = now};
    set_clocks(row, test_limits());
    return row;
}

std::string told(const MaybeRefused& refused) { return refused ? std::string(refused->name()) : "free"; }

TEST(Complaint, each_step_has_its_state) {
    const struct {
        State state;
        const char *review, *propose, *carry_out, *verdict, *cause, *reopen;
    } cases[] = {
        {State::received, "free", "complaint_is_not_reviewed", "solution_is_not_agreed",
         "solution_is_not_carried_out", "complaint_is_not_reviewed", "complaint_is_open"},
        {State::reviewed, "complaint_is_reviewed", "free", "solution_is_not_agreed",
         "solution_is_not_carried_out", "free", "complaint_is_open"},
        {State::awaiting_approval, "complaint_is_reviewed", "solution_waits_for_approval",
         "solution_is_not_agreed", "solution_is_not_carried_out", "free", "complaint_is_open"},
        {State::agreed, "complaint_is_reviewed", "free", "free", "solution_is_not_carried_out", "free",
         "complaint_is_open"},
        {State::carried_out, "complaint_is_reviewed", "complaint_is_over", "solution_is_not_agreed", "free",
         "free", "complaint_is_open"},
        {State::closed, "complaint_is_reviewed", "complaint_is_over", "complaint_is_over",
         "complaint_is_over", "free", "free"},
        {State::dismissed, "complaint_is_reviewed", "complaint_is_over", "complaint_is_over",
         "complaint_is_over", "free", "free"},
    };
    for (const auto& row : cases) {
        const auto c = in_state(row.state);
        EXPECT_EQ(told(may_review(c)), row.review) << name_of(row.state);
        EXPECT_EQ(told(may_propose(c)), row.propose) << name_of(row.state);
        EXPECT_EQ(told(may_carry_out(c)), row.carry_out) << name_of(row.state);
        EXPECT_EQ(told(may_record_verdict(c)), row.verdict) << name_of(row.state);
        EXPECT_EQ(told(may_name_cause(c)), row.cause) << name_of(row.state);
        EXPECT_EQ(told(may_reopen(c)), row.reopen) << name_of(row.state);
    }
}

TEST(Complaint, a_review_may_change_the_severity_and_with_it_the_clocks) {
    const ReviewComplaint in{
        .complaint_id = {1}, .valid = true, .severity = Severity::major, .note = {"属实"}};
    const auto decided = decide_review(in_state(State::received), in, test_limits(), now + minutes(10));
    ASSERT_TRUE(decided);
    EXPECT_EQ(decided->complaint.state, State::reviewed);
    EXPECT_EQ(decided->complaint.answer_due_at, now + hours(2));
    EXPECT_EQ(decided->complaint.plan_due_at, now + hours(24));
}

TEST(Complaint, a_solution_beyond_the_owners_limit_needs_approval) {
    const struct {
        Money cost;
        State state;
        const char* refused;
    } cases[] = {{yuan(0), State::agreed, nullptr},
                 {yuan(500), State::agreed, nullptr},
                 {Money{50001}, State::awaiting_approval, nullptr},
                 {Money{-1}, State::agreed, "solution_cost_is_negative"}};
    for (const auto& row : cases) {
        const ProposeSolution in{.complaint_id = {1}, .solution = {"免费返工并赠送保养"}, .cost = row.cost};
        const auto decided = decide_proposal(in_state(State::reviewed), in, test_limits(), now);
        if (row.refused) {
            ASSERT_FALSE(decided);
            EXPECT_EQ(decided.refused().name(), row.refused);
            continue;
        }
        ASSERT_TRUE(decided);
        EXPECT_EQ(decided->complaint.state, row.state);
        EXPECT_EQ(decided->needs_approval, row.state == State::awaiting_approval);
    }
}

TEST(Complaint, a_customer_who_is_not_content_gets_a_new_solution) {
    auto row = in_state(State::carried_out);
    row.solution = "x";
    const auto decided =
        decide_verdict(row, {.complaint_id = {1}, .satisfied = false, .words = "还是有异响"}, now);
    ASSERT_TRUE(decided);
    EXPECT_EQ(decided->complaint.state, State::reviewed);
    EXPECT_EQ(decided->complaint.times_reopened, 1);
    EXPECT_TRUE(decided->complaint.solution.empty());
    const auto content = decide_verdict(row, {.complaint_id = {1}, .satisfied = true, .words = ""}, now);
    EXPECT_EQ(content->complaint.state, State::closed);
    EXPECT_EQ(content->complaint.closed_at, now);
}

TEST(Complaint, reopened_its_clocks_run_anew_but_it_is_as_old_as_it_is) {
    const auto decided = decide_reopening(in_state(State::closed), {.complaint_id = {1}, .reason = {"复发"}},
                                          test_limits(), now + days(10));
    ASSERT_TRUE(decided);
    EXPECT_EQ(decided->complaint.opened_at, now);
    EXPECT_EQ(decided->complaint.plan_due_at, now + days(10) + minutes(4320));
}

TEST(ComplaintLimits, hold_each_severity_once_with_positive_times) {
    const struct {
        const char* said;
        void (*make)(ComplaintLimits&);
    } cases[] = {
        {"ok", [](ComplaintLimits&) {}},
        {"ok", [](ComplaintLimits& table) { table.owner_may_promise = Money{0}; }},
        {"limit_missing", [](ComplaintLimits& table) { table.severities.pop_back(); }},
        {"limit_twice", [](ComplaintLimits& table) { table.severities.push_back(table.severities[0]); }},
        {"limit_out_of_range", [](ComplaintLimits& table) { table.severities[1].answer_within_minutes = 0; }},
        {"limit_out_of_range", [](ComplaintLimits& table) { table.severities[1].plan_within_minutes = -1; }},
        {"limit_out_of_range", [](ComplaintLimits& table) { table.owner_may_promise = Money{-1}; }},
    };
    for (const auto& c : cases) {
        auto table = test_limits();
        c.make(table);
        const auto no = may_hold(table);
        EXPECT_EQ(no ? no->name() : "ok", c.said);
    }
}

}  // namespace
