#include <modules/financing/product/product_rules.h>

namespace forecourt::financing {
namespace {

MaybeRefused check_fees(std::span<const FeeTerm> fees) {
    for (const auto& fee : fees) {
        const bool named = !trimmed(fee.title).empty() && !trimmed(fee.explanation).empty();
        const bool of_something = fee.fixed > Money{0} || fee.basis_points > 0;
        if (!named || !of_something || fee.fixed < Money{0} || fee.basis_points < 0 ||
            fee.basis_points > 10'000)
            return loan_fee_wrong;
    }
    return std::nullopt;
}

bool share_a_day(const Term& term, Date from, std::optional<Date> until) {
    const bool term_ends_before = term.valid_until && *term.valid_until < from;
    const bool term_begins_after = until && *until < term.valid_from;
    return !term_ends_before && !term_begins_after;
}

}  // namespace

MaybeRefused check_terms(const LoanProduct& product, const PublishTerms& in, std::span<const Term> others) {
    if (in.months < 6 || in.months > 84) return months_out_of_range;
    if (in.annual_rate_ppm < 0 || in.annual_rate_ppm > annual_rate_ceiling_ppm) return loan_rate_out_of_range;
    if (in.down_payment_basis_points < 0 || in.down_payment_basis_points >= 10'000)
        return down_payment_out_of_range;
    if (in.amount_min < loan_floor || in.amount_max < in.amount_min) return loan_amounts_wrong;
    const bool has_balloon = in.balloon_basis_points > 0 && in.balloon_basis_points <= 8'000;
    if (product.repayment == Repayment::balloon ? !has_balloon : in.balloon_basis_points != 0)
        return balloon_out_of_range;
    if (auto no = check_fees(in.fees)) return no;
    if (in.valid_until && *in.valid_until < in.valid_from) return valid_days_wrong;
    for (const auto& other : others) {
        if (other.months == in.months && share_a_day(other, in.valid_from, in.valid_until))
            return loan_terms_overlap;
    }
    return std::nullopt;
}

MaybeRefused may_end(const Term& term) {
    if (term.valid_until) return loan_terms_ended;
    return std::nullopt;
}

MaybeRefused check_end(const Term& term, Date valid_until) {
    if (auto no = may_end(term)) return no;
    if (valid_until < term.valid_from) return valid_days_wrong;
    return std::nullopt;
}

bool is_valid_on(const Term& term, Date day) {
    return term.valid_from <= day && (!term.valid_until || day <= *term.valid_until);
}

LoanTerms loan_terms(const LoanProduct& product, const Term& term, std::vector<FeeTerm> fees) {
    return {.repayment = product.repayment,
            .months = term.months,
            .annual_rate_ppm = term.annual_rate_ppm,
            .balloon_basis_points = term.balloon_basis_points,
            .fees = std::move(fees)};
}

}  // namespace forecourt::financing
