#include <modules/leads/module.h>

#include <modules/leads/funnel/funnel.h>
#include <modules/leads/lead/lead_actions.h>
#include <modules/leads/lead/lead_limits.h>
#include <modules/leads/lead/lead_views.h>
#include <modules/leads/losses/losses.h>
#include <modules/leads/needs/questionnaire.h>
#include <modules/leads/timeliness/timeliness.h>

namespace forecourt::leads {
namespace {

using enum Role;

}  // namespace

const Module leads_module{
    .name = "leads",
    .needs = {"log", "access", "numbering", "tasks", "approvals", "search", "standards", "limits", "vehicles",
              "customers", "reception"},
    .actions = {&open_lead, &register_lead, &record_needs, &choose_model, &plan_contact, &record_contact,
                &lose_lead, &revive_lead, &reassign_lead, &merge_leads, &start_questionnaire,
                &save_questionnaire, &publish_questionnaire, &discard_questionnaire, &try_questionnaire,
                &set_lead_limits},
    .views = {&lead_list, &lead_record, &lead_overview, &campaigns, &duplicates, &questionnaire,
              &questionnaire_desk, &funnel, &funnel_cases, &overdue, &response_times, &loss_report,
              &loss_list, &rival_names, &lead_limits_now},
    .grants = {{lead_read, {gm, sales_manager, sales, host, care, delivery}},
               {lead_write, {gm, sales_manager, sales}},
               {lead_enter, {gm, sales_manager, sales, host, care}},
               {lead_manage, {gm, sales_manager}}},
    .events = {"leads.opened", "leads.needs_recorded", "leads.model_chosen", "leads.contact_planned",
               "leads.contact_recorded", "leads.loss_asked", "leads.loss_declined", "leads.lost",
               "leads.revived", "leads.reassigned", "leads.won", "leads.merged", "leads.response_missed",
               "leads.contact_overdue", "leads.questionnaire_drafted", "leads.questionnaire_saved",
               "leads.questionnaire_published", "leads.questionnaire_discarded"},
    .handlers = {{"approvals.granted", on_loss_granted},
                 {"approvals.declined", on_loss_declined},
                 {"customers.merged", on_customers_merged},
                 {"reception.arrival_registered", on_arrival},
                 {"reception.consultant_assigned", on_visit_assigned},
                 {"reception.visit_ended", on_visit_ended},
                 {"showroom.test_drive_finished", on_test_drive_finished},
                 {"deals.quote_started", on_quote_started},
                 {"deals.contract_cancelled", on_contract_cancelled}},
    .jobs = {{"leads.watch_first_responses", minutes(1), watch_first_responses},
             {"leads.watch_contacts", minutes(5), watch_contacts}}};

}  // namespace forecourt::leads
