#include <modules/financing/application/application_actions.h>
#include <modules/financing/application/application_rules.h>
#include <modules/financing/application/application_store.h>
#include <modules/financing/application/application_views.h>
#include <modules/financing/application/financing_application.sql.h>
#include <modules/financing/application/sheet.h>
#include <modules/financing/plan/plan_rules.h>

#include <algorithm>

namespace forecourt::financing {
namespace {

bool is_hidden(const Context& context, Id<customers::Customer> customer) {
    return context.actor().is_customer() && customer.value != context.actor().customer_id;
}

Result<Page<ApplicationListRow>> run_application_list(Context& context, const ApplicationListIn& in) {
    return list_page<ApplicationListRow>(context, sql::financing_application::list_applications, in,
                                         "-applied_at");
}

Result<DisbursedByMonth> run_disbursed_by_month(Context& context, const Nothing&) {
    return DisbursedByMonth{db::all<DisbursedInMonth>(
        context.db(), sql::financing_application::disbursed_by_month, {{"store_id", context.store_id()}})};
}

std::optional<Coverage> coverage_of(const Context& context, Id<deals::Deal> deal,
                                    const std::vector<LoanApplication>& applications) {
    auto& db = context.db();
    const auto due = payments::find_due(db, context.store_id(), {"deal", deal});
    if (!due) return std::nullopt;
    Coverage coverage{.due = due->amount, .paid = due->paid};
    for (const auto& one : applications) {
        if (one.state == ApplicationState::disbursed) coverage.loan_received += one.principal;
        if (one.state == ApplicationState::approved) coverage.loan_expected += one.principal;
    }
    coverage.open = std::max(Money{0}, due->amount - due->paid);
    coverage.customer_open = std::max(Money{0}, coverage.open - coverage.loan_expected);
    coverage.is_covered = due->paid >= due->amount;
    return coverage;
}

std::vector<PaperLine> paper_lines(const std::vector<LoanPaper>& wanted,
                                   const std::vector<PaperHandedIn>& there) {
    std::vector<PaperLine> lines;
    for (const auto paper : wanted) lines.push_back({.paper = paper, .wanted = true, .handed_in = {}});
    for (const auto& one : there) {
        auto at = std::find_if(lines.begin(), lines.end(),
                               [&](const PaperLine& line) { return line.paper == one.paper; });
        if (at == lines.end()) {
            lines.push_back(PaperLine{.paper = one.paper, .wanted = false, .handed_in = {}});
            at = lines.end() - 1;
        }
        at->handed_in.push_back(one);
    }
    return lines;
}

void add_actions(ApplicationRecord& record, const Context& context, std::vector<LoanPaper> missing) {
    const auto& application = record.application;
    const Date today = local_date(context.now());
    auto& list = record.allowed_actions;
    allow(list, context, hand_in_paper, may_hand_in(application));
    allow(list, context, sign_sheet, may_sign_sheet(application));
    allow(list, context, submit, may_submit(application, missing));
    allow(list, context, approve, may_decide(application));
    allow(list, context, reject, may_decide(application));
    allow(list, context, disburse, may_disburse(application, today));
    allow(list, context, register_mortgage, may_register_mortgage(application));
    allow(list, context, release_mortgage, may_release_mortgage(application));
    allow(list, context, withdraw, may_withdraw(application));
}

Result<ApplicationRecord> run_application_record(Context& context, const ApplicationIn& in) {
    auto& db = context.db();
    const auto store = context.store_id();
    const auto application = load_application(db, store, in.application_id);
    if (!application || is_hidden(context, application->customer_id)) return application_not_found;
    auto sheet = compose_sheet(context, *application);
    const auto wanted = papers_of(db, store, sheet.terms.product.id);
    const auto there = papers_of(db, store, application->id);
    ApplicationRecord record{.application = *application,
                             .customer_name = sheet.customer_name,
                             .deal_number = sheet.deal.number,
                             .car_title = sheet.deal.car_title,
                             .lender_name = sheet.terms.product.lender_name,
                             .product_name = sheet.terms.product.name,
                             .repayment = sheet.terms.product.repayment,
                             .months = sheet.terms.term.months,
                             .annual_rate_ppm = sheet.terms.term.annual_rate_ppm,
                             .plan = std::move(sheet.plan),
                             .sheet_hash_now = sheet.hash,
                             .papers = paper_lines(wanted, there),
                             .coverage = {},
                             .allowed_actions = {}};
    const auto all = applications_of(db, store, application->deal_id);
    record.coverage = coverage_of(context, application->deal_id, all).value_or(Coverage{});
    add_actions(record, context, missing_papers(wanted, there));
    return record;
}

Result<Download> run_sheet_draft_pdf(Context& context, const ApplicationIn& in) {
    const auto application = load_application(context.db(), context.store_id(), in.application_id);
    if (!application || is_hidden(context, application->customer_id)) return application_not_found;
    // The signed sheet is the one in the archive and no other.
    if (!application->sheet_hash.empty()) return sheet_is_signed;
    return Download{"application/pdf", application->number + ".pdf",
                    sheet_pdf_of(compose_sheet(context, *application))};
}

Result<DealFinancing> run_deal_financing(Context& context, const DealFinancingIn& in) {
    auto& db = context.db();
    const auto deal = deals::find_deal(db, context.store_id(), in.deal_id);
    if (!deal || is_hidden(context, deal->customer_id)) return loan_deal_not_found;
    const auto all = applications_of(db, context.store_id(), deal->id);
    DealFinancing financing{
        .loans = {}, .coverage = coverage_of(context, deal->id, all), .allowed_actions = {}};
    for (const auto& one : all) {
        const auto sheet = compose_sheet(context, one);
        financing.loans.push_back({.id = one.id,
                                   .number = one.number,
                                   .state = one.state,
                                   .lender_name = sheet.terms.product.lender_name,
                                   .product_name = sheet.terms.product.name,
                                   .months = sheet.terms.term.months,
                                   .principal = one.principal,
                                   .first_instalment = sheet.plan.cost.first_instalment,
                                   .effective_rate_ppm = sheet.plan.cost.effective_rate_ppm,
                                   .decision_note = one.decision_note});
    }
    allow(financing.allowed_actions, context, apply, may_apply(deal->state, all));
    return financing;
}

}  // namespace

const View<ApplicationListIn, Page<ApplicationListRow>> application_list{
    {.name = "financing.application_list",
     .needs = loan_list_read,
     .refuses = {cursor_not_understood, sort_not_offered},
     .run = run_application_list}};
const View<Nothing, DisbursedByMonth> disbursed_by_month{{.name = "financing.disbursed_by_month",
                                                          .needs = loan_list_read,
                                                          .refuses = {},
                                                          .run = run_disbursed_by_month}};
const View<ApplicationIn, ApplicationRecord> application_record{{.name = "financing.application_record",
                                                                 .needs = loan_read,
                                                                 .refuses = {application_not_found},
                                                                 .run = run_application_record}};
const View<ApplicationIn, Download> sheet_draft_pdf{{.name = "financing.sheet_draft_pdf",
                                                     .needs = loan_read,
                                                     .refuses = {application_not_found, sheet_is_signed},
                                                     .run = run_sheet_draft_pdf}};
const View<DealFinancingIn, DealFinancing> deal_financing{{.name = "financing.deal_financing",
                                                           .needs = loan_read,
                                                           .refuses = {loan_deal_not_found},
                                                           .run = run_deal_financing}};

}  // namespace forecourt::financing
