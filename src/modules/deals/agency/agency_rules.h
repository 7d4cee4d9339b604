#pragma once
#include <modules/deals/agency/agency.h>
#include <services/ledger/api.h>

#include <span>

namespace forecourt::deals {

const CaseNorms& case_norms();
const CaseNorm& norm_of(CaseKind kind);

/// What the contract collects for each kind; 0 when the customer does it without us.
Money collected_for(CaseKind kind, std::span<const DealLine> lines);

MaybeRefused may_work_on(const AgencyCase& one);
MaybeRefused check_plan(const AgencyCase& one, const PlanCase& in, Date today);
MaybeRefused check_paper(const AgencyCase& one, const std::string& paper);
std::vector<std::string> missing_papers(CaseKind kind, std::span<const std::string> there);
MaybeRefused may_send(const AgencyCase& one, std::span<const std::string> missing);
MaybeRefused may_finish(const AgencyCase& one);
MaybeRefused check_finish(const AgencyCase& one, const FinishCase& in, bool has_chosen);
/// A policy is written down once.
MaybeRefused check_policy_number(bool is_taken);
MaybeRefused check_quote(const AgencyCase& one, const QuoteInsurance& in, Date today);
MaybeRefused may_choose(const AgencyCase& one, const InsuranceQuote& quote, Date today);
Money rest_of(const AgencyCase& one);
MaybeRefused may_return_rest(const AgencyCase& one);

/// What was collected is owed to others (agency_payable): a part is paid, what is left is owed to the
/// customer.
std::vector<ledger::Posting> postings_of_finish(const AgencyCase& one, Money paid);
/// The commission contains VAT at the rate of services; the insurer owes it from the policy on.
std::vector<ledger::Posting> postings_of_commission(Money commission, std::int64_t services_basis_points);
MaybeRefused may_receive_commission(const Policy& policy);
std::vector<ledger::Posting> postings_of_receipt(Money commission);
std::vector<ledger::Posting> postings_of_rest(const AgencyCase& one);

}  // namespace forecourt::deals
