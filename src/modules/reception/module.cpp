#include <modules/reception/module.h>

#include <modules/reception/duty/duty_actions.h>
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
    .needs = {"log", "access", "numbering", "tasks", "checklists", "customers"},
    .actions = {&register_arrival, &assign_consultant, &greet_visitor, &identify_visitor, &end_visit,
                &start_duty, &leave_desk, &return_to_desk, &end_duty},
    .views = {&showroom_now, &visit_list, &visit_record, &my_duty},
    .grants = {{visit_read, {gm, sales_manager, sales, host, delivery, advisor, care}},
               {arrival_write, {gm, sales_manager, sales, host}},
               {visit_write, {gm, sales_manager, sales}},
               {duty_write, {sales, sales_manager}}},
    .events = {"reception.arrival_registered", "reception.service_visitor_announced",
               "reception.consultant_assigned", "reception.visitor_greeted", "reception.visitor_identified",
               "reception.visit_ended", "reception.duty_started", "reception.desk_left",
               "reception.returned_to_desk", "reception.duty_ended"},
    .handlers = {{"customers.merged", on_customers_merged}},
    .jobs = {}};

}  // namespace forecourt::reception
