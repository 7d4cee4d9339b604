#pragma once
#include <action/view.h>
#include <modules/financing/application/application.h>
#include <services/documents/api.h>

namespace forecourt::financing {

/// A product with its papers and terms, for the list of what lenders offer.
struct TermLine {
    Term term;
    std::vector<FeeTerm> fees;
    bool is_valid{};  // today
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(TermLine, term, fees, is_valid, allowed_actions)
struct ProductLine {
    LoanProduct product;
    std::vector<LoanPaper> papers;
    std::vector<TermLine> terms;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(ProductLine, product, papers, terms, allowed_actions)
struct ProductList {
    std::vector<ProductLine> products;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(ProductList, products, allowed_actions)

/// What is compared: a deal's car, or a price.
struct CompareIn {
    std::optional<Id<deals::Deal>> deal_id;
    std::optional<Money> car_price;
    std::optional<Money> principal;  // seven tenths of the price when not said
    std::optional<std::int64_t> months;
};
FORECOURT_STRUCT(CompareIn, deal_id, car_price, principal, months)

/// One plan beside the others.
struct PlanLine {
    Id<Term> term_id;
    std::string lender_name;
    std::string product_name;
    Repayment repayment{};
    std::int64_t months{};
    std::int64_t annual_rate_ppm{};
    LoanCost cost;
    std::vector<FeeAmount> fees;
    Money at_once;  // down payment and fees at signing
    std::optional<std::string> refused_because;
};
FORECOURT_STRUCT(PlanLine, term_id, lender_name, product_name, repayment, months, annual_rate_ppm, cost, fees,
                 at_once, refused_because)
struct Comparison {
    Money car_price;
    Money most;  // that can be lent: the price, or what is still open of the deal
    Money principal;
    Money down_payment;
    std::vector<std::int64_t> months_offered;
    std::vector<PlanLine> plans;  // the cheapest first
};
FORECOURT_STRUCT(Comparison, car_price, most, principal, down_payment, months_offered, plans)

struct ScheduleIn {
    Id<Term> term_id;
    Money principal;
};
FORECOURT_STRUCT(ScheduleIn, term_id, principal)

struct ApplicationListIn {
    std::optional<ApplicationState> state;
    std::optional<Id<customers::Customer>> customer_id;
    std::optional<std::string> number;
    std::optional<std::string> lender_name;
    std::optional<Date> disbursed_from;
    std::optional<Date> disbursed_until;  // this day too
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;  // -applied_at (default), applied_at
};
FORECOURT_STRUCT(ApplicationListIn, state, customer_id, number, lender_name, disbursed_from, disbursed_until,
                 limit, after, sort)

/// What a lender paid out in a month, the newest month first.
struct DisbursedInMonth {
    std::string month;  // 2026-11
    std::string lender_name;
    std::int64_t loans{};
    Money principal;
};
FORECOURT_STRUCT(DisbursedInMonth, month, lender_name, loans, principal)
struct DisbursedByMonth {
    std::vector<DisbursedInMonth> months;
};
FORECOURT_STRUCT(DisbursedByMonth, months)

struct ApplicationListRow {
    Id<LoanApplication> id;
    std::string number;
    ApplicationState state{};
    Id<deals::Deal> deal_id;
    Id<customers::Customer> customer_id;
    std::string customer_name;
    std::string lender_name;
    std::string product_name;
    std::int64_t months{};
    Money principal;
    Instant applied_at;
    std::optional<Instant> submitted_at;
    std::optional<Instant> decided_at;
    std::optional<Date> disbursed_on;
    std::optional<Date> mortgage_registered_on;
    std::optional<Date> mortgage_released_on;
};
FORECOURT_STRUCT(ApplicationListRow, id, number, state, deal_id, customer_id, customer_name, lender_name,
                 product_name, months, principal, applied_at, submitted_at, decided_at, disbursed_on,
                 mortgage_registered_on, mortgage_released_on)

struct ApplicationIn {
    Id<LoanApplication> application_id;
};
FORECOURT_STRUCT(ApplicationIn, application_id)

struct PaperLine {
    LoanPaper paper{};
    bool wanted{};
    std::vector<PaperHandedIn> handed_in;
};
FORECOURT_STRUCT(PaperLine, paper, wanted, handed_in)

/// What of a deal is covered, and by whom.
struct Coverage {
    Money due;
    Money paid;           // all that came in
    Money loan_received;  // of it from lenders
    Money loan_expected;  // granted, not yet there
    Money open;           // of the due
    Money customer_open;  // of the open: what no lender brings
    bool is_covered{};
};
FORECOURT_STRUCT(Coverage, due, paid, loan_received, loan_expected, open, customer_open, is_covered)

struct ApplicationRecord {
    LoanApplication application;
    std::string customer_name;
    std::string deal_number;
    std::string car_title;
    std::string lender_name;
    std::string product_name;
    Repayment repayment{};
    std::int64_t months{};
    std::int64_t annual_rate_ppm{};
    LoanPlan plan;
    std::string sheet_hash_now;  // given back with the signature
    std::vector<PaperLine> papers;
    Coverage coverage;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(ApplicationRecord, application, customer_name, deal_number, car_title, lender_name,
                 product_name, repayment, months, annual_rate_ppm, plan, sheet_hash_now, papers, coverage,
                 allowed_actions)

struct DealFinancingIn {
    Id<deals::Deal> deal_id;
};
FORECOURT_STRUCT(DealFinancingIn, deal_id)
struct DealLoan {
    Id<LoanApplication> id;
    std::string number;
    ApplicationState state{};
    std::string lender_name;
    std::string product_name;
    std::int64_t months{};
    Money principal;
    Money first_instalment;
    std::int64_t effective_rate_ppm{};
    std::string decision_note;
};
FORECOURT_STRUCT(DealLoan, id, number, state, lender_name, product_name, months, principal, first_instalment,
                 effective_rate_ppm, decision_note)
struct DealFinancing {
    std::vector<DealLoan> loans;
    std::optional<Coverage> coverage;  // once the contract is signed
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(DealFinancing, loans, coverage, allowed_actions)

inline constexpr Right loan_read{"financing.loan_read"};
inline constexpr Right loan_list_read{"financing.loan_list_read"};
inline constexpr Right loan_compare{"financing.loan_compare"};

extern const View<Nothing, ProductList> product_list;
extern const View<CompareIn, Comparison> compare;
extern const View<ScheduleIn, LoanPlan> schedule;
extern const View<ApplicationListIn, Page<ApplicationListRow>> application_list;
extern const View<Nothing, DisbursedByMonth> disbursed_by_month;
extern const View<ApplicationIn, ApplicationRecord> application_record;
extern const View<ApplicationIn, Download> sheet_draft_pdf;
extern const View<DealFinancingIn, DealFinancing> deal_financing;

}  // namespace forecourt::financing
