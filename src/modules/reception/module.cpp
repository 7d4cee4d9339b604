#include <modules/reception/module.h>

#include <modules/reception/duty/duty_actions.h>
#include <modules/reception/rota/rota.h>
#include <modules/reception/visit/visit_actions.h>
#include <modules/reception/visit/visit_store.h>
#include <modules/reception/visit/visit_views.h>

namespace forecourt::reception {
namespace {

using enum Role;

MaybeRefused on_customers_merged(Tx& tx, const Event& event) {
    move_visits(tx, event.number("from_id"), event.number("into_id"));
    return std::nullopt;
}

}  // namespace

const Module reception_module{
    .name = "reception",
    .needs = {"log", "access", "numbering", "tasks", "checklists", "customers", "vehicles"},
    .actions = {&register_arrival, &assign_consultant, &greet_visitor, &ask_for_help, &identify_visitor,
                &end_visit, &start_duty, &leave_desk, &return_to_desk, &end_duty, &plan_day, &copy_week,
                &set_knowledge, &check_etiquette},
    .views = {&showroom_now, &visit_list, &visit_record, &my_duty, &rota, &appearance},
    .grants = {{visit_read, {gm, sales_manager, sales, host, delivery, advisor, care}},
               {arrival_write, {gm, sales_manager, sales, host}},
               {visit_write, {gm, sales_manager, sales}},
               {duty_write, {sales, sales_manager}},
               {rota_write, {gm, sales_manager}}},
    .events = {"reception.arrival_registered", "reception.service_visitor_announced",
               "reception.consultant_assigned", "reception.visitor_greeted", "reception.help_asked",
               "reception.visitor_identified", "reception.visit_ended", "reception.duty_started",
               "reception.desk_left", "reception.returned_to_desk", "reception.duty_ended",
               "reception.day_planned", "reception.week_planned", "reception.knowledge_set",
               "reception.etiquette_checked"},
    .handlers = {{"customers.merged", on_customers_merged}},
    .jobs = {}};

}  // namespace forecourt::reception
