#include <modules/used_cars/module.h>

#include <modules/used_cars/car/used_car_actions.h>
#include <modules/used_cars/car/used_car_views.h>
#include <modules/used_cars/days/days_rules.h>
#include <modules/used_cars/days/late_job.h>
#include <modules/used_cars/job/job_actions.h>
#include <modules/used_cars/photo/photo_actions.h>

namespace forecourt::used_cars {

const Module used_cars_module{
    .name = "used_cars",
    .needs = {"log", "access", "numbering", "tasks", "ledger", "files", "limits", "search", "customers",
              "vehicles", "deals"},
    .actions = {&buy_car, &receive_paper, &pay_seller, &describe_car, &enter_step, &set_asking_price,
                &record_transfer, &plan_job, &finish_job, &drop_job, &set_photos, &set_used_car_days},
    .views = {&board, &car_list, &car_record, &trade_in_to_enter, &used_car_days_now},
    .grants = {{used_car_read,
                {Role::gm, Role::sales_manager, Role::sales, Role::finance, Role::cashier, Role::delivery,
                 Role::advisor, Role::foreman, Role::technician, Role::inspector}},
               {used_car_write, {Role::gm, Role::sales_manager}},
               {reconditioning_write,
                {Role::gm, Role::sales_manager, Role::delivery, Role::foreman, Role::technician}},
               {seller_pay, {Role::finance, Role::cashier}},
               {used_cost_read, {Role::gm, Role::sales_manager, Role::finance}}},
    .events = {"used_cars.car_taken_in", "used_cars.paper_received", "used_cars.seller_paid",
               "used_cars.car_described", "used_cars.step_entered", "used_cars.offered_for_sale",
               "used_cars.price_set", "used_cars.job_planned", "used_cars.job_done", "used_cars.job_dropped",
               "used_cars.photos_set", "used_cars.car_sold", "used_cars.transfer_recorded"},
    .handlers = {{"deals.deal_delivered", take_trade_in}, {"vehicles.car_sold", note_sale}},
    .jobs = {{"used_cars.tell_late_steps", hours(1), tell_late_steps}},
};

}  // namespace forecourt::used_cars
