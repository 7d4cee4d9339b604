#include <modules/workshop/appointment/appointment_actions.h>
#include <modules/workshop/appointment/appointment_views.h>
#include <modules/workshop/board/board_views.h>
#include <modules/workshop/consent/consent_actions.h>
#include <modules/workshop/jobs/work_actions.h>
#include <modules/workshop/line/line_actions.h>
#include <modules/workshop/module.h>
#include <modules/workshop/order/order_actions.h>
#include <modules/workshop/order/order_views.h>
#include <modules/workshop/quality/quality_actions.h>
#include <modules/workshop/settlement/settlement_actions.h>
#include <modules/workshop/settlement/settlement_paper.h>

namespace forecourt::workshop {

const Module workshop_module{
    .name = "workshop",
    .needs = {"log", "access", "numbering", "tasks", "ledger", "checklists", "messages", "files", "search",
              "customers", "vehicles", "parts", "payments", "deals"},
    .actions = {&book_appointment,  &move_appointment,  &cancel_appointment, &mark_appointment_missed,
                &set_capacity,      &add_bay,           &close_bay,          &receive_car,
                &record_walk_round, &change_promise,    &set_repair_class,   &record_wash,
                &cancel_order,      &record_finding,    &add_labour,         &add_part_line,
                &add_outside_work,  &set_line_discount, &use_promise,        &remove_line,
                &issue_part,        &return_part,       &add_operation,      &change_operation,
                &request_consent,   &make_consent_link, &answer_consent,     &withdraw_consent,
                &assign_work,       &clock_on,          &clock_off,          &finish_outside_work,
                &record_check,      &ask_deposit,       &settle_order,       &cancel_settlement,
                &hand_back},
    .views = {&free_slots_view, &appointment_list, &bay_list, &order_list, &order_record, &operation_list,
              &car_history, &board, &my_work, &my_service, &my_order, &settlement_pdf, &certificate_pdf},
    .grants = {{slots_read, {Role::gm, Role::advisor, Role::care, Role::host, Role::customer}},
               {appointment_read,
                {Role::gm, Role::advisor, Role::foreman, Role::parts, Role::care, Role::host}},
               {appointment_write, {Role::gm, Role::advisor, Role::care, Role::host, Role::customer}},
               {capacity_write, {Role::gm, Role::foreman, Role::admin}},
               {order_read,
                {Role::gm, Role::advisor, Role::foreman, Role::technician, Role::inspector, Role::parts,
                 Role::cashier, Role::finance, Role::care}},
               {order_write, {Role::gm, Role::advisor}},
               {finding_write, {Role::gm, Role::advisor, Role::foreman, Role::technician, Role::inspector}},
               {parts_issue, {Role::gm, Role::parts}},
               {operation_write, {Role::gm, Role::foreman, Role::admin}},
               {consent_answer, {Role::gm, Role::advisor, Role::customer}},
               {work_assign, {Role::gm, Role::foreman, Role::advisor}},
               {work_clock, {Role::technician, Role::foreman}},
               {quality_check, {Role::technician, Role::foreman, Role::inspector}},
               {settle_right, {Role::gm, Role::advisor}},
               {car_history_read,
                {Role::gm, Role::advisor, Role::foreman, Role::technician, Role::care, Role::customer}},
               {own_service_read, {Role::customer, Role::gm, Role::advisor}},
               {papers_read,
                {Role::gm, Role::advisor, Role::cashier, Role::finance, Role::inspector, Role::customer}}},
    .events = {"workshop.appointment_booked",
               "workshop.appointment_moved",
               "workshop.appointment_cancelled",
               "workshop.appointment_missed",
               "workshop.appointment_arrived",
               "workshop.capacity_set",
               "workshop.bay_added",
               "workshop.bay_closed",
               "workshop.car_received",
               "workshop.walk_round_recorded",
               "workshop.promise_changed",
               "workshop.repair_class_set",
               "workshop.car_washed",
               "workshop.order_cancelled",
               "workshop.finding_recorded",
               "workshop.line_added",
               "workshop.line_discounted",
               "workshop.promise_used",
               "workshop.line_removed",
               "workshop.operation_added",
               "workshop.operation_changed",
               "workshop.consent_requested",
               "workshop.consent_link_made",
               "workshop.consent_answered",
               "workshop.consent_withdrawn",
               "workshop.work_assigned",
               "workshop.clocked_on",
               "workshop.clocked_off",
               "workshop.work_done",
               "workshop.outside_work_finished",
               "workshop.check_passed",
               "workshop.check_failed",
               "workshop.rework_opened",
               "workshop.quality_passed",
               "workshop.deposit_asked",
               "workshop.order_settled",
               "workshop.settlement_cancelled",
               "workshop.order_handed_back",
               "workshop.delay_predicted",
               "workshop.internal_order_opened"},
    .handlers = {},
    .jobs = {{"workshop.predict_delays", minutes(1), predict_delays},
             {"workshop.miss_appointments_of_earlier_days", hours(1), miss_appointments_of_earlier_days}},
};

}  // namespace forecourt::workshop
