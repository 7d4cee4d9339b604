#include <modules/financing/application/application_actions.h>
#include <modules/financing/application/application_events.h>
#include <modules/financing/application/application_rules.h>
#include <modules/financing/application/application_store.h>
#include <modules/financing/plan/plan_rules.h>
#include <modules/financing/product/product_rules.h>
#include <modules/financing/product/product_store.h>
#include <services/tasks/api.h>

// What the lender does: decides, pays out, holds the mortgage and gives it back. Written down by finance.
namespace forecourt::financing {
namespace {

Result<ApplicationChanged> run_approve(Tx& tx, const ApproveLoan& in) {
    auto application = load_for(tx, in.application_id, in.version);
    if (!application) return application.refused();
    if (auto no = check_approval(*application, in, local_date(tx.now()))) return *no;
    // The fees that were asked of a larger loan may be more than the smaller one.
    const auto terms = load_full_term(tx.db(), tx.store_id(), application->term_id);
    const auto plan = plan_of(loan_terms(terms->product, terms->term, terms->fees), in.principal);
    if (!plan) return plan.refused();
    *application = approved(*application, in, tx.now());
    update_application(tx, *application);
    tasks::close_tasks(tx, {"loan_application", application->id}, "task.financing.ask_lender");
    if (application->sheet_hash.empty()) {
        // The sum changed, so what it costs did too: the customer reads and signs it anew.
        ask_role(tx, *application, Role::sales, "task.financing.sign_sheet", tx.now() + days(1));
    }
    ask_role(tx, *application, Role::finance, "task.financing.await_money", tx.now() + days(3));
    emit_application(tx, "financing.approved", *application, in.lender_reference.text);
    return changed(*application);
}

Result<ApplicationChanged> run_reject(Tx& tx, const RejectLoan& in) {
    auto application = load_for(tx, in.application_id, in.version);
    if (!application) return application.refused();
    if (auto no = may_decide(*application)) return *no;
    application->state = ApplicationState::rejected;
    application->decided_at = tx.now();
    application->decision_note = in.reason.text;
    update_application(tx, *application);
    tasks::close_every_task(tx, {"loan_application", application->id});
    emit_application(tx, "financing.rejected", *application, in.reason.text);
    return changed(*application);
}

Result<ApplicationChanged> run_disburse(Tx& tx, const DisburseLoan& in) {
    auto application = load_for(tx, in.application_id, in.version);
    if (!application) return application.refused();
    const Date today = local_date(tx.now());
    if (auto no = check_disbursement(*application, in.amount, today)) return *no;
    const ObjectRef about("deal", application->deal_id);
    if (!payments::find_due(tx.db(), tx.store_id(), about)) return loan_has_no_due;
    const auto terms = load_full_term(tx.db(), tx.store_id(), application->term_id);
    const auto payment = payments::receive_from_lender(
        tx, about,
        {.payer = terms->product.lender_name, .amount = in.amount, .reference = in.reference.text});
    if (!payment) return payment.refused();
    application->state = ApplicationState::disbursed;
    application->disbursed_on = today;
    application->payment_id = *payment;
    update_application(tx, *application);
    tasks::close_every_task(tx, {"loan_application", application->id});
    ask_role(tx, *application, Role::finance, "task.financing.register_mortgage", tx.now() + days(30));
    emit_application(tx, "financing.disbursed", *application, in.reference.text);
    return changed(*application);
}

Result<ApplicationChanged> run_register_mortgage(Tx& tx, const RegisterMortgage& in) {
    auto application = load_for(tx, in.application_id, in.version);
    if (!application) return application.refused();
    if (auto no = check_mortgage(*application, in.registered_on, local_date(tx.now()))) return *no;
    application->mortgage_number = in.mortgage_number.text;
    application->mortgage_registered_on = in.registered_on;
    update_application(tx, *application);
    tasks::close_tasks(tx, {"loan_application", application->id}, "task.financing.register_mortgage");
    emit_application(tx, "financing.mortgage_registered", *application, in.mortgage_number.text);
    return changed(*application);
}

Result<ApplicationChanged> run_release_mortgage(Tx& tx, const ReleaseMortgage& in) {
    auto application = load_for(tx, in.application_id, in.version);
    if (!application) return application.refused();
    if (auto no = check_release(*application, in.released_on, local_date(tx.now()))) return *no;
    application->mortgage_released_on = in.released_on;
    update_application(tx, *application);
    emit_application(tx, "financing.mortgage_released", *application, application->mortgage_number);
    return changed(*application);
}

}  // namespace

MaybeRefused on_deal_ended(Tx& tx, const Event& event) {
    for (auto application : applications_of(tx.db(), tx.store_id(), {event.object("deal")})) {
        if (!is_running(application)) continue;
        if (application.state == ApplicationState::disbursed) {
            ask_role(tx, application, Role::finance, "task.financing.pay_back", tx.now() + days(1));
            continue;
        }
        application.state = ApplicationState::withdrawn;
        application.ended_reason = "购车已取消";
        update_application(tx, application);
        tasks::close_every_task(tx, {"loan_application", application.id});
        emit_application(tx, "financing.withdrawn", application, application.ended_reason);
    }
    return std::nullopt;
}

const Action<ApproveLoan, ApplicationChanged> approve{
    {.name = "financing.approve",
     .needs = loan_decide,
     .refuses = {application_not_found, application_is_ended, loan_is_disbursed, loan_is_approved,
                 application_not_submitted, granted_over_asked, loan_amount_out_of_range, fees_exceed_loan,
                 approval_ends_past},
     .run = run_approve}};

const Action<RejectLoan, ApplicationChanged> reject{
    {.name = "financing.reject",
     .needs = loan_decide,
     .refuses = {application_not_found, application_is_ended, loan_is_disbursed, loan_is_approved,
                 application_not_submitted},
     .run = run_reject}};

const Action<DisburseLoan, ApplicationChanged> disburse{
    {.name = "financing.disburse",
     .needs = loan_decide,
     .refuses = {application_not_found, application_is_ended, loan_is_disbursed, loan_not_approved,
                 sheet_not_signed, approval_has_ended, disbursement_differs, loan_has_no_due,
                 payments::nothing_is_due, payments::payment_over_due},
     .run = run_disburse}};

const Action<RegisterMortgage, ApplicationChanged> register_mortgage{
    {.name = "financing.register_mortgage",
     .needs = loan_decide,
     .refuses = {application_not_found, loan_not_disbursed, mortgage_is_registered, mortgage_day_wrong},
     .run = run_register_mortgage}};

const Action<ReleaseMortgage, ApplicationChanged> release_mortgage{
    {.name = "financing.release_mortgage",
     .needs = loan_decide,
     .refuses = {application_not_found, loan_not_disbursed, mortgage_not_registered, mortgage_is_released,
                 mortgage_day_wrong},
     .run = run_release_mortgage}};

}  // namespace forecourt::financing
