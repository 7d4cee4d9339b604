#include <modules/care/call/call_actions.h>
#include <modules/care/call/call_views.h>
#include <modules/care/module.h>

namespace forecourt::care {

const Module care_module{
    .name = "care",
    .needs = {"log", "access", "tasks", "customers", "complaints", "delivery", "workshop"},
    .actions = {&record_call, &postpone_call, &opt_out},
    .views = {&call_list, &call_record},
    .grants = {{call_read, {Role::gm, Role::sales_manager, Role::care, Role::sales, Role::advisor}},
               {call_write, {Role::gm, Role::care}}},
    .events = {"care.call_planned", "care.call_recorded", "care.call_not_reached", "care.call_postponed",
               "care.customer_opted_out"},
    .handlers = {{"delivery.car_delivered", plan_calls}, {"workshop.order_handed_back", plan_calls}},
    .jobs = {},
};

}  // namespace forecourt::care
