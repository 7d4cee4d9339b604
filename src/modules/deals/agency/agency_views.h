#pragma once
#include <action/view.h>
#include <modules/deals/agency/agency.h>
#include <modules/deals/quote/deal_views.h>

namespace forecourt::deals {

struct CasePaperLine {
    std::string name;
    CaseText text;
    bool is_there{};
};
FORECOURT_STRUCT(CasePaperLine, name, text, is_there)

/// A case as the deal's page and the customer see it.
struct CaseLine {
    AgencyCase agency_case;
    std::string owner_name;
    Money rest;
    std::vector<CasePaperLine> papers;
    std::vector<InsuranceQuote> quotes;
    std::vector<Policy> policies;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(CaseLine, agency_case, owner_name, rest, papers, quotes, policies, allowed_actions)
struct DealCases {
    std::vector<CaseLine> cases;
};
FORECOURT_STRUCT(DealCases, cases)

struct CaseListIn {
    std::optional<CaseKind> kind;
    std::optional<CaseState> state;
    std::optional<Id<User>> owner_id;
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;  // -opened_at (default), opened_at
};
FORECOURT_STRUCT(CaseListIn, kind, state, owner_id, limit, after, sort)
struct CaseListRow {
    Id<AgencyCase> id;
    Id<Deal> deal_id;
    std::string deal_number;
    Id<customers::Customer> customer_id;
    std::string customer_name;
    CaseKind kind{};
    CaseState state{};
    Id<User> owner_id;
    Money collected;
    Date expected_on;
    Instant opened_at;
    std::optional<Instant> done_at;
    Money paid;
    std::string receipt_number;
    std::string owner_name;
};
FORECOURT_STRUCT(CaseListRow, id, deal_id, deal_number, customer_id, customer_name, kind, state, owner_id,
                 collected, expected_on, opened_at, done_at, paid, receipt_number, owner_name)

struct PolicyListIn {
    std::optional<Date> ends_from;
    std::optional<Date> ends_until;
    std::optional<Date> starts_from;
    std::optional<Date> starts_until;
    std::optional<std::string> insurer;
    std::optional<Id<customers::Customer>> customer_id;
    std::optional<bool> commission_open;  // the insurer still owes it
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;  // ends_on (default), -ends_on
};
FORECOURT_STRUCT(PolicyListIn, ends_from, ends_until, starts_from, starts_until, insurer, customer_id,
                 commission_open, limit, after, sort)
struct PolicyListRow {
    Id<Policy> id;
    Id<customers::Customer> customer_id;
    std::string customer_name;
    Id<vehicles::Car> car_id;
    std::string insurer;
    std::string policy_number;
    std::string coverage;
    Money premium;
    Money commission;
    std::optional<Instant> commission_received_at;
    Date starts_on;
    Date ends_on;
    std::string car_title;  // plate and model
};
FORECOURT_STRUCT(PolicyListRow, id, customer_id, customer_name, car_id, insurer, policy_number, coverage,
                 premium, commission, commission_received_at, starts_on, ends_on, car_title)

/// What an insurer's statement of a month is held against.
struct PoliciesOfMonth {
    std::string month;  // 2026-11, in which they begin
    std::string insurer;
    std::int64_t policies{};
    Money premium;
    Money commission;
    Money still_owed;  // of the commission
};
FORECOURT_STRUCT(PoliciesOfMonth, month, insurer, policies, premium, commission, still_owed)
struct PoliciesByMonth {
    std::vector<PoliciesOfMonth> months;  // the newest first
};
FORECOURT_STRUCT(PoliciesByMonth, months)

inline constexpr Right policy_read{"deals.policy_read"};

extern const View<DealIn, DealCases> cases_of_deal;
extern const View<CaseListIn, Page<CaseListRow>> case_list;
extern const View<PolicyListIn, Page<PolicyListRow>> policy_list;
extern const View<Nothing, PoliciesByMonth> policies_by_month;

}  // namespace forecourt::deals
