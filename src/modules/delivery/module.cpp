#include <modules/delivery/farewell/farewell_actions.h>
#include <modules/delivery/farewell/farewell_paper.h>
#include <modules/delivery/handover/handover_actions.h>
#include <modules/delivery/handover/handover_paper.h>
#include <modules/delivery/handover/handover_views.h>
#include <modules/delivery/module.h>

namespace forecourt::delivery {

const Module delivery_module{
    .name = "delivery",
    .needs = {"log", "access", "numbering", "tasks", "ledger", "checklists", "documents", "files", "messages",
              "customers", "vehicles", "deals", "payments"},
    .actions = {&record_inspection, &mend_fault, &prepare, &appoint, &accept, &deliver_car, &plan_ceremony,
                &explain, &hand_over_items, &issue_gate_pass, &let_out, &rate_delivery},
    .views = {&delivery_list, &delivery_record, &farewell, &gate_pass_pdf, &gate_check, &fault_list},
    .grants = {{delivery_read,
                {Role::gm, Role::sales_manager, Role::sales, Role::delivery, Role::cashier, Role::finance,
                 Role::care}},
               {fault_read, {Role::gm, Role::delivery, Role::foreman, Role::technician}},
               {fault_mend, {Role::gm, Role::delivery, Role::foreman, Role::technician}},
               {gate_open, {Role::gm, Role::delivery, Role::host, Role::facility}},
               {delivery_rate,
                {Role::gm, Role::sales_manager, Role::sales, Role::delivery, Role::cashier, Role::finance,
                 Role::care, Role::customer}},
               {delivery_write, {Role::gm, Role::delivery}}},
    .events = {"delivery.begun", "delivery.car_inspected", "delivery.fault_mended", "delivery.car_prepared",
               "delivery.appointed", "delivery.car_accepted", "delivery.car_not_accepted",
               "delivery.car_delivered", "delivery.stopped", "delivery.taken_up", "delivery.ceremony_planned",
               "delivery.explained", "delivery.items_handed_over", "delivery.gate_pass_issued",
               "delivery.car_left", "delivery.rated"},
    .handlers = {{"deals.contract_signed", begin_delivery},
                 {"delivery.car_delivered", ask_for_rating},
                 {"deals.contract_amended", stop_delivery},
                 {"deals.contract_cancelled", stop_delivery},
                 {"deals.deal_cancelled", stop_delivery}},
    .jobs = {},
    .papers = {&acceptance, &explanation, &handed_items},
};

}  // namespace forecourt::delivery
