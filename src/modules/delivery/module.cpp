#include <modules/delivery/handover/handover_actions.h>
#include <modules/delivery/handover/handover_paper.h>
#include <modules/delivery/handover/handover_views.h>
#include <modules/delivery/module.h>

namespace forecourt::delivery {

const Module delivery_module{
    .name = "delivery",
    .needs = {"log", "access", "numbering", "tasks", "ledger", "checklists", "documents", "files",
              "customers", "vehicles", "deals", "payments"},
    .actions = {&record_inspection, &mend_fault, &prepare, &appoint, &accept, &deliver_car},
    .views = {&delivery_list, &delivery_record},
    .grants = {{delivery_read,
                {Role::gm, Role::sales_manager, Role::sales, Role::delivery, Role::cashier, Role::finance,
                 Role::care}},
               {delivery_write, {Role::gm, Role::delivery}}},
    .events = {"delivery.begun", "delivery.car_inspected", "delivery.fault_mended", "delivery.car_prepared",
               "delivery.appointed", "delivery.car_accepted", "delivery.car_not_accepted",
               "delivery.car_delivered", "delivery.stopped", "delivery.taken_up"},
    .handlers = {{"deals.contract_signed", begin_delivery},
                 {"deals.contract_amended", stop_delivery},
                 {"deals.contract_cancelled", stop_delivery},
                 {"deals.deal_cancelled", stop_delivery}},
    .jobs = {},
    .papers = {&acceptance},
};

}  // namespace forecourt::delivery
