#include <modules/delivery/farewell/farewell_actions.h>
#include <modules/delivery/farewell/farewell_paper.h>
#include <modules/delivery/handover/handover_actions.h>
#include <modules/delivery/handover/handover_paper.h>
#include <modules/delivery/handover/handover_views.h>
#include <modules/delivery/inspection/fault_order.h>
#include <modules/delivery/inspection/inspection.h>
#include <modules/delivery/module.h>

namespace forecourt::delivery {

const Module delivery_module{
    .name = "delivery",
    .needs = {"log", "access", "numbering", "tasks", "ledger", "checklists", "documents", "files", "messages",
              "customers", "vehicles", "deals", "payments", "workshop"},
    .actions = {&record_inspection, &mend_fault, &prepare, &appoint, &accept, &deliver_car, &plan_ceremony,
                &explain, &hand_over_items, &issue_gate_pass, &let_out, &rate_delivery, &set_inspection_list},
    .views = {&delivery_list, &delivery_record, &farewell, &gate_pass_pdf, &gate_check, &fault_list,
              &inspection_lists},
    .grants = {{delivery_read,
                {Role::gm, Role::sales_manager, Role::sales, Role::delivery, Role::cashier, Role::finance,
                 Role::care}},
               {fault_read, {Role::gm, Role::delivery, Role::foreman, Role::technician}},
               {fault_mend, {Role::gm, Role::delivery, Role::foreman, Role::technician}},
               {gate_open, {Role::gm, Role::delivery, Role::host, Role::facility}},
               {delivery_rate,
                {Role::gm, Role::sales_manager, Role::sales, Role::delivery, Role::cashier, Role::finance,
                 Role::care, Role::customer}},
               {inspection_read, {Role::gm, Role::sales_manager, Role::delivery, Role::foreman}},
               {inspection_write, {Role::gm}},
               {delivery_write, {Role::gm, Role::delivery}}},
    .events = {"delivery.begun", "delivery.car_inspected", "delivery.fault_mended", "delivery.fault_reopened",
               "delivery.inspection_list_set", "delivery.car_prepared", "delivery.appointed",
               "delivery.car_accepted", "delivery.car_not_accepted", "delivery.car_delivered",
               "delivery.stopped", "delivery.taken_up", "delivery.ceremony_planned", "delivery.explained",
               "delivery.items_handed_over", "delivery.gate_pass_issued", "delivery.car_left",
               "delivery.rated"},
    .handlers = {{"deals.contract_signed", begin_delivery},
                 {"delivery.car_delivered", ask_for_rating},
                 {"deals.contract_amended", stop_delivery},
                 {"deals.contract_cancelled", stop_delivery},
                 {"deals.deal_cancelled", stop_delivery},
                 {"workshop.clocked_off", follow_order},
                 {"workshop.outside_work_finished", follow_order},
                 {"workshop.rework_opened", follow_order},
                 {"workshop.line_removed", follow_order},
                 {"workshop.order_cancelled", follow_order}},
    .jobs = {},
    .papers = {&acceptance, &explanation, &handed_items},
};

}  // namespace forecourt::delivery
