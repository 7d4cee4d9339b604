#include <gtest/gtest.h>
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

}  // namespace
}  // namespace forecourt::leads
