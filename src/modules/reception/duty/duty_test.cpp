#include <gtest/gtest.h>
#include <modules/reception/duty/duty_rules.h>

namespace forecourt::reception {
namespace {

constexpr Id<User> li{1}, wang{2}, zhao{3};

Consultant in_state(Id<User> id, ConsultantState state, std::int64_t free_since = 0,
                    std::int64_t visits = 0) {
    Consultant one{.user_id = id, .name = "x", .state = state};
    if (state == ConsultantState::free) one.free_since = Instant{free_since};
    one.visits_today = visits;
    return one;
}

TEST(Rotation, sends_the_next_visitor_to_the_right_consultant) {
    using enum ConsultantState;
    struct Case {
        const char* what;
        std::vector<Consultant> consultants;
        Wishes wishes;
        std::optional<Choice> expected;
    };
    const auto longest = AssignedBecause::longest_free;
    const Case cases[] = {
        {"nobody at all", {}, {}, {}},
        {"nobody free",
         {in_state(li, with_customer), in_state(wang, away), in_state(zhao, off_duty)},
         {},
         {}},
        {"who is free the longest",
         {in_state(li, free, 20), in_state(wang, free, 10)},
         {},
         Choice{wang, longest}},
        {"of two, who had fewer visits",
         {in_state(li, free, 10, 3), in_state(wang, free, 10, 2)},
         {},
         Choice{wang, longest}},
        {"of equals, the first to join",
         {in_state(wang, free, 10), in_state(li, free, 10)},
         {},
         Choice{li, longest}},
        {"own consultant before the rotation",
         {in_state(li, free, 10), in_state(wang, free, 20)},
         {.own_consultant = wang},
         Choice{wang, AssignedBecause::own_customer}},
        {"own consultant busy",
         {in_state(li, free, 10), in_state(wang, with_customer)},
         {.own_consultant = wang},
         Choice{li, longest}},
        {"own consultant away",
         {in_state(li, free, 10), in_state(wang, away)},
         {.own_consultant = wang},
         Choice{li, longest}},
        {"asked for, though busy",
         {in_state(li, free, 10), in_state(wang, with_customer)},
         {.asked_for = wang},
         Choice{wang, AssignedBecause::asked_for}},
        {"asked for, but away",
         {in_state(li, free, 10), in_state(wang, away)},
         {.asked_for = wang},
         Choice{li, longest}},
        {"asked for goes before own",
         {in_state(li, free, 10), in_state(wang, free, 20)},
         {.asked_for = wang, .own_consultant = li},
         Choice{wang, AssignedBecause::asked_for}},
        {"asked for somebody unknown", {in_state(li, free, 10)}, {.asked_for = zhao}, Choice{li, longest}},
    };
    for (const auto& one : cases)
        EXPECT_EQ(choose_consultant(one.consultants, one.wishes), one.expected) << one.what;
}

DutyRow duty_since(Id<User> user, std::int64_t started) {
    DutyRow duty;
    duty.user_id = user;
    duty.started_at = {started};
    return duty;
}

TEST(Rotation, knows_where_everybody_stands) {
    const std::vector<TeamMember> team{{li, "李"}, {wang, "王"}, {zhao, "赵"}};
    auto away = duty_since(wang, 100);
    away.away_since = Instant{500};
    away.away_reason = "午餐";
    const WorkToday busy{.user_id = li,
                         .open_visits = 1,
                         .last_ended_at = {},
                         .visits_today = 2,
                         .open_visit_id = Id<Visit>{9}};
    const auto now = consultants_now(team, {duty_since(li, 100), away}, {busy}, Instant{0});
    ASSERT_EQ(now.size(), 3U);
    EXPECT_EQ(now[0].state, ConsultantState::with_customer);
    EXPECT_EQ(now[0].visit_id, Id<Visit>{9});
    EXPECT_FALSE(now[0].free_since);
    EXPECT_EQ(now[1].state, ConsultantState::away);
    EXPECT_EQ(now[1].away_reason, "午餐");
    EXPECT_EQ(now[2].state, ConsultantState::off_duty);
}

TEST(Rotation, counts_free_from_the_last_thing_that_happened) {
    const std::vector<TeamMember> team{{li, "李"}};
    const auto free_since = [&](const DutyRow& duty, std::optional<Instant> ended) {
        const WorkToday work{
            .user_id = li, .open_visits = 0, .last_ended_at = ended, .visits_today = 1, .open_visit_id = {}};
        return consultants_now(team, {duty}, {work}, Instant{0})[0].free_since->ms;
    };
    auto duty = duty_since(li, 100);
    EXPECT_EQ(free_since(duty, {}), 100);
    EXPECT_EQ(free_since(duty, Instant{300}), 300);
    EXPECT_EQ(free_since(duty, Instant{50}), 100);
    duty.back_at = Instant{400};
    EXPECT_EQ(free_since(duty, Instant{300}), 400);
}

TEST(Rotation, takes_the_whole_team_while_nobody_has_begun_a_duty) {
    const auto now = consultants_now({{li, "李"}}, {}, {}, Instant{77});
    EXPECT_EQ(now[0].state, ConsultantState::free);
    EXPECT_EQ(now[0].free_since, Instant{77});
    auto ended = duty_since(li, 100);
    ended.ended_at = Instant{200};
    EXPECT_EQ(consultants_now({{li, "李"}}, {ended}, {}, Instant{77})[0].state, ConsultantState::off_duty);
}

TEST(Duty, begins_rests_and_ends_in_order) {
    const auto answer = [](const MaybeRefused& no) { return no ? no->name() : "yes"; };
    std::optional<DutyRow> none;
    std::optional<DutyRow> present = duty_since(li, 1);
    std::optional<DutyRow> away = duty_since(li, 1);
    away->away_since = Instant{2};
    std::optional<DutyRow> over = duty_since(li, 1);
    over->ended_at = Instant{3};
    EXPECT_EQ(answer(may_start_duty(none)), "yes");
    EXPECT_EQ(answer(may_start_duty(present)), "duty_started_already");
    EXPECT_EQ(answer(may_start_duty(over)), "yes");
    EXPECT_EQ(answer(may_leave_desk(none, 0)), "duty_not_started");
    EXPECT_EQ(answer(may_leave_desk(over, 0)), "duty_not_started");
    EXPECT_EQ(answer(may_leave_desk(away, 0)), "away_already");
    EXPECT_EQ(answer(may_leave_desk(present, 1)), "still_with_customer");
    EXPECT_EQ(answer(may_leave_desk(present, 0)), "yes");
    EXPECT_EQ(answer(may_return(none)), "duty_not_started");
    EXPECT_EQ(answer(may_return(present)), "not_away");
    EXPECT_EQ(answer(may_return(away)), "yes");
    EXPECT_EQ(answer(may_end_duty(none, 0)), "duty_not_started");
    EXPECT_EQ(answer(may_end_duty(present, 1)), "still_with_customer");
    EXPECT_EQ(answer(may_end_duty(away, 0)), "yes");
}

}  // namespace
}  // namespace forecourt::reception
