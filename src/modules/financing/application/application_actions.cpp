#include <modules/financing/application/application_actions.h>
#include <modules/financing/application/application_events.h>
#include <modules/financing/application/application_rules.h>
#include <modules/financing/application/application_store.h>
#include <modules/financing/application/sheet.h>
#include <modules/financing/plan/plan_rules.h>
#include <services/documents/api.h>
#include <services/files/api.h>
#include <services/numbering/api.h>
#include <services/tasks/api.h>

namespace forecourt::financing {
namespace {

struct LoanTaskParams {
    std::string number;
    std::string customer_name;
    Money principal;
};
FORECOURT_STRUCT(LoanTaskParams, number, customer_name, principal)

struct PaperEvent {
    std::string number;
    LoanPaper paper{};
};
FORECOURT_STRUCT(PaperEvent, number, paper)

// What another lender refused: its papers need not be asked for twice.
Result<std::vector<PaperHandedIn>> papers_of_followed(Tx& tx, const Apply& in) {
    if (!in.follows_id) return std::vector<PaperHandedIn>{};
    const auto before = load_application(tx.db(), tx.store_id(), *in.follows_id);
    if (!before || before->deal_id != in.deal_id) return application_not_found;
    if (before->state != ApplicationState::rejected) return follows_not_rejected;
    return papers_of(tx.db(), tx.store_id(), before->id);
}

Result<Applied> run_apply(Tx& tx, const Apply& in) {
    auto& db = tx.db();
    const auto store = tx.store_id();
    const auto deal = deals::find_deal(db, store, in.deal_id);
    if (!deal) return loan_deal_not_found;
    const auto terms = load_full_term(db, store, in.term_id);
    if (!terms) return loan_terms_not_found;
    if (auto no = may_apply(deal->state, applications_of(db, store, deal->id))) return *no;
    const LoanSums sums{deal->car_price, open_of(db, store, *deal), in.principal};
    if (auto no = check_loan(terms->term, sums, local_date(tx.now()))) return *no;
    const auto plan = plan_of(loan_terms(terms->product, terms->term, terms->fees), in.principal);
    if (!plan) return plan.refused();
    const auto papers = papers_of_followed(tx, in);
    if (!papers) return papers.refused();
    const LoanApplication application{.id = tx.new_id<LoanApplication>(),
                                      .number = numbering::next_number(tx, "LN"),
                                      .state = ApplicationState::drafted,
                                      .deal_id = deal->id,
                                      .customer_id = deal->customer_id,
                                      .term_id = terms->term.id,
                                      .follows_id = in.follows_id,
                                      .principal = in.principal,
                                      .asked_principal = in.principal,
                                      .applied_by = tx.actor().user_id,
                                      .applied_at = tx.now(),
                                      .version = 1};
    insert_application(tx, application);
    for (const auto& paper : *papers) insert_paper(tx, application.id, paper);
    emit_application(tx, "financing.applied", application);
    return Applied{application.id, application.number};
}

Result<Nothing> run_hand_in_paper(Tx& tx, const HandInPaper& in) {
    const auto application = load_application(tx.db(), tx.store_id(), in.application_id);
    if (!application) return application_not_found;
    if (auto no = may_hand_in(*application)) return *no;
    if (!files::file_exists(tx.db(), tx.store_id(), in.file)) return files::file_not_found;
    insert_paper(tx, application->id, {in.paper, in.file, tx.now(), tx.actor().user_id});
    tx.emit("financing.paper_handed_in",
            {{"loan_application", application->id}, {"deal", application->deal_id}},
            PaperEvent{application->number, in.paper});
    return Nothing{};
}

Result<ApplicationChanged> run_sign_sheet(Tx& tx, const SignSheet& in) {
    auto application = load_for(tx, in.application_id, in.version);
    if (!application) return application.refused();
    if (auto no = may_sign_sheet(*application)) return *no;
    auto sheet = compose_sheet(tx, *application);
    if (auto no = check_sheet(sheet.hash, in.sheet_hash)) return *no;
    if (!files::file_exists(tx.db(), tx.store_id(), in.signature)) return files::file_not_found;
    application->sheet_hash = sheet.hash;
    application->sheet_signed_name = in.signed_name.text;
    application->sheet_signed_at = tx.now();
    sheet.application = *application;
    sheet.signature = in.signature;
    application->sheet_document_id = documents::order(tx, sheet_paper,
                                                      {.about = {"deal", application->deal_id},
                                                       .customer_id = application->customer_id.value,
                                                       .number = application->number,
                                                       .title = "购车贷款分期明细表 " + application->number},
                                                      sheet);
    update_application(tx, *application);
    tasks::close_tasks(tx, {"loan_application", application->id}, "task.financing.sign_sheet");
    emit_application(tx, "financing.sheet_signed", *application, in.signed_name.text);
    return changed(*application);
}

Result<ApplicationChanged> run_submit(Tx& tx, const ApplicationAtVersion& in) {
    auto application = load_for(tx, in.application_id, in.version);
    if (!application) return application.refused();
    const auto terms = load_full_term(tx.db(), tx.store_id(), application->term_id);
    const auto missing = missing_papers(papers_of(tx.db(), tx.store_id(), terms->product.id),
                                        papers_of(tx.db(), tx.store_id(), application->id));
    if (auto no = may_submit(*application, missing)) return *no;
    application->state = ApplicationState::submitted;
    application->submitted_at = tx.now();
    update_application(tx, *application);
    ask_role(tx, *application, Role::finance, "task.financing.ask_lender", tx.now() + days(2));
    emit_application(tx, "financing.submitted", *application);
    return changed(*application);
}

Result<ApplicationChanged> run_withdraw(Tx& tx, const WithdrawApplication& in) {
    auto application = load_for(tx, in.application_id, in.version);
    if (!application) return application.refused();
    if (auto no = may_withdraw(*application)) return *no;
    application->state = ApplicationState::withdrawn;
    application->ended_reason = in.reason.text;
    update_application(tx, *application);
    tasks::close_every_task(tx, {"loan_application", application->id});
    emit_application(tx, "financing.withdrawn", *application, in.reason.text);
    return changed(*application);
}

}  // namespace

void emit_application(Tx& tx, std::string_view name, const LoanApplication& application, std::string text) {
    const auto terms = load_full_term(tx.db(), tx.store_id(), application.term_id);
    ensure(terms.has_value());
    tx.emit(name,
            {{"loan_application", application.id},
             {"deal", application.deal_id},
             {"customer", application.customer_id}},
            ApplicationEvent{application.number, terms->product.lender_name, terms->product.name,
                             application.principal, std::move(text)});
}

void ask_role(Tx& tx, const LoanApplication& application, Role role, std::string_view title_key,
              Instant due_at) {
    const LoanTaskParams params{application.number,
                                customers::customer_name(tx.db(), tx.store_id(), application.customer_id),
                                application.principal};
    tasks::add_task(tx, {.title_key = title_key,
                         .params_json = reflect::to_json(params),
                         .role = role,
                         .due_at = due_at,
                         .about = {"loan_application", application.id},
                         .customer_id = application.customer_id.value,
                         .link = link_of(application)});
}

Result<LoanApplication> load_for(Tx& tx, Id<LoanApplication> id, std::int64_t version) {
    auto application = load_application(tx.db(), tx.store_id(), id);
    if (!application) return application_not_found;
    if (tx.actor().is_customer() && application->customer_id.value != tx.actor().customer_id)
        return application_not_found;
    application->version = version;
    return *application;
}

const Action<Apply, Applied> apply{
    {.name = "financing.apply",
     .needs = loan_write,
     .refuses = {loan_deal_not_found, loan_terms_not_found, deal_is_over, application_is_running,
                 loan_terms_not_valid, loan_over_open, loan_amount_out_of_range, down_payment_too_small,
                 fees_exceed_loan, application_not_found, follows_not_rejected},
     .run = run_apply}};

const Action<HandInPaper, Nothing> hand_in_paper{
    {.name = "financing.hand_in_paper",
     .needs = loan_write,
     .refuses = {application_not_found, application_is_ended, loan_is_disbursed, files::file_not_found},
     .run = run_hand_in_paper}};

const Action<SignSheet, ApplicationChanged> sign_sheet{
    {.name = "financing.sign_sheet",
     .needs = loan_sign,
     .refuses = {application_not_found, application_is_ended, loan_is_disbursed, sheet_is_signed,
                 sheet_changed, files::file_not_found},
     .run = run_sign_sheet}};

const Action<ApplicationAtVersion, ApplicationChanged> submit{
    {.name = "financing.submit",
     .needs = loan_write,
     .refuses = {application_not_found, application_is_ended, loan_is_disbursed, application_is_submitted,
                 loan_papers_missing, sheet_not_signed},
     .run = run_submit}};

const Action<WithdrawApplication, ApplicationChanged> withdraw{
    {.name = "financing.withdraw",
     .needs = loan_write,
     .refuses = {application_not_found, application_is_ended, loan_is_disbursed},
     .run = run_withdraw}};

}  // namespace forecourt::financing
