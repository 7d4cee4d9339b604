#include <gtest/gtest.h>
#include <modules/reception/duty/duty_rules.h>
#include <modules/reception/rota/rota.h>

namespace forecourt::reception {
namespace {

constexpr Id<User> li{1}, wang{2}, zhao{3};

TEST(Rota, plans_each_person_once_and_not_the_past) {
    const Date today = date_of({2026, 3, 2});
    const std::vector<Id<User>> team{li, wang};
    struct Case {
        const char* what;
        PlanDay plan;
        const char* answer;
    };
    const Case cases[] = {
        {"today", {today, {{li, ShiftKind::whole}, {wang, ShiftKind::off}}}, "yes"},
        {"nobody", {today, {}}, "yes"},
        {"yesterday", {today + -1, {}}, "day_is_past"},
        {"twice", {today, {{li, ShiftKind::early}, {li, ShiftKind::late}}}, "planned_twice"},
        {"a stranger", {today, {{zhao, ShiftKind::whole}}}, "not_of_the_sales_team"},
    };
    for (const auto& one : cases) {
        const auto no = check_plan(one.plan, today, team);
        EXPECT_EQ(no ? no->name() : "yes", one.answer) << one.what;
    }
    EXPECT_TRUE(is_monday(today));
    EXPECT_FALSE(is_monday(today + 1));
    EXPECT_TRUE(is_monday(today + -7));
}

TEST(Rota, decides_who_counts_before_anybody_began_and_who_comes_first) {
    const std::vector<TeamMember> team{{.id = li, .name = "李", .off = true, .position = 1},
                                       {.id = wang, .name = "王", .off = false, .position = 3},
                                       {.id = zhao, .name = "赵", .off = false, .position = 2}};
    const auto now = consultants_now(team, {}, {}, Instant{5});
    EXPECT_EQ(now[0].state, ConsultantState::off_duty);
    EXPECT_EQ(now[1].state, ConsultantState::free);
    EXPECT_EQ(choose_consultant(now, {}), (Choice{zhao, AssignedBecause::longest_free}));
}

TEST(Rota, who_knows_the_series_goes_before_the_turn_but_not_before_the_own_consultant) {
    const std::vector<TeamMember> team{{.id = li, .name = "李", .off = false, .position = 1},
                                       {.id = wang, .name = "王", .off = false, .position = 2},
                                       {.id = zhao, .name = "赵", .off = false, .position = 3}};
    const auto now = consultants_now(team, {}, {}, Instant{5});
    const Wishes wants_s7{.asked_for = {}, .own_consultant = {}, .knowing = {wang, zhao}};
    EXPECT_EQ(choose_consultant(now, wants_s7), (Choice{wang, AssignedBecause::longest_free, true}));
    const Wishes own{.asked_for = {}, .own_consultant = li, .knowing = {wang}};
    EXPECT_EQ(choose_consultant(now, own), (Choice{li, AssignedBecause::own_customer}));
}

}  // namespace
}  // namespace forecourt::reception
