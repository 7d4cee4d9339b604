#include <gtest/gtest.h>
#include <modules/leads/lead/lead_limits.h>
#include <modules/leads/lead/lead_rules.h>

namespace forecourt::leads {
namespace {

std::string_view answer(const MaybeRefused& no) { return no ? no->name() : "yes"; }

LeadRow lead_in(LeadState state, bool loss_asked = false) {
    LeadRow lead;
    lead.state = state;
    if (loss_asked) lead.loss_asked_at = Instant{1};
    return lead;
}

TEST(Lead, may_be_worked_lost_and_revived_by_its_state) {
    struct Case {
        LeadRow lead;
        const char* work;
        const char* lose;
        const char* revive;
    };
    const Case cases[] = {
        {lead_in(LeadState::open), "yes", "yes", "lead_not_lost"},
        {lead_in(LeadState::open, true), "yes", "loss_waits_for_approval", "lead_not_lost"},
        {lead_in(LeadState::won), "lead_is_closed", "lead_is_closed", "lead_not_lost"},
        {lead_in(LeadState::lost), "lead_is_closed", "lead_is_closed", "yes"},
    };
    for (const auto& one : cases) {
        EXPECT_EQ(answer(may_work(one.lead)), one.work) << name_of(one.lead.state);
        EXPECT_EQ(answer(may_lose(one.lead)), one.lose) << name_of(one.lead.state);
        EXPECT_EQ(answer(may_revive(one.lead, false)), one.revive) << name_of(one.lead.state);
    }
    EXPECT_EQ(answer(may_revive(lead_in(LeadState::lost), true)), "customer_has_open_lead");
}

TEST(Lead, next_contact_is_planned_within_the_grades_silence) {
    const auto now = local_instant(date_of({2026, 11, 22}), 15);
    const auto day = [](int number, int hour) { return local_instant(date_of({2026, 11, number}), hour); };
    struct Case {
        Instant at;
        const char* expected;
    };
    const Case cases[] = {
        {now, "contact_in_the_past"}, {now + seconds(1), "yes"}, {day(21, 9), "contact_in_the_past"},
        {day(24, 9), "yes"},          {day(24, 23), "yes"},      {day(25, 0), "contact_too_late"},
    };
    for (const auto& one : cases) EXPECT_EQ(answer(check_plan(now, one.at, days(2))), one.expected);
}

TEST(Lead, latest_contact_is_in_the_morning_of_the_last_day) {
    const auto now = local_instant(date_of({2026, 11, 22}), 15);
    EXPECT_EQ(latest_contact(now, days(2)), local_instant(date_of({2026, 11, 24}), 10));
    const auto early = local_instant(date_of({2026, 11, 22}), 8);
    EXPECT_EQ(latest_contact(early, hours(1)), local_instant(date_of({2026, 11, 22}), 10));
    EXPECT_EQ(latest_contact(now, hours(1)), now + hours(1));
}

TEST(Lead, lost_to_another_car_names_it) {
    LoseLead loss;
    loss.because = LostBecause::price;
    EXPECT_EQ(answer(check_loss(loss)), "yes");
    for (const auto because : {LostBecause::competitor, LostBecause::bought_elsewhere}) {
        loss.because = because;
        loss.competitor_model = " ";
        EXPECT_EQ(answer(check_loss(loss)), "competitor_missing");
        loss.competitor_model = "某品牌 SUV";
        EXPECT_EQ(answer(check_loss(loss)), "yes");
    }
}

TEST(Lead, contact_is_late_from_the_next_day_on) {
    const auto due = local_instant(date_of({2026, 11, 22}), 10);
    EXPECT_FALSE(is_late(due, local_instant(date_of({2026, 11, 22}), 23, 59)));
    EXPECT_TRUE(is_late(due, local_instant(date_of({2026, 11, 23}), 0)));
}

TEST(Lead, is_worked_by_its_owner_a_manager_or_who_serves_the_customer_now) {
    auto lead = lead_in(LeadState::open);
    lead.consultant_id = {1};
    struct Case {
        const char* what;
        Worker worker;
        const char* answer;
    };
    const Case cases[] = {
        {"the owner", {.user_id = {1}}, "yes"},
        {"another consultant", {.user_id = {2}}, "lead_belongs_to_another"},
        {"a manager", {.user_id = {2}, .manages = true}, "yes"},
        {"who looks after them now", {.user_id = {2}, .serves_them = true}, "yes"},
    };
    for (const auto& one : cases)
        EXPECT_EQ(answer(may_work(lead, one.worker, "李婷")), one.answer) << one.what;
    const auto no = may_work(lead, Worker{.user_id = {2}}, "李婷");
    ASSERT_TRUE(no);
    EXPECT_EQ(no->details.front().second, "李婷");
    lead.state = LeadState::won;
    EXPECT_EQ(answer(may_work(lead, Worker{.user_id = {1}}, "李婷")), "lead_is_closed");
}

TEST(Lead, goes_into_another_open_one_once) {
    auto lead = lead_in(LeadState::open);
    lead.id = {1};
    auto other = lead_in(LeadState::open);
    other.id = {2};
    EXPECT_EQ(answer(may_merge(lead, other)), "yes");
    EXPECT_EQ(answer(may_merge(lead, lead)), "lead_merged_with_itself");
    other.state = LeadState::lost;
    EXPECT_EQ(answer(may_merge(lead, other)), "yes");
    EXPECT_EQ(answer(may_merge(other, lead)), "lead_is_closed");
    other.merged_into = Id<Lead>{1};
    EXPECT_EQ(answer(may_merge(lead, other)), "lead_merged_already");
    auto won = lead_in(LeadState::won);
    won.id = {3};
    EXPECT_EQ(answer(may_merge(lead, won)), "lead_is_won");
}

TEST(Lead, a_rival_is_written_in_one_way) {
    EXPECT_EQ(plain_name("  远航  L6 "), "远航 L6");
    EXPECT_EQ(plain_name("   "), "");
}

TEST(LeadLimits, are_positive_times_and_rising_steps) {
    const struct {
        const char* said;
        LeadLimits table;
    } cases[] = {
        {"ok", {30, 120, {5, 15, 30}}},           {"ok", {1, 1, {1}}},
        {"limit_out_of_range", {0, 120, {5}}},    {"limit_out_of_range", {30, 0, {5}}},
        {"limit_missing", {30, 120, {}}},         {"limits_not_rising", {30, 120, {0, 5}}},
        {"limits_not_rising", {30, 120, {5, 5}}},
    };
    for (const auto& c : cases) {
        const auto no = may_hold(c.table);
        EXPECT_EQ(no ? no->name() : "ok", c.said);
    }
}

}  // namespace
}  // namespace forecourt::leads
