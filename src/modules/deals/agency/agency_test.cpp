#include <gtest/gtest.h>
#include <modules/deals/agency/agency_rules.h>

namespace forecourt::deals {
namespace {

std::string name_or_ok(const MaybeRefused& refused) { return refused ? std::string(refused->name()) : "ok"; }

const Date today = date_of({2026, 11, 26});

AgencyCase in_state(CaseState state, CaseKind kind = CaseKind::registration) {
    return {.customer_id = {30}, .kind = kind, .state = state, .collected = yuan(500)};
}

TEST(AgencyCase, collects_what_the_contract_says_for_it) {
    const std::vector<DealLine> lines{{.kind = DealLineKind::car, .amount = yuan(100'000)},
                                      {.kind = DealLineKind::insurance, .amount = yuan(4'000)},
                                      {.kind = DealLineKind::compulsory_insurance, .amount = yuan(950)},
                                      {.kind = DealLineKind::vehicle_tax, .amount = yuan(70)},
                                      {.kind = DealLineKind::purchase_tax, .amount = yuan(8'850)},
                                      {.kind = DealLineKind::registration, .amount = yuan(500)}};
    EXPECT_EQ(collected_for(CaseKind::insurance, lines), yuan(5'020));
    EXPECT_EQ(collected_for(CaseKind::purchase_tax, lines), yuan(8'850));
    EXPECT_EQ(collected_for(CaseKind::registration, lines), yuan(500));
    EXPECT_EQ(collected_for(CaseKind::registration, {}), yuan(0));
}

TEST(AgencyCase, goes_its_way_with_every_paper) {
    using enum CaseState;
    const std::vector<std::string> none;
    const std::vector<std::string> one{"authority"};
    EXPECT_EQ(name_or_ok(may_send(in_state(collecting), none)), "ok");
    const auto no = may_send(in_state(collecting), one);
    EXPECT_EQ(name_or_ok(no), "case_papers_missing");
    EXPECT_EQ(no->details.at(0).second, "authority");
    EXPECT_EQ(name_or_ok(may_send(in_state(with_authority), none)), "case_is_sent");
    EXPECT_EQ(name_or_ok(may_send(in_state(done), none)), "case_is_over");
    EXPECT_EQ(name_or_ok(may_send(in_state(cancelled), none)), "case_is_over");
    EXPECT_EQ(name_or_ok(may_finish(in_state(collecting))), "case_not_sent");
    EXPECT_EQ(name_or_ok(may_finish(in_state(with_authority))), "ok");
    EXPECT_EQ(name_or_ok(check_paper(in_state(collecting), "authority")), "ok");
    EXPECT_EQ(name_or_ok(check_paper(in_state(collecting), "love_letter")), "case_paper_unknown");
    EXPECT_EQ(name_or_ok(check_plan(in_state(collecting), {.expected_on = today}, today)), "ok");
    EXPECT_EQ(name_or_ok(check_plan(in_state(collecting), {.expected_on = today + -1}, today)),
              "case_date_past");
    const std::vector<std::string> there{"identity_card", "sales_invoice", "tax_receipt",
                                         "compulsory_policy"};
    EXPECT_EQ(missing_papers(CaseKind::registration, there), one);
}

TEST(AgencyCase, is_paid_within_what_was_collected) {
    struct Row {
        CaseKind kind;
        Money paid;
        bool chosen;
        const char* policy;
        bool starts;
        const char* wanted;
    };
    const Row rows[] = {
        {CaseKind::registration, yuan(500), false, "", false, "ok"},
        {CaseKind::registration, {50001}, false, "", false, "paid_over_collected"},
        {CaseKind::registration, yuan(0), false, "", false, "paid_not_positive"},
        {CaseKind::registration, {-1}, false, "", false, "paid_not_positive"},
        {CaseKind::insurance, yuan(500), false, "P1", true, "insurance_not_chosen"},
        {CaseKind::insurance, yuan(500), true, " ", true, "policy_incomplete"},
        {CaseKind::insurance, yuan(500), true, "P1", false, "policy_incomplete"},
        {CaseKind::insurance, yuan(500), true, "P1", true, "ok"},
    };
    for (const auto& row : rows) {
        FinishCase in{.paid = row.paid, .policy_number = row.policy};
        if (row.starts) in.starts_on = today;
        EXPECT_EQ(name_or_ok(check_finish(in_state(CaseState::with_authority, row.kind), in, row.chosen)),
                  row.wanted)
            << row.paid.fen;
    }
}

TEST(Policy, is_written_down_once) {
    EXPECT_EQ(name_or_ok(check_policy_number(true)), "policy_is_there");
    EXPECT_EQ(name_or_ok(check_policy_number(false)), "ok");
}

TEST(Insurance, is_quoted_and_chosen_within_its_days_and_sum) {
    const auto open = in_state(CaseState::collecting, CaseKind::insurance);
    const QuoteInsurance good{.premium = yuan(500), .commission = yuan(50), .valid_until = today};
    EXPECT_EQ(name_or_ok(check_quote(open, good, today)), "ok");
    EXPECT_EQ(name_or_ok(check_quote(in_state(CaseState::collecting), good, today)), "case_is_no_insurance");
    EXPECT_EQ(name_or_ok(check_quote(open, good, today + 1)), "insurance_quote_past");
    EXPECT_EQ(name_or_ok(check_quote(open, {.premium = yuan(0), .valid_until = today}, today)),
              "paid_not_positive");
    EXPECT_EQ(name_or_ok(may_choose(open, {.premium = yuan(500), .valid_until = today}, today)), "ok");
    EXPECT_EQ(name_or_ok(may_choose(open, {.premium = {50001}, .valid_until = today}, today)),
              "insurance_quote_over_collected");
    EXPECT_EQ(name_or_ok(may_choose(open, {.premium = yuan(1), .valid_until = today + -1}, today)),
              "insurance_quote_past");
}

TEST(Insurance, earns_a_commission_that_the_insurer_pays_once) {
    const auto earned = postings_of_commission(yuan(106), 600);
    ASSERT_EQ(earned.size(), 3U);
    EXPECT_EQ(earned[0].amount, yuan(106));
    EXPECT_EQ(earned[1].amount, yuan(-100));
    EXPECT_EQ(earned[2].amount, yuan(-6));
    Policy policy;
    policy.commission = yuan(106);
    EXPECT_EQ(name_or_ok(may_receive_commission(policy)), "ok");
    policy.commission_received_at = Instant{1};
    EXPECT_EQ(name_or_ok(may_receive_commission(policy)), "commission_received_already");
    policy.commission = Money{0};
    EXPECT_EQ(name_or_ok(may_receive_commission(policy)), "policy_earns_nothing");
}

TEST(AgencyCase, gives_back_what_was_not_needed_once) {
    auto one = in_state(CaseState::done);
    one.paid = yuan(420);
    EXPECT_EQ(rest_of(one), yuan(80));
    EXPECT_EQ(name_or_ok(may_return_rest(one)), "ok");
    for (const auto& postings : {postings_of_finish(one, one.paid), postings_of_rest(one)}) {
        Money sum;
        for (const auto& posting : postings) sum += posting.amount;
        EXPECT_EQ(sum, Money{0});
    }
    one.rest_returned_at = Instant{1};
    EXPECT_EQ(name_or_ok(may_return_rest(one)), "rest_is_returned");
    one.rest_returned_at.reset();
    one.paid = yuan(500);
    EXPECT_EQ(name_or_ok(may_return_rest(one)), "nothing_to_return");
    EXPECT_EQ(name_or_ok(may_return_rest(in_state(CaseState::with_authority))), "case_not_done");
}

}  // namespace
}  // namespace forecourt::deals
