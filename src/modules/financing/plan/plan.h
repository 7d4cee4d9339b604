#pragma once
#include <core/money.h>
#include <core/refusal.h>
#include <reflect/type.h>

#include <string>
#include <vector>

namespace forecourt::financing {

/// How a loan is paid back, a payment a month.
enum class Repayment {
    equal_instalment,  // 等额本息: the same sum each month
    equal_principal,   // 等额本金: the same principal, less interest each month
    balloon,           // 弹性尾款: a rest stays until the last instalment and is paid with it
};
FORECOURT_ENUM(Repayment, equal_instalment, equal_principal, balloon)

enum class FeeTiming { at_signing, with_instalments };
FORECOURT_ENUM(FeeTiming, at_signing, with_instalments)

/// A fee of the terms: a sum, a share of the loan, or both.
struct FeeTerm {
    std::string title;
    std::string explanation;  // what it is for; the customer reads it
    Money fixed;
    std::int64_t basis_points{};  // of the loan
    FeeTiming paid{};
};
FORECOURT_STRUCT(FeeTerm, title, explanation, fixed, basis_points, paid)

/// All that a loan's payments depend on.
struct LoanTerms {
    Repayment repayment{};
    std::int64_t months{};
    std::int64_t annual_rate_ppm{};       // parts per million: 5.537 % is 55370
    std::int64_t balloon_basis_points{};  // of the loan
    std::vector<FeeTerm> fees;
};

/// A month's payment. `total` is what leaves the customer's account.
struct Instalment {
    std::int64_t number{};
    Money principal;
    Money interest;
    Money fee;
    Money total;
    Money balance;  // still owed after it
};
FORECOURT_STRUCT(Instalment, number, principal, interest, fee, total, balance)

struct FeeAmount {
    std::string title;
    std::string explanation;
    Money amount;
    FeeTiming paid{};
};
FORECOURT_STRUCT(FeeAmount, title, explanation, amount, paid)

/// What a loan costs, every fen of it.
struct LoanCost {
    Money first_instalment;
    Money last_instalment;  // without the balloon
    Money balloon;
    Money total_interest;
    Money fees_at_signing;
    Money fees_in_instalments;
    Money total_cost;                    // interest and every fee
    Money total_paid;                    // principal and total cost
    std::int64_t annualised_rate_ppm{};  // the monthly internal rate times twelve
    std::int64_t effective_rate_ppm{};   // the same compounded over a year
};
FORECOURT_STRUCT(LoanCost, first_instalment, last_instalment, balloon, total_interest, fees_at_signing,
                 fees_in_instalments, total_cost, total_paid, annualised_rate_ppm, effective_rate_ppm)

struct LoanPlan {
    Money principal;
    LoanCost cost;
    std::vector<FeeAmount> fees;
    std::vector<Instalment> instalments;
};
FORECOURT_STRUCT(LoanPlan, principal, cost, fees, instalments)

/// The fees at signing eat up what is lent: there is no rate at which this is a loan.
inline constexpr Refusal fees_exceed_loan{"fees_exceed_loan", RefusalKind::unprocessable};

}  // namespace forecourt::financing
