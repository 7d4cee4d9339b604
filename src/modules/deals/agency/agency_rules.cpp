#include <assets/assets.h>
#include <modules/deals/agency/agency_rules.h>

#include <algorithm>

namespace forecourt::deals {
namespace {

CaseNorms load_norms() {
    const auto* asset = assets::find("standards/agency_cases.json");
    ensure(asset != nullptr);
    CaseNorms norms;
    ensure(reflect::from_json(norms, asset->body).empty());
    ensure(norms.kinds.size() == 3);
    return norms;
}

bool belongs_to(CaseKind kind, DealLineKind line) {
    switch (kind) {
        case CaseKind::insurance:
            return line == DealLineKind::insurance || line == DealLineKind::compulsory_insurance ||
                   line == DealLineKind::vehicle_tax;
        case CaseKind::purchase_tax:
            return line == DealLineKind::purchase_tax;
        case CaseKind::registration:
            return line == DealLineKind::registration;
    }
    return false;
}

}  // namespace

const CaseNorms& case_norms() {
    static const CaseNorms norms = load_norms();
    return norms;
}

const CaseNorm& norm_of(CaseKind kind) {
    for (const auto& norm : case_norms().kinds) {
        if (norm.kind == kind) return norm;
    }
    ensure(false);
    return case_norms().kinds.front();
}

Money collected_for(CaseKind kind, std::span<const DealLine> lines) {
    Money collected;
    for (const auto& line : lines) {
        if (belongs_to(kind, line.kind)) collected += line.amount;
    }
    return collected;
}

MaybeRefused may_work_on(const AgencyCase& one) {
    if (one.state == CaseState::done || one.state == CaseState::cancelled) return case_is_over;
    return std::nullopt;
}

MaybeRefused check_plan(const AgencyCase& one, const PlanCase& in, Date today) {
    if (auto no = may_work_on(one)) return no;
    if (in.expected_on < today) return case_date_past;
    return std::nullopt;
}

MaybeRefused check_paper(const AgencyCase& one, const std::string& paper) {
    if (auto no = may_work_on(one)) return no;
    const auto& papers = norm_of(one.kind).papers;
    const bool known =
        std::any_of(papers.begin(), papers.end(), [&](const CasePaper& p) { return p.name == paper; });
    if (!known) return case_paper_unknown;
    return std::nullopt;
}

std::vector<std::string> missing_papers(CaseKind kind, std::span<const std::string> there) {
    std::vector<std::string> missing;
    for (const auto& paper : norm_of(kind).papers) {
        if (std::find(there.begin(), there.end(), paper.name) == there.end()) missing.push_back(paper.name);
    }
    return missing;
}

MaybeRefused may_send(const AgencyCase& one, std::span<const std::string> missing) {
    if (auto no = may_work_on(one)) return no;
    if (one.state != CaseState::collecting) return case_is_sent;
    if (missing.empty()) return std::nullopt;
    std::string names;
    for (const auto& name : missing) names += (names.empty() ? "" : ", ") + name;
    return with(case_papers_missing, "missing", names);
}

MaybeRefused may_finish(const AgencyCase& one) {
    if (auto no = may_work_on(one)) return no;
    if (one.state != CaseState::with_authority) return case_not_sent;
    return std::nullopt;
}

MaybeRefused check_finish(const AgencyCase& one, const FinishCase& in, bool has_chosen) {
    if (auto no = may_finish(one)) return no;
    if (in.paid < Money{0} || (in.paid == Money{0} && one.collected > Money{0})) return paid_not_positive;
    if (in.paid > one.collected) return with(paid_over_collected, "collected", to_text(one.collected));
    if (one.kind != CaseKind::insurance) return std::nullopt;
    if (!has_chosen) return insurance_not_chosen;
    if (!in.policy_number || trimmed(*in.policy_number).empty() || !in.starts_on) return policy_incomplete;
    return std::nullopt;
}

MaybeRefused check_policy_number(bool is_taken) {
    if (is_taken) return policy_is_there;
    return std::nullopt;
}

MaybeRefused check_quote(const AgencyCase& one, const QuoteInsurance& in, Date today) {
    if (one.kind != CaseKind::insurance) return case_is_no_insurance;
    if (auto no = may_work_on(one)) return no;
    if (in.premium <= Money{0} || in.commission < Money{0} || in.commission > in.premium)
        return paid_not_positive;
    if (in.valid_until < today) return insurance_quote_past;
    return std::nullopt;
}

MaybeRefused may_choose(const AgencyCase& one, const InsuranceQuote& quote, Date today) {
    if (auto no = may_work_on(one)) return no;
    if (quote.valid_until < today) return insurance_quote_past;
    if (quote.premium > one.collected)
        return with(insurance_quote_over_collected, "collected", to_text(one.collected));
    return std::nullopt;
}

Money rest_of(const AgencyCase& one) {
    return one.state == CaseState::done && !one.rest_returned_at ? one.collected - one.paid : Money{0};
}

MaybeRefused may_return_rest(const AgencyCase& one) {
    if (one.state != CaseState::done) return case_not_done;
    if (one.rest_returned_at) return rest_is_returned;
    if (rest_of(one) == Money{0}) return nothing_to_return;
    return std::nullopt;
}

std::vector<ledger::Posting> postings_of_finish(const AgencyCase& one, Money paid) {
    using ledger::Account;
    return {{Account::agency_payable, one.collected},
            {Account::bank, -paid},
            {Account::refunds_payable, -(one.collected - paid), one.customer_id.value}};
}

std::vector<ledger::Posting> postings_of_commission(Money commission, std::int64_t services_basis_points) {
    using ledger::Account;
    const auto split = split_tax_half_up(commission, services_basis_points);
    return {{Account::insurer_receivable, commission},
            {Account::commission_revenue, -split.net},
            {Account::output_tax, -split.tax}};
}

MaybeRefused may_receive_commission(const Policy& policy) {
    if (policy.commission == Money{0}) return policy_earns_nothing;
    if (policy.commission_received_at) return commission_received_already;
    return std::nullopt;
}

std::vector<ledger::Posting> postings_of_receipt(Money commission) {
    using ledger::Account;
    return {{Account::bank, commission}, {Account::insurer_receivable, -commission}};
}

std::vector<ledger::Posting> postings_of_rest(const AgencyCase& one) {
    using ledger::Account;
    const Money rest = rest_of(one);
    return {{Account::refunds_payable, rest, one.customer_id.value}, {Account::bank, -rest}};
}

}  // namespace forecourt::deals
