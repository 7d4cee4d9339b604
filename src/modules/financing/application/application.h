#pragma once
#include <core/checked_text.h>
#include <modules/customers/api.h>
#include <modules/deals/api.h>
#include <modules/financing/api.h>
#include <modules/financing/product/product.h>
#include <modules/payments/api.h>

namespace forecourt::documents {
struct ArchivedDocument;
}

namespace forecourt::financing {

enum class ApplicationState { drafted, submitted, approved, rejected, disbursed, withdrawn };
FORECOURT_ENUM(ApplicationState, drafted, submitted, approved, rejected, disbursed, withdrawn)

/// One customer's loan for one deal, at one lender, from the first paper to the released mortgage.
struct LoanApplication {
    Id<LoanApplication> id;
    std::string number;
    ApplicationState state{};
    Id<deals::Deal> deal_id;
    Id<customers::Customer> customer_id;
    Id<Term> term_id;
    std::optional<Id<LoanApplication>> follows_id;  // the one another lender refused before
    Money principal;
    Money asked_principal;  // what was asked for, when the lender granted less
    Id<User> applied_by;
    Instant applied_at;
    std::string sheet_hash;  // of the instalment sheet that was signed; empty before, or when it is outdated
    std::string sheet_signed_name;
    std::optional<Instant> sheet_signed_at;
    std::optional<Id<documents::ArchivedDocument>> sheet_document_id;
    std::optional<Instant> submitted_at;
    std::optional<Instant> decided_at;
    std::string lender_reference;
    std::string decision_note;
    std::optional<Date> approval_ends_on;
    std::optional<Date> disbursed_on;
    std::optional<Id<payments::Payment>> payment_id;
    std::string mortgage_number;
    std::optional<Date> mortgage_registered_on;
    std::optional<Date> mortgage_released_on;
    std::string ended_reason;
    std::int64_t version{};
};
FORECOURT_STRUCT(LoanApplication, id, number, state, deal_id, customer_id, term_id, follows_id, principal,
                 asked_principal, applied_by, applied_at, sheet_hash, sheet_signed_name, sheet_signed_at,
                 sheet_document_id, submitted_at, decided_at, lender_reference, decision_note,
                 approval_ends_on, disbursed_on, payment_id, mortgage_number, mortgage_registered_on,
                 mortgage_released_on, ended_reason, version)

struct PaperHandedIn {
    LoanPaper paper{};
    FileHash file_hash;
    Instant handed_in_at;
    Id<User> handed_in_by;
};
FORECOURT_STRUCT(PaperHandedIn, paper, file_hash, handed_in_at, handed_in_by)

struct Apply {
    Id<deals::Deal> deal_id;
    Id<Term> term_id;
    Money principal;
    std::optional<Id<LoanApplication>> follows_id;  // after a refusal: its papers are taken over
};
FORECOURT_STRUCT(Apply, deal_id, term_id, principal, follows_id)

struct Applied {
    Id<LoanApplication> id;
    std::string number;
};
FORECOURT_STRUCT(Applied, id, number)

struct HandInPaper {
    Id<LoanApplication> application_id;
    LoanPaper paper{};
    FileHash file;
};
FORECOURT_STRUCT(HandInPaper, application_id, paper, file)

struct SignSheet {
    Id<LoanApplication> application_id;
    std::int64_t version{};
    std::string sheet_hash;  // of the sheet the customer has read
    FilledText signed_name;
    FileHash signature;
};
FORECOURT_STRUCT(SignSheet, application_id, version, sheet_hash, signed_name, signature)

struct ApplicationAtVersion {
    Id<LoanApplication> application_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(ApplicationAtVersion, application_id, version)

struct ApproveLoan {
    Id<LoanApplication> application_id;
    std::int64_t version{};
    Money principal;  // what the lender grants
    FilledText lender_reference;
    Date approval_ends_on;
    std::string note;
};
FORECOURT_STRUCT(ApproveLoan, application_id, version, principal, lender_reference, approval_ends_on, note)

struct RejectLoan {
    Id<LoanApplication> application_id;
    std::int64_t version{};
    FilledText reason;
};
FORECOURT_STRUCT(RejectLoan, application_id, version, reason)

struct DisburseLoan {
    Id<LoanApplication> application_id;
    std::int64_t version{};
    Money amount;  // as it stands on the bank's list
    FilledText reference;
};
FORECOURT_STRUCT(DisburseLoan, application_id, version, amount, reference)

struct RegisterMortgage {
    Id<LoanApplication> application_id;
    std::int64_t version{};
    FilledText mortgage_number;
    Date registered_on;
};
FORECOURT_STRUCT(RegisterMortgage, application_id, version, mortgage_number, registered_on)

struct ReleaseMortgage {
    Id<LoanApplication> application_id;
    std::int64_t version{};
    Date released_on;
};
FORECOURT_STRUCT(ReleaseMortgage, application_id, version, released_on)

struct ApplicationChanged {
    Id<LoanApplication> id;
    ApplicationState state{};
    Money principal;
    std::int64_t version{};
};
FORECOURT_STRUCT(ApplicationChanged, id, state, principal, version)

inline constexpr Refusal application_not_found{"application_not_found", RefusalKind::not_found};
inline constexpr Refusal loan_deal_not_found{"loan_deal_not_found", RefusalKind::not_found};
/// The deal is delivered or cancelled.
inline constexpr Refusal deal_is_over{"deal_is_over"};
/// One loan for one deal: the one that runs must be refused or withdrawn first.
inline constexpr Refusal application_is_running{"application_is_running"};
inline constexpr Refusal loan_terms_not_valid{"loan_terms_not_valid"};
/// The details `min` and `max` say what the terms allow.
inline constexpr Refusal loan_amount_out_of_range{"loan_amount_out_of_range", RefusalKind::unprocessable};
/// More than is still to be paid for the car; the detail `open` says how much that is.
inline constexpr Refusal loan_over_open{"loan_over_open"};
/// What is left to pay at once is less than the lender asks; the detail `limit` says how much may be lent.
inline constexpr Refusal down_payment_too_small{"down_payment_too_small"};
inline constexpr Refusal application_is_ended{"application_is_ended"};
inline constexpr Refusal application_is_submitted{"application_is_submitted"};
inline constexpr Refusal application_not_submitted{"application_not_submitted"};
inline constexpr Refusal loan_not_approved{"loan_not_approved"};
inline constexpr Refusal loan_is_approved{"loan_is_approved"};
inline constexpr Refusal loan_is_disbursed{"loan_is_disbursed"};
inline constexpr Refusal loan_not_disbursed{"loan_not_disbursed"};
/// The detail `missing` names them.
inline constexpr Refusal loan_papers_missing{"loan_papers_missing"};
/// The customer has not signed what the loan costs.
inline constexpr Refusal sheet_not_signed{"sheet_not_signed"};
inline constexpr Refusal sheet_is_signed{"sheet_is_signed"};
/// What is to be signed is not what was read.
inline constexpr Refusal sheet_changed{"sheet_changed"};
inline constexpr Refusal granted_over_asked{"granted_over_asked", RefusalKind::unprocessable};
inline constexpr Refusal approval_ends_past{"approval_ends_past", RefusalKind::unprocessable};
inline constexpr Refusal approval_has_ended{"approval_has_ended"};
/// The lender sent another sum than it granted; the detail `granted` says which.
inline constexpr Refusal disbursement_differs{"disbursement_differs"};
/// The contract is not signed: nothing is due that the money could be for.
inline constexpr Refusal loan_has_no_due{"loan_has_no_due"};
inline constexpr Refusal mortgage_is_registered{"mortgage_is_registered"};
inline constexpr Refusal mortgage_not_registered{"mortgage_not_registered"};
inline constexpr Refusal mortgage_is_released{"mortgage_is_released"};
inline constexpr Refusal mortgage_day_wrong{"mortgage_day_wrong", RefusalKind::unprocessable};
inline constexpr Refusal follows_not_rejected{"follows_not_rejected"};

}  // namespace forecourt::financing
