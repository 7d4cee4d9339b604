#include <modules/deals/agency/agency_actions.h>
#include <modules/deals/agency/agency_rules.h>
#include <modules/deals/agency/agency_store.h>
#include <modules/deals/agency/agency_views.h>
#include <modules/deals/agency/deals_agency.sql.h>
#include <modules/deals/quote/deal_store.h>
#include <services/access/api.h>

#include <algorithm>

namespace forecourt::deals {
namespace {

CaseLine line_of(const Context& context, const AgencyCase& one) {
    auto& db = context.db();
    const auto store = context.store_id();
    CaseLine line{.agency_case = one,
                  .owner_name = access::user_name(db, store, one.owner_id),
                  .rest = rest_of(one),
                  .papers = {},
                  .quotes = insurance_quotes_of(db, store, one.id),
                  .policies = policies_of(db, store, one.id),
                  .allowed_actions = {}};
    const auto there = papers_of(db, store, one.id);
    for (const auto& paper : norm_of(one.kind).papers) {
        const bool is_there = std::find(there.begin(), there.end(), paper.name) != there.end();
        line.papers.push_back({paper.name, paper.text, is_there});
    }
    if (context.actor().is_customer()) {
        // What the insurer pays us and what was said among us is none of the customer's business.
        for (auto& quote : line.quotes) quote.commission = Money{0};
        for (auto& policy : line.policies) policy.commission = Money{0};
        line.agency_case.note.clear();
        return line;
    }
    const auto open = may_work_on(one);
    auto& list = line.allowed_actions;
    allow(list, context, receive_case_paper, open);
    allow(list, context, plan_case, open);
    if (one.kind == CaseKind::insurance) {
        allow(list, context, quote_insurance, open);
        allow(list, context, choose_insurance, open);
    }
    allow(list, context, send_case, may_send(one, missing_papers(one.kind, there)));
    allow(list, context, finish_case, may_finish(one));
    allow(list, context, return_rest, may_return_rest(one));
    return line;
}

Result<DealCases> run_cases_of_deal(Context& context, const DealIn& in) {
    const auto deal = load_deal(context.db(), context.store_id(), in.deal_id);
    const auto& actor = context.actor();
    if (!deal || (actor.is_customer() && deal->customer_id.value != actor.customer_id)) return deal_not_found;
    DealCases answer;
    for (const auto& one : cases_of(context.db(), context.store_id(), deal->id)) {
        answer.cases.push_back(line_of(context, one));
    }
    return answer;
}

Result<Page<CaseListRow>> run_case_list(Context& context, const CaseListIn& in) {
    auto page = list_page<CaseListRow>(context, sql::deals_agency::list_cases, in, "-opened_at");
    if (!page) return page.refused();
    for (auto& row : page->rows) {
        row.owner_name = access::user_name(context.db(), context.store_id(), row.owner_id);
    }
    return page;
}

Result<Page<PolicyListRow>> run_policy_list(Context& context, const PolicyListIn& in) {
    auto asked = in;
    if (asked.commission_open && !*asked.commission_open) asked.commission_open.reset();
    auto page = list_page<PolicyListRow>(context, sql::deals_agency::list_policies, asked, "ends_on");
    if (!page) return page.refused();
    for (auto& row : page->rows) {
        const auto car = vehicles::find_car(context.db(), context.store_id(), row.car_id);
        if (car) row.car_title = (car->plate ? car->plate->text + " " : "") + car->model_name;
    }
    return page;
}

Result<PoliciesByMonth> run_policies_by_month(Context& context, const Nothing&) {
    return PoliciesByMonth{db::all<PoliciesOfMonth>(context.db(), sql::deals_agency::policies_by_month,
                                                    {{"store_id", context.store_id()}})};
}

}  // namespace

const View<DealIn, DealCases> cases_of_deal{{.name = "deals.cases_of_deal",
                                             .needs = deal_read,
                                             .refuses = {deal_not_found},
                                             .run = run_cases_of_deal}};
const View<CaseListIn, Page<CaseListRow>> case_list{{.name = "deals.case_list",
                                                     .needs = policy_read,
                                                     .refuses = {cursor_not_understood, sort_not_offered},
                                                     .run = run_case_list}};
const View<PolicyListIn, Page<PolicyListRow>> policy_list{
    {.name = "deals.policy_list",
     .needs = policy_read,
     .refuses = {cursor_not_understood, sort_not_offered},
     .run = run_policy_list}};
const View<Nothing, PoliciesByMonth> policies_by_month{
    {.name = "deals.policies_by_month", .needs = policy_read, .refuses = {}, .run = run_policies_by_month}};

}  // namespace forecourt::deals
