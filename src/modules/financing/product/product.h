#pragma once
#include <action/action.h>
#include <modules/financing/plan/plan.h>

namespace forecourt::financing {

struct LoanProduct;
struct Term;

/// What a lender may want to see before it decides.
enum class LoanPaper {
    identity_card,
    driving_licence,
    residence_proof,
    marriage_proof,
    income_proof,
    bank_statement,
    credit_consent,  // that the credit register may be asked
    purchase_contract,
};
FORECOURT_ENUM(LoanPaper, identity_card, driving_licence, residence_proof, marriage_proof, income_proof,
               bank_statement, credit_consent, purchase_contract)

struct LoanProduct {
    Id<LoanProduct> id;
    std::string lender_name;
    std::string name;
    Repayment repayment{};
    Id<User> created_by;
    Instant created_at;
};
FORECOURT_STRUCT(LoanProduct, id, lender_name, name, repayment, created_by, created_at)

/// The terms of a product for one number of months. Never changed; a later row says what is good from then
/// on.
struct Term {
    Id<Term> id;
    Id<LoanProduct> product_id;
    Date valid_from;
    std::optional<Date> valid_until;
    std::int64_t months{};
    std::int64_t annual_rate_ppm{};
    std::int64_t down_payment_basis_points{};  // of the car's price, at least
    Money amount_min;
    Money amount_max;
    std::int64_t balloon_basis_points{};
    Id<User> published_by;
    Instant published_at;
};
FORECOURT_STRUCT(Term, id, product_id, valid_from, valid_until, months, annual_rate_ppm,
                 down_payment_basis_points, amount_min, amount_max, balloon_basis_points, published_by,
                 published_at)

struct AddProduct {
    FilledText lender_name;
    FilledText name;
    Repayment repayment{};
    std::vector<LoanPaper> papers;
};
FORECOURT_STRUCT(AddProduct, lender_name, name, repayment, papers)

struct ProductAdded {
    Id<LoanProduct> id;
};
FORECOURT_STRUCT(ProductAdded, id)

struct PublishTerms {
    Id<LoanProduct> product_id;
    Date valid_from;
    std::optional<Date> valid_until;
    std::int64_t months{};
    std::int64_t annual_rate_ppm{};
    std::int64_t down_payment_basis_points{};
    Money amount_min;
    Money amount_max;
    std::int64_t balloon_basis_points{};  // of the loan, for a balloon only
    std::vector<FeeTerm> fees;
};
FORECOURT_STRUCT(PublishTerms, product_id, valid_from, valid_until, months, annual_rate_ppm,
                 down_payment_basis_points, amount_min, amount_max, balloon_basis_points, fees)

struct TermsPublished {
    Id<Term> id;
};
FORECOURT_STRUCT(TermsPublished, id)

struct EndTerms {
    Id<Term> term_id;
    Date valid_until;
};
FORECOURT_STRUCT(EndTerms, term_id, valid_until)

inline constexpr Refusal product_not_found{"product_not_found", RefusalKind::not_found};
inline constexpr Refusal loan_terms_not_found{"loan_terms_not_found", RefusalKind::not_found};
/// The lender has a product of this name.
inline constexpr Refusal product_is_there{"product_is_there"};
inline constexpr Refusal months_out_of_range{"months_out_of_range", RefusalKind::unprocessable};
/// Nothing, or more than the courts let a lender take in a year.
inline constexpr Refusal loan_rate_out_of_range{"loan_rate_out_of_range", RefusalKind::unprocessable};
inline constexpr Refusal down_payment_out_of_range{"down_payment_out_of_range", RefusalKind::unprocessable};
inline constexpr Refusal loan_amounts_wrong{"loan_amounts_wrong", RefusalKind::unprocessable};
/// A balloon product without a balloon, or another one with it.
inline constexpr Refusal balloon_out_of_range{"balloon_out_of_range", RefusalKind::unprocessable};
/// Without a title or an explanation, negative, or of nothing.
inline constexpr Refusal loan_fee_wrong{"loan_fee_wrong", RefusalKind::unprocessable};
inline constexpr Refusal valid_days_wrong{"valid_days_wrong", RefusalKind::unprocessable};
/// Other terms of the product for as many months are good on one of these days.
inline constexpr Refusal loan_terms_overlap{"loan_terms_overlap"};
inline constexpr Refusal loan_terms_ended{"loan_terms_ended"};

}  // namespace forecourt::financing
