#pragma once
#include <core/result.h>
#include <modules/financing/plan/plan.h>

#include <span>

namespace forecourt::financing {

/// The schedule to the fen and what it costs. Interest is rounded half up each month and the last instalment
/// takes the remainder, so principal and interest add up exactly. Refuses fees_exceed_loan.
Result<LoanPlan> plan_of(const LoanTerms& terms, Money principal);

/// The monthly internal rate of a loan: what the customer gets at signing
/// against what is paid month by month. `received` must be positive and no more than the payments' sum.
struct InternalRate {
    std::int64_t annualised_ppm{};
    std::int64_t effective_ppm{};
};
InternalRate internal_rate(Money received, std::span<const Money> payments);

}  // namespace forecourt::financing
