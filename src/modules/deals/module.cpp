#include <modules/deals/agency/agency_actions.h>
#include <modules/deals/agency/agency_views.h>
#include <modules/deals/contract/contract_actions.h>
#include <modules/deals/contract/contract_text.h>
#include <modules/deals/custody/custody_actions.h>
#include <modules/deals/extras/extras_actions.h>
#include <modules/deals/extras/extras_views.h>
#include <modules/deals/invoice/invoice_actions.h>
#include <modules/deals/limits/discount_limits.h>
#include <modules/deals/menu/menu_actions.h>
#include <modules/deals/module.h>
#include <modules/deals/ordered/ordered_actions.h>
#include <modules/deals/purchase/purchase_views.h>
#include <modules/deals/quote/deal_actions.h>
#include <modules/deals/quote/deal_views.h>
#include <modules/deals/tradein/appraisal_actions.h>

namespace forecourt::deals {

const Module deals_module{
    .name = "deals",
    .needs = {"log", "access", "numbering", "tasks", "approvals", "ledger", "files", "documents",
              "contract_templates", "limits", "search", "customers", "vehicles", "leads", "payments"},
    .actions = {&start_quote,        &add_line,
                &remove_quote_line,  &choose_car,
                &order_from_factory, &give_up_order,
                &set_bought_on,      &set_discount_limits,
                &set_discount,       &withdraw_discount,
                &offer_quote,        &cancel_deal,
                &draft_contract,     &withdraw_contract_draft,
                &sign_contract,      &amend_contract,
                &cancel_contract,    &plan_case,
                &receive_case_paper, &send_case,
                &finish_case,        &receive_commission,
                &return_rest,        &quote_insurance,
                &choose_insurance,   &finish_fitting,
                &add_promise,        &draw_promise_action,
                &set_rebate,         &appraise_trade_in,
                &accept_trade_in,    &answer_menu,
                &issue_invoice,      &void_invoice,
                &file_contract,      &lend_contract,
                &return_contract,    &destroy_contract},
    .views = {&deal_list,   &deal_record,        &discount_limits_now, &contract_to_read,
              &plan_pdf,    &contract_draft_pdf, &tax_preview,         &cases_of_deal,
              &case_list,   &policy_list,        &deal_extras,         &customer_promises,
              &deal_margin, &deal_appraisals,    &deal_menu,           &deal_invoice,
              &invoice_pdf, &deal_custody,       &custody_list,        &my_purchases},
    .grants = {{deal_write, {Role::sales, Role::sales_manager, Role::gm}},
               {contract_sign, {Role::sales, Role::sales_manager, Role::gm, Role::customer}},
               {case_write, {Role::sales, Role::sales_manager, Role::gm, Role::delivery, Role::finance}},
               {case_pay, {Role::cashier, Role::finance}},
               {policy_read,
                {Role::sales, Role::sales_manager, Role::gm, Role::delivery, Role::finance, Role::care}},
               {fitting_write,
                {Role::delivery, Role::foreman, Role::technician, Role::parts, Role::sales_manager,
                 Role::gm}},
               {promise_draw, {Role::advisor, Role::foreman, Role::sales, Role::sales_manager, Role::gm}},
               {promise_read,
                {Role::advisor, Role::foreman, Role::sales, Role::sales_manager, Role::delivery, Role::care,
                 Role::cashier, Role::gm, Role::customer}},
               {own_purchases_read, {Role::customer, Role::gm}},
               {custody_write, {Role::finance, Role::sales_manager, Role::gm}},
               {invoice_write, {Role::finance, Role::cashier, Role::gm}},
               {margin_read, {Role::sales_manager, Role::gm, Role::finance}},
               {contract_change, {Role::sales_manager, Role::gm}},
               {deal_list_read,
                {Role::sales, Role::sales_manager, Role::gm, Role::finance, Role::cashier, Role::delivery,
                 Role::customer}},
               {deal_read,
                {Role::sales, Role::sales_manager, Role::gm, Role::finance, Role::cashier, Role::delivery,
                 Role::customer}}},
    .events = {"deals.quote_started",       "deals.line_added",
               "deals.line_removed",        "deals.car_chosen",
               "deals.quote_changed",       "deals.discount_given",
               "deals.discount_requested",  "deals.discount_granted",
               "deals.discount_declined",   "deals.discount_withdrawn",
               "deals.quote_offered",       "deals.deal_cancelled",
               "deals.contract_drafted",    "deals.contract_draft_withdrawn",
               "deals.contract_signed",     "deals.contract_amended",
               "deals.contract_cancelled",  "deals.deal_delivered",
               "deals.discount_endorsed",   "deals.case_opened",
               "deals.case_planned",        "deals.case_paper_received",
               "deals.case_sent",           "deals.case_done",
               "deals.commission_received", "deals.rest_returned",
               "deals.insurance_quoted",    "deals.insurance_chosen",
               "deals.fitting_done",        "deals.trade_in_appraised",
               "deals.trade_in_accepted",   "deals.menu_answered",
               "deals.invoice_issued",      "deals.invoice_voided",
               "deals.contract_filed",      "deals.contract_lent",
               "deals.contract_returned",   "deals.contract_destroyed",
               "deals.promise_made",        "deals.promise_drawn",
               "deals.rebate_set",          "deals.ordered_from_factory",
               "deals.order_given_up",      "deals.ordered_car_locked"},
    .handlers = {{"approvals.granted", on_discount_granted},
                 {"approvals.declined", on_discount_declined},
                 {"deals.contract_signed", on_contract_signed},
                 {"deals.contract_signed", plan_fittings},
                 {"deals.contract_amended", drop_fittings_of},
                 {"deals.contract_cancelled", on_contract_ended},
                 {"deals.contract_cancelled", drop_fittings_of},
                 {"deals.deal_cancelled", on_contract_ended},
                 {"deals.deal_cancelled", drop_fittings_of},
                 {"vehicles.car_arrived", on_car_arrived},
                 {"vehicles.claim_closed", on_damage_closed},
                 {"vehicles.ordered_car_dropped", on_order_changed},
                 {"vehicles.ordered_car_postponed", on_order_changed},
                 {"deals.deal_cancelled", on_deal_ended},
                 {"deals.contract_cancelled", on_deal_ended},
                 {"deals.contract_drafted", close_order_tasks},
                 {"deals.deal_delivered", close_order_tasks}},
    .jobs = {},
    .papers = {&contract_paper, &menu_paper},
};

}  // namespace forecourt::deals
