#include <gtest/gtest.h>
#include <modules/financing/plan/plan_rules.h>

namespace forecourt::financing {
namespace {

LoanPlan planned(const LoanTerms& terms, Money principal) {
    const auto plan = plan_of(terms, principal);
    EXPECT_TRUE(plan.ok());
    return *plan;
}

TEST(LoanPlan, equal_instalments_are_those_of_the_banks) {
    struct Case {
        Money principal;
        std::int64_t ppm, months;
        Money first, last, interest;
    };
    // The first two are published examples of mortgage calculators; 0 where they say nothing.
    const Case cases[] = {
        {yuan(600'000), 55'370, 240, {413'987}, {0}, {0}},
        {yuan(200'000), 65'000, 360, {126'414}, {0}, {0}},
        {yuan(100'000), 60'000, 36, {304'219}, {304'236}, {951'901}},
        {yuan(120'000), 0, 12, yuan(10'000), yuan(10'000), yuan(0)},
        {yuan(100'000), 0, 36, {277'778}, {277'770}, yuan(0)},
    };
    for (const auto& c : cases) {
        const auto plan = planned({Repayment::equal_instalment, c.months, c.ppm, 0, {}}, c.principal);
        EXPECT_EQ(plan.cost.first_instalment, c.first) << c.principal.fen;
        if (c.last != Money{0}) {
            EXPECT_EQ(plan.cost.last_instalment, c.last) << c.principal.fen;
            EXPECT_EQ(plan.cost.total_interest, c.interest) << c.principal.fen;
        }
    }
    const auto plan = planned({Repayment::equal_instalment, 36, 60'000, 0, {}}, yuan(100'000));
    EXPECT_EQ(plan.instalments.front().interest, yuan(500));
}

TEST(LoanPlan, equal_principal_costs_less_each_month) {
    const auto plan = planned({Repayment::equal_principal, 12, 60'000, 0, {}}, yuan(120'000));
    EXPECT_EQ(plan.instalments[0].total, yuan(10'600));
    EXPECT_EQ(plan.instalments[1].total, yuan(10'550));
    EXPECT_EQ(plan.instalments[11].total, yuan(10'050));
    EXPECT_EQ(plan.cost.total_interest, yuan(3'900));
}

TEST(LoanPlan, the_balloon_comes_with_the_last_instalment) {
    const auto plan = planned({Repayment::balloon, 36, 50'000, 4'000, {}}, yuan(200'000));
    EXPECT_EQ(plan.cost.balloon, yuan(80'000));
    EXPECT_EQ(plan.cost.first_instalment, Money{392'984});
    EXPECT_EQ(plan.cost.last_instalment, Money{392'991});
    EXPECT_EQ(plan.instalments.back().total, Money{392'991 + 8'000'000});
    EXPECT_EQ(plan.instalments.back().balance, Money{0});
}

TEST(LoanPlan, a_fee_without_interest_has_a_rate_all_the_same) {
    const auto plan = planned({Repayment::equal_instalment,
                               12,
                               0,
                               0,
                               {{"手续费", "分期手续费", yuan(0), 400, FeeTiming::with_instalments}}},
                              yuan(120'000));
    EXPECT_EQ(plan.cost.first_instalment, yuan(10'400));
    EXPECT_EQ(plan.cost.total_cost, yuan(4'800));
    EXPECT_EQ(plan.cost.annualised_rate_ppm, 73'034);
    EXPECT_EQ(plan.cost.effective_rate_ppm, 75'529);
}

TEST(LoanPlan, the_rate_of_a_loan_without_fees_is_its_own) {
    const auto plan = planned({Repayment::equal_instalment, 36, 60'000, 0, {}}, yuan(100'000));
    EXPECT_EQ(plan.cost.annualised_rate_ppm, 60'000);
    EXPECT_EQ(plan.cost.effective_rate_ppm, 61'678);
    const auto free = planned({Repayment::equal_instalment, 24, 0, 0, {}}, yuan(100'000));
    EXPECT_EQ(free.cost.annualised_rate_ppm, 0);
    EXPECT_EQ(free.cost.effective_rate_ppm, 0);
    const auto with_fee = planned({Repayment::equal_instalment,
                                   36,
                                   60'000,
                                   0,
                                   {{"抵押登记费", "车管所抵押登记", yuan(500), 100, FeeTiming::at_signing}}},
                                  yuan(100'000));
    EXPECT_EQ(with_fee.cost.fees_at_signing, yuan(1'500));
    EXPECT_GT(with_fee.cost.effective_rate_ppm, plan.cost.effective_rate_ppm);
}

TEST(LoanPlan, every_schedule_adds_up_to_the_fen) {
    for (const auto repayment :
         {Repayment::equal_instalment, Repayment::equal_principal, Repayment::balloon}) {
        for (const std::int64_t months : {6, 7, 12, 35, 60, 84}) {
            for (const std::int64_t ppm : {0, 1, 39'900, 123'457, 240'000}) {
                for (const Money principal :
                     {yuan(1'000), Money{100'001}, Money{9'999'999}, yuan(1'000'000)}) {
                    const LoanTerms terms{repayment,
                                          months,
                                          ppm,
                                          3'333,
                                          {{"手续费", "", {101}, 77, FeeTiming::with_instalments}}};
                    const auto plan = planned(terms, principal);
                    Money sum_principal, sum_total, sum_fee;
                    for (const auto& one : plan.instalments) {
                        sum_principal += one.principal;
                        sum_total += one.total;
                        sum_fee += one.fee;
                        EXPECT_GE(one.fee, Money{0});
                        EXPECT_EQ(one.total, one.principal + one.interest + one.fee);
                    }
                    EXPECT_EQ(sum_principal, principal);
                    EXPECT_EQ(sum_fee, plan.cost.fees_in_instalments);
                    EXPECT_EQ(sum_total, plan.cost.total_paid);
                    EXPECT_EQ(plan.instalments.size(), static_cast<std::size_t>(months));
                    EXPECT_EQ(plan.instalments.back().balance, Money{0});
                }
            }
        }
    }
}

TEST(LoanPlan, fees_that_eat_the_loan_up_are_refused) {
    const LoanTerms terms{
        Repayment::equal_instalment, 12, 0, 0, {{"服务费", "", yuan(1'000), 0, FeeTiming::at_signing}}};
    EXPECT_EQ(plan_of(terms, yuan(1'000)).refused().name(), "fees_exceed_loan");
    EXPECT_TRUE(plan_of(terms, {100'001}).ok());
}

TEST(InternalRate, is_found_where_it_is_huge) {
    const std::vector<Money> payments(12, yuan(100));
    EXPECT_GT(internal_rate({1'000}, payments).annualised_ppm, 100'000'000);
}

}  // namespace
}  // namespace forecourt::financing
