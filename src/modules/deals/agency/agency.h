#pragma once
#include <modules/deals/quote/deal.h>

namespace forecourt::deals {

struct AgencyCase;
struct InsuranceQuote;
struct Policy;

/// What is done for the customer with others; its money is collected and passed on.
enum class CaseKind { insurance, purchase_tax, registration };
FORECOURT_ENUM(CaseKind, insurance, purchase_tax, registration)

enum class CaseState { collecting, with_authority, done, cancelled };
FORECOURT_ENUM(CaseState, collecting, with_authority, done, cancelled)

struct AgencyCase {
    Id<AgencyCase> id;
    Id<Deal> deal_id;
    Id<customers::Customer> customer_id;
    CaseKind kind{};
    CaseState state{};
    Id<User> owner_id;
    Money collected;   // what the customer pays for it, by the contract
    Date expected_on;  // the customer sees it
    std::string note;
    Instant opened_at;
    std::optional<Instant> sent_at;
    std::optional<Instant> done_at;
    Money paid;  // what the authority or insurer took
    std::string receipt_number;
    std::string receipt_file;
    std::string result;  // the plate, the tax receipt's number
    std::optional<Instant> rest_returned_at;
    std::string rest_reference;
    std::int64_t version{};
};
FORECOURT_STRUCT(AgencyCase, id, deal_id, customer_id, kind, state, owner_id, collected, expected_on, note,
                 opened_at, sent_at, done_at, paid, receipt_number, receipt_file, result, rest_returned_at,
                 rest_reference, version)

// standards/agency_cases.json: how long a kind takes, and which papers it needs.
struct CaseText {
    std::string zh;
    std::string en;
};
FORECOURT_STRUCT(CaseText, zh, en)
struct CasePaper {
    std::string name;
    CaseText text;
};
FORECOURT_STRUCT(CasePaper, name, text)
struct CaseNorm {
    CaseKind kind{};
    int days{};
    std::vector<CasePaper> papers;
};
FORECOURT_STRUCT(CaseNorm, kind, days, papers)
struct CaseNorms {
    std::vector<CaseNorm> kinds;
};
FORECOURT_STRUCT(CaseNorms, kinds)

struct InsuranceQuote {
    Id<InsuranceQuote> id;
    Id<AgencyCase> case_id;
    std::string insurer;
    std::string coverage;
    Money premium;     // all that the insurer takes, with vehicle tax
    Money commission;  // what the insurer pays us
    Date valid_until;
    std::optional<Instant> chosen_at;
    Id<User> quoted_by;
    Instant quoted_at;
};
FORECOURT_STRUCT(InsuranceQuote, id, case_id, insurer, coverage, premium, commission, valid_until, chosen_at,
                 quoted_by, quoted_at)

struct Policy {
    Id<Policy> id;
    Id<AgencyCase> case_id;
    Id<customers::Customer> customer_id;
    Id<vehicles::Car> car_id;
    std::string insurer;
    std::string coverage;
    std::string policy_number;
    Money premium;
    Money commission;
    Date starts_on;
    Date ends_on;
    std::optional<Instant> commission_received_at;
    std::string commission_reference;
};
FORECOURT_STRUCT(Policy, id, case_id, customer_id, car_id, insurer, coverage, policy_number, premium,
                 commission, starts_on, ends_on, commission_received_at, commission_reference)

struct PlanCase {
    Id<AgencyCase> case_id;
    std::int64_t version{};
    Date expected_on;
    std::optional<Id<User>> owner_id;
    std::string note;
};
FORECOURT_STRUCT(PlanCase, case_id, version, expected_on, owner_id, note)

struct ReceiveCasePaper {
    Id<AgencyCase> case_id;
    std::string paper;
};
FORECOURT_STRUCT(ReceiveCasePaper, case_id, paper)

struct CaseAtVersion {
    Id<AgencyCase> case_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(CaseAtVersion, case_id, version)

struct FinishCase {
    Id<AgencyCase> case_id;
    std::int64_t version{};
    Money paid;
    FilledText receipt_number;
    FileHash receipt_file;
    std::string result;                        // the plate, the number of the tax receipt
    std::optional<std::string> policy_number;  // of an insurance
    std::optional<Date> starts_on;
};
FORECOURT_STRUCT(FinishCase, case_id, version, paid, receipt_number, receipt_file, result, policy_number,
                 starts_on)

struct ReturnRest {
    Id<AgencyCase> case_id;
    std::int64_t version{};
    FilledText reference;  // of the transfer
};
FORECOURT_STRUCT(ReturnRest, case_id, version, reference)

/// The insurer has paid the commission of a policy into the bank.
struct ReceiveCommission {
    Id<Policy> policy_id;
    FilledText reference;  // of the bank's statement
};
FORECOURT_STRUCT(ReceiveCommission, policy_id, reference)

struct QuoteInsurance {
    Id<AgencyCase> case_id;
    FilledText insurer;
    FilledText coverage;
    Money premium;
    Money commission;
    Date valid_until;
};
FORECOURT_STRUCT(QuoteInsurance, case_id, insurer, coverage, premium, commission, valid_until)

struct ChooseInsurance {
    Id<InsuranceQuote> quote_id;
};
FORECOURT_STRUCT(ChooseInsurance, quote_id)

struct CaseChanged {
    Id<AgencyCase> id;
    CaseState state{};
    std::int64_t version{};
};
FORECOURT_STRUCT(CaseChanged, id, state, version)

inline constexpr Refusal case_not_found{"case_not_found", RefusalKind::not_found};
inline constexpr Refusal case_is_over{"case_is_over"};
inline constexpr Refusal case_is_sent{"case_is_sent"};
inline constexpr Refusal case_not_sent{"case_not_sent"};
inline constexpr Refusal case_not_done{"case_not_done"};
inline constexpr Refusal case_date_past{"case_date_past", RefusalKind::unprocessable};
inline constexpr Refusal case_paper_unknown{"case_paper_unknown", RefusalKind::unprocessable};
/// The detail `missing` names them.
inline constexpr Refusal case_papers_missing{"case_papers_missing"};
/// More than the customer paid for it; the detail `collected` says how much that is.
inline constexpr Refusal paid_over_collected{"paid_over_collected"};
inline constexpr Refusal paid_not_positive{"paid_not_positive", RefusalKind::unprocessable};
inline constexpr Refusal insurance_not_chosen{"insurance_not_chosen"};
inline constexpr Refusal policy_not_found{"policy_not_found", RefusalKind::not_found};
inline constexpr Refusal policy_earns_nothing{"policy_earns_nothing"};
inline constexpr Refusal commission_received_already{"commission_received_already"};
inline constexpr Refusal policy_incomplete{"policy_incomplete", RefusalKind::unprocessable};
inline constexpr Refusal policy_is_there{"policy_is_there"};
inline constexpr Refusal case_is_no_insurance{"case_is_no_insurance", RefusalKind::unprocessable};
inline constexpr Refusal insurance_quote_not_found{"insurance_quote_not_found", RefusalKind::not_found};
inline constexpr Refusal insurance_quote_over_collected{"insurance_quote_over_collected"};
inline constexpr Refusal insurance_quote_past{"insurance_quote_past"};
inline constexpr Refusal nothing_to_return{"nothing_to_return"};
inline constexpr Refusal rest_is_returned{"rest_is_returned"};

}  // namespace forecourt::deals
