#include <modules/showroom/display/display.h>
#include <modules/showroom/licence/licence_actions.h>
#include <modules/showroom/module.h>
#include <modules/showroom/presentation/presentation.h>
#include <modules/showroom/rota/rota.h>
#include <modules/showroom/test_drive/test_drive_actions.h>
#include <modules/showroom/test_drive/test_drive_paper.h>
#include <modules/showroom/test_drive/test_drive_views.h>

namespace forecourt::showroom {

const Module showroom_module{
    .name = "showroom",
    .needs = {"log", "access", "numbering", "tasks", "files", "documents", "contract_templates", "checklists",
              "customers", "vehicles", "leads"},
    .actions = {&check_licence,       &book_test_drive,  &move_test_drive, &cancel_test_drive,
                &sign_agreement,      &start_drive,      &finish_drive,    &record_feedback,
                &report_incident,     &add_position,     &move_position,   &remove_position,
                &display_car,         &clear_position,   &check_display,   &close_display_fault,
                &record_presentation, &share_comparison, &assign_demo_car, &ready_demo_car},
    .views = {&test_drive_list, &test_drive_record, &agreement_text, &test_drive_calendar,
              &free_test_drive_times, &display_plan, &display_checks, &presentations, &demo_rota,
              &demo_car_use},
    .grants = {{test_drive_book, {Role::sales, Role::sales_manager, Role::host, Role::gm, Role::customer}},
               {test_drive_write, {Role::sales, Role::sales_manager, Role::host, Role::gm}},
               {display_write, {Role::sales_manager, Role::gm}},
               {display_check_write,
                {Role::sales, Role::sales_manager, Role::host, Role::gm, Role::facility}},
               {display_read,
                {Role::sales, Role::sales_manager, Role::host, Role::gm, Role::facility, Role::delivery}},
               {test_drive_read,
                {Role::sales, Role::sales_manager, Role::host, Role::gm, Role::care, Role::customer}}},
    .events = {"showroom.licence_checked",      "showroom.test_drive_booked", "showroom.test_drive_moved",
               "showroom.test_drive_cancelled", "showroom.agreement_signed",  "showroom.test_drive_started",
               "showroom.test_drive_finished",  "showroom.feedback_recorded", "showroom.incident_reported",
               "showroom.position_added",       "showroom.position_removed",  "showroom.car_displayed",
               "showroom.position_cleared",     "showroom.display_checked",   "showroom.display_fault_raised",
               "showroom.display_fault_closed", "showroom.car_presented",     "showroom.comparison_shared",
               "showroom.demo_car_assigned",    "showroom.demo_car_ready"},
    .handlers = {{"vehicles.car_sold", on_car_gone}, {"vehicles.transfer_sent", on_car_gone}},
    .jobs = {},
    .papers = {&agreement},
};

}  // namespace forecourt::showroom
