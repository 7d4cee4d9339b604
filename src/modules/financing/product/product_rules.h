#pragma once
#include <modules/financing/product/product.h>

#include <span>

namespace forecourt::financing {

/// No lender may take more in a year: the ceiling of the courts for interest and fees.
inline constexpr std::int64_t annual_rate_ceiling_ppm = 240'000;
/// Below this an instalment is too small to be rounded fairly.
inline constexpr Money loan_floor = yuan(1'000);

MaybeRefused check_terms(const LoanProduct& product, const PublishTerms& in, std::span<const Term> others);
MaybeRefused may_end(const Term& term);
MaybeRefused check_end(const Term& term, Date valid_until);
bool is_valid_on(const Term& term, Date day);

/// What of the terms the arithmetic needs.
LoanTerms loan_terms(const LoanProduct& product, const Term& term, std::vector<FeeTerm> fees);

}  // namespace forecourt::financing
