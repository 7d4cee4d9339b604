#include <gtest/gtest.h>
#include <modules/reception/visit/visit_rules.h>

namespace forecourt::reception {
namespace {

std::string_view answer(const MaybeRefused& no) { return no ? no->name() : "yes"; }

TEST(Visit, counts_between_one_and_ninety_nine_people) {
    RegisterArrival arrival;
    const std::pair<std::int64_t, const char*> cases[] = {
        {1, "yes"}, {99, "yes"}, {0, "party_size_out_of_range"}, {100, "party_size_out_of_range"}};
    for (const auto& [size, expected] : cases) {
        arrival.party_size = size;
        EXPECT_EQ(answer(check_arrival(arrival)), expected) << size;
    }
}

const Instant noon = local_instant(date_of({2026, 3, 2}), 12);

TEST(Visit, is_greeted_once_and_not_after_its_end) {
    VisitRow visit;
    visit.arrived_at = noon;
    EXPECT_EQ(answer(may_greet(visit, noon)), "yes");
    EXPECT_EQ(answer(may_change(visit)), "yes");
    visit.state = VisitState::greeted;
    visit.greeted_at = Instant{1};
    EXPECT_EQ(answer(may_greet(visit, noon)), "visitor_greeted_already");
    EXPECT_EQ(answer(may_change(visit)), "yes");
    visit.state = VisitState::ended;
    EXPECT_EQ(answer(may_greet(visit, noon)), "visit_is_over");
    EXPECT_EQ(answer(may_change(visit)), "visit_is_over");
}

TEST(Visit, asks_for_help_once_between_greeting_and_end) {
    VisitRow visit;
    visit.arrived_at = noon;
    EXPECT_EQ(answer(may_ask_for_help(visit, noon)), "visitor_not_greeted");
    visit.state = VisitState::greeted;
    visit.greeted_at = Instant{1};
    EXPECT_EQ(answer(may_ask_for_help(visit, noon)), "yes");
    visit.help_asked_at = Instant{2};
    EXPECT_EQ(answer(may_ask_for_help(visit, noon)), "help_is_asked");
    visit.state = VisitState::ended;
    EXPECT_EQ(answer(may_ask_for_help(visit, noon)), "visit_is_over");
}

TEST(Visit, of_another_day_has_nobody_to_look_after) {
    VisitRow visit;
    visit.arrived_at = noon;
    struct Case {
        Instant now;
        const char* expected;
    };
    const Case cases[] = {
        {noon, "yes"},
        {noon + hours(11) + minutes(59), "yes"},
        {noon + hours(12), "visitor_came_another_day"},
        {noon + days(2), "visitor_came_another_day"},
    };
    for (const auto& [now, expected] : cases) {
        SCOPED_TRACE(to_text(now));
        EXPECT_EQ(answer(may_greet(visit, now)), expected);
        EXPECT_EQ(answer(may_look_after(visit, now)), expected);
        EXPECT_EQ(answer(may_change(visit)), "yes");
        auto greeted = visit;
        greeted.greeted_at = noon;
        EXPECT_EQ(answer(may_ask_for_help(greeted, now)), expected);
    }
}

TEST(Visit, ends_with_a_next_step_where_something_is_open) {
    const std::pair<VisitOutcome, const char*> cases[] = {
        {VisitOutcome::interested, "next_step_missing"},
        {VisitOutcome::wants_time, "next_step_missing"},
        {VisitOutcome::test_driven, "next_step_missing"},
        {VisitOutcome::quoted, "next_step_missing"},
        {VisitOutcome::signed_contract, "yes"},
        {VisitOutcome::collected, "yes"},
        {VisitOutcome::served, "yes"},
        {VisitOutcome::no_interest, "yes"},
        {VisitOutcome::left_unseen, "yes"},
        {VisitOutcome::entered_by_mistake, "yes"},
    };
    for (const auto& [outcome, expected] : cases) {
        EndVisit end{.visit_id = {1}, .outcome = outcome, .next_step = "  ", .note = {}};
        EXPECT_EQ(answer(check_end(end)), expected) << name_of(outcome);
        end.next_step = "周六带家人再来试驾";
        EXPECT_EQ(answer(check_end(end)), "yes") << name_of(outcome);
    }
}

TEST(Visit, for_the_workshop_is_not_the_sales_teams) {
    EXPECT_TRUE(needs_consultant(VisitPurpose::look_at_cars));
    EXPECT_TRUE(needs_consultant(VisitPurpose::collect_car));
    EXPECT_FALSE(needs_consultant(VisitPurpose::service));
    EXPECT_FALSE(needs_consultant(VisitPurpose::complaint));
}

}  // namespace
}  // namespace forecourt::reception
