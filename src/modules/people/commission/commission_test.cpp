#include <gtest/gtest.h>
#include <modules/people/commission/commission_rules.h>

namespace forecourt::people {
namespace {

std::string_view answer(const MaybeRefused& no) { return no ? no->name() : "yes"; }

CommissionRule tier(std::int64_t from, std::int64_t whole_yuan) {
    return {.kind = RuleKind::per_car,
            .model_id = {},
            .from = from,
            .amount = yuan(whole_yuan),
            .basis_points = 0};
}
CommissionRule share(RuleKind kind, std::int64_t basis_points) {
    return {.kind = kind, .model_id = {}, .from = 0, .amount = {}, .basis_points = basis_points};
}
CommissionRule bonus(std::int64_t model, std::int64_t whole_yuan) {
    return {.kind = RuleKind::model_bonus,
            .model_id = Id<vehicles::Model>{model},
            .from = 0,
            .amount = yuan(whole_yuan),
            .basis_points = 0};
}
CommissionRule factor(std::int64_t from_score, std::int64_t basis_points) {
    return {.kind = RuleKind::quality_factor,
            .model_id = {},
            .from = from_score,
            .amount = {},
            .basis_points = basis_points};
}

Earned cars(int number, std::optional<std::int64_t> score = {}) {
    Earned earned;
    for (int i = 0; i < number; ++i) {
        CaseRow one;
        one.measure = Measure::cars_delivered;
        one.amount = 1;
        one.object_id = 100 + i;
        one.model_id = 5;
        one.number = "D";
        earned.cases.push_back(one);
    }
    earned.score_hundredths = score;
    return earned;
}

TEST(Commission, tiers_hold_from_their_first_car) {
    struct Case {
        TierReach reach;
        int cars;
        std::int64_t total_yuan;
    };
    const std::vector<CommissionRule> tiers{tier(1, 300), tier(6, 400), tier(11, 500)};
    const Case cases[] = {
        {TierReach::every_car, 0, 0},       {TierReach::every_car, 1, 300},
        {TierReach::every_car, 5, 1500},    {TierReach::every_car, 6, 2400},
        {TierReach::every_car, 10, 4000},   {TierReach::every_car, 11, 5500},
        {TierReach::cars_beyond, 5, 1500},  {TierReach::cars_beyond, 6, 1900},
        {TierReach::cars_beyond, 10, 3500}, {TierReach::cars_beyond, 11, 4000},
        {TierReach::cars_beyond, 12, 4500},
    };
    for (const auto& one : cases) {
        const auto lines = compute_lines({one.reach, tiers}, cars(one.cars));
        EXPECT_EQ(total_of(lines), yuan(one.total_yuan)) << one.cars;
        EXPECT_EQ(lines.size(), static_cast<std::size_t>(one.cars));
    }
}

TEST(Commission, shares_are_rounded_half_up_to_the_fen) {
    struct Case {
        std::int64_t fen;
        std::int64_t basis_points;
        std::int64_t expected;
    };
    const Case cases[] = {
        {100'000, 500, 5'000}, {1, 5000, 1}, {1, 4999, 0}, {333, 1000, 33}, {335, 1000, 34}};
    for (const auto& one : cases) {
        Earned earned;
        CaseRow sold;
        sold.measure = Measure::accessories;
        sold.amount = one.fen;
        sold.object_id = 1;
        earned.cases.push_back(sold);
        const auto lines = compute_lines(
            {TierReach::every_car, {share(RuleKind::accessories_share, one.basis_points)}}, earned);
        ASSERT_EQ(lines.size(), 1U);
        EXPECT_EQ(lines[0].amount.fen, one.expected) << one.fen;
        EXPECT_EQ(name_of(lines[0].kind), "accessories_share");
        EXPECT_EQ(lines[0].basis, one.fen);
    }
}

TEST(Commission, model_bonus_goes_with_the_model) {
    const CommissionContents contents{TierReach::every_car, {tier(1, 300), bonus(5, 200), bonus(6, 900)}};
    const auto lines = compute_lines(contents, cars(2));
    EXPECT_EQ(lines.size(), 4U);
    EXPECT_EQ(total_of(lines), yuan(1000));
}

TEST(Commission, a_loan_that_was_paid_out_brings_its_bonus) {
    Earned earned;
    CaseRow loan;
    loan.measure = Measure::loans;
    loan.amount = 1;
    loan.object_id = 7;
    earned.cases.push_back(loan);
    CommissionRule rule = share(RuleKind::loan_bonus, 0);
    rule.amount = yuan(150);
    const auto lines = compute_lines({TierReach::every_car, {tier(1, 300), rule}}, earned);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].amount, yuan(150));
    EXPECT_EQ(name_of(lines[0].kind), "loan_bonus");
}

