#include <modules/leads/module.h>

#include <modules/leads/lead/lead_actions.h>
#include <modules/leads/lead/lead_views.h>

namespace forecourt::leads {
namespace {

using enum Role;

}  // namespace

const Module leads_module{
    .name = "leads",
    .needs = {"log", "access", "numbering", "tasks", "approvals", "search", "standards", "vehicles",
              "customers", "reception"},
    .actions = {&open_lead, &record_needs, &choose_model, &plan_contact, &record_contact, &lose_lead,
                &revive_lead, &reassign_lead},
    .views = {&lead_list, &lead_record, &lead_overview, &questionnaire},
    .grants = {{lead_read, {gm, sales_manager, sales, host, care, delivery}},
               {lead_write, {gm, sales_manager, sales}},
               {lead_manage, {gm, sales_manager}}},
    .events = {"leads.opened", "leads.needs_recorded", "leads.model_chosen", "leads.contact_planned",
               "leads.contact_recorded", "leads.loss_asked", "leads.loss_declined", "leads.lost",
               "leads.revived", "leads.reassigned", "leads.won"},
    .handlers = {{"approvals.granted", on_loss_granted},
                 {"approvals.declined", on_loss_declined},
                 {"customers.merged", on_customers_merged}},
    .jobs = {}};

}  // namespace forecourt::leads
