#include <modules/deals/contract/contract_actions.h>
#include <modules/deals/contract/contract_text.h>
#include <modules/deals/module.h>
#include <modules/deals/quote/deal_actions.h>
#include <modules/deals/quote/deal_views.h>

namespace forecourt::deals {

const Module deals_module{
    .name = "deals",
    .needs = {"log", "access", "numbering", "tasks", "approvals", "ledger", "files", "documents", "search",
              "customers", "vehicles", "leads", "payments"},
    .actions = {&start_quote, &add_line, &remove_quote_line, &choose_car, &set_bought_on, &set_discount,
                &withdraw_discount, &offer_quote, &cancel_deal, &draft_contract, &withdraw_contract_draft,
                &sign_contract, &amend_contract, &cancel_contract},
    .views = {&deal_list, &deal_record, &contract_to_read, &plan_pdf, &contract_draft_pdf, &tax_preview},
    .grants = {{deal_write, {Role::sales, Role::sales_manager, Role::gm}},
               {contract_sign, {Role::sales, Role::sales_manager, Role::gm, Role::customer}},
               {contract_change, {Role::sales_manager, Role::gm}},
               {deal_list_read,
                {Role::sales, Role::sales_manager, Role::gm, Role::finance, Role::cashier, Role::delivery,
                 Role::customer}},
               {deal_read,
                {Role::sales, Role::sales_manager, Role::gm, Role::finance, Role::cashier, Role::delivery,
                 Role::customer}}},
    .events = {"deals.quote_started", "deals.line_added", "deals.line_removed", "deals.car_chosen",
               "deals.quote_changed", "deals.discount_given", "deals.discount_requested",
               "deals.discount_granted", "deals.discount_declined", "deals.discount_withdrawn",
               "deals.quote_offered", "deals.deal_cancelled", "deals.contract_drafted",
               "deals.contract_draft_withdrawn", "deals.contract_signed", "deals.contract_amended",
               "deals.contract_cancelled", "deals.deal_delivered"},
    .handlers = {{"approvals.granted", on_discount_granted}, {"approvals.declined", on_discount_declined}},
    .jobs = {},
    .papers = {&contract_paper},
};

}  // namespace forecourt::deals