TEST(Commission, quality_factor_multiplies_all_and_names_its_step) {
    const CommissionContents contents{
        TierReach::every_car, {tier(1, 333), factor(0, 8000), factor(6000, 10000), factor(9000, 11000)}};
    struct Case {
        std::optional<std::int64_t> score;
        std::int64_t total_fen;
    };
    const Case cases[] = {
        {std::nullopt, 33'300}, {0, 26'640},    {5999, 26'640},  {6000, 33'300},
        {8999, 33'300},         {9000, 36'630}, {12000, 36'630},
    };
    for (const auto& one : cases) {
        const auto lines = compute_lines(contents, cars(1, one.score));
        EXPECT_EQ(total_of(lines).fen, one.total_fen) << one.score.value_or(-1);
    }
}

TEST(Commission, what_is_taken_back_goes_off) {
    auto earned = cars(2);
    earned.cases[1].amount = -1;
    const auto lines = compute_lines({TierReach::every_car, {tier(1, 300)}}, earned);
    EXPECT_EQ(total_of(lines), Money{0});
    EXPECT_EQ(cars_in(earned), 0);
}

TEST(Commission, rules_are_checked) {
    struct Case {
        std::vector<CommissionRule> rules;
        const char* draft;
        const char* published;
    };
    auto nameless = bonus(5, 1);
    nameless.model_id.reset();
    const Case cases[] = {
        {{}, "book_is_empty", "book_is_empty"},
        {{tier(1, 300), tier(6, 400)}, "yes", "yes"},
        {{tier(2, 300)}, "yes", "first_tier_missing"},
        {{tier(0, 300)}, "rule_amount_out_of_range", "rule_amount_out_of_range"},
        {{tier(1, 300), tier(1, 400)}, "rule_twice", "rule_twice"},
        {{nameless}, "bonus_without_model", "bonus_without_model"},
        {{bonus(5, 1), bonus(5, 2)}, "rule_twice", "rule_twice"},
        {{share(RuleKind::insurance_share, 10000)}, "yes", "yes"},
        {{share(RuleKind::insurance_share, 10001)}, "rule_amount_out_of_range", "rule_amount_out_of_range"},
        {{factor(0, 20000)}, "yes", "yes"},
        {{factor(0, 20001)}, "rule_amount_out_of_range", "rule_amount_out_of_range"},
        {{factor(30001, 10000)}, "rule_amount_out_of_range", "rule_amount_out_of_range"},
    };
    for (const auto& one : cases) {
        EXPECT_EQ(answer(check_rules(one.rules)), one.draft);
        EXPECT_EQ(answer(check_rules_complete(one.rules)), one.published);
    }
}

DisputeRow dispute(bool answered) {
    DisputeRow row;
    if (answered) row.answered_at = Instant{1};
    return row;
}

TEST(Statement, is_confirmed_disputed_and_issued_by_its_state) {
    struct Case {
        StatementState state;
        std::vector<DisputeRow> disputes;
        std::int64_t days_later;
        const char* confirm;
        const char* contest;
        const char* issue;
    };
    const Case cases[] = {
        {StatementState::open, {}, 0, "yes", "yes", "statement_waits_for_person"},
        // The last moment of its time.
        {StatementState::open, {}, 5, "yes", "yes", "statement_waits_for_person"},
        {StatementState::open, {}, 6, "yes", "yes", "yes"},
        {StatementState::open, {dispute(false)}, 6, "dispute_is_open", "yes", "dispute_is_open"},
        {StatementState::open, {dispute(true)}, 0, "yes", "yes", "statement_waits_for_person"},
        {StatementState::confirmed, {}, 0, "statement_is_confirmed", "statement_is_confirmed", "yes"},
        {StatementState::issued, {}, 0, "statement_is_issued", "statement_is_issued", "statement_is_issued"},
    };
    const Instant shown = local_instant(date_of({2026, 4, 1}), 9);
    for (const auto& one : cases) {
        StatementRow statement;
        statement.state = one.state;
        statement.user_id = Id<User>{3};
        statement.confirm_by = shown + time_to_confirm;
        EXPECT_EQ(answer(may_confirm(statement, one.disputes)), one.confirm);
        EXPECT_EQ(answer(may_dispute(statement)), one.contest);
        EXPECT_EQ(answer(may_issue(statement, one.disputes, {Id<User>{8}, shown + days(one.days_later)})),
                  one.issue);
        EXPECT_EQ(answer(may_answer(statement, Id<User>{8})),
                  one.state == StatementState::issued ? "statement_is_issued" : "yes");
        EXPECT_EQ(answer(may_answer(statement, Id<User>{3})), "own_statement");
        EXPECT_EQ(answer(may_issue(statement, one.disputes, {Id<User>{3}, shown + days(9)})),
                  "own_statement");
    }
}

TEST(Dispute, is_answered_once_with_an_amount_or_with_words) {
    struct Case {
        bool accepted;
        std::optional<Money> correction;
        bool answered;
        const char* expected;
    };
    const Case cases[] = {
        {true, Money{1}, false, "yes"},
        {true, Money{-1}, false, "yes"},
        {true, Money{0}, false, "correction_missing"},
        {true, std::nullopt, false, "correction_missing"},
        {false, std::nullopt, false, "yes"},
        {false, Money{0}, false, "yes"},
        {false, Money{1}, false, "correction_not_wanted"},
        {true, Money{1}, true, "dispute_is_answered"},
    };
    for (const auto& one : cases) {
        AnswerDispute in;
        in.accepted = one.accepted;
        in.correction = one.correction;
        EXPECT_EQ(answer(check_answer(in, dispute(one.answered))), one.expected);
    }
}

}  // namespace
}  // namespace forecourt::people
