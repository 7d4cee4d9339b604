#include <modules/financing/application/application_actions.h>
#include <modules/financing/application/application_views.h>
#include <modules/financing/application/sheet.h>
#include <modules/financing/module.h>
#include <modules/financing/product/product_actions.h>

namespace forecourt::financing {
namespace {

using enum Role;

}  // namespace

const Module financing_module{
    .name = "financing",
    .needs = {"log", "access", "numbering", "tasks", "files", "documents", "customers", "deals", "payments"},
    .actions = {&add_product, &publish_terms, &end_terms, &apply, &hand_in_paper, &sign_sheet, &submit,
                &withdraw, &approve, &reject, &disburse, &register_mortgage, &release_mortgage},
    .views = {&product_list, &compare, &schedule, &application_list, &disbursed_by_month, &application_record,
              &sheet_draft_pdf, &deal_financing},
    .grants = {{product_write, {finance, gm}},
               {loan_write, {sales, sales_manager, finance, gm}},
               {loan_sign, {sales, sales_manager, finance, gm, customer}},
               {loan_decide, {finance, gm}},
               {loan_compare, {sales, sales_manager, finance, gm}},
               {loan_list_read, {sales, sales_manager, finance, cashier, gm}},
               {loan_read, {sales, sales_manager, finance, cashier, delivery, gm, customer}}},
    .events = {"financing.product_added", "financing.terms_published", "financing.terms_ended",
               "financing.applied", "financing.paper_handed_in", "financing.sheet_signed",
               "financing.submitted", "financing.withdrawn", "financing.approved", "financing.rejected",
               "financing.disbursed", "financing.mortgage_registered", "financing.mortgage_released"},
    .handlers = {{"deals.deal_cancelled", on_deal_ended}, {"deals.contract_cancelled", on_deal_ended}},
    .jobs = {},
    .papers = {&sheet_paper},
};

}  // namespace forecourt::financing
