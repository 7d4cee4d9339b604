#include <modules/showroom/licence/licence_actions.h>
#include <modules/showroom/module.h>
#include <modules/showroom/test_drive/test_drive_actions.h>
#include <modules/showroom/test_drive/test_drive_paper.h>
#include <modules/showroom/test_drive/test_drive_views.h>

namespace forecourt::showroom {

const Module showroom_module{
    .name = "showroom",
    .needs = {"log", "access", "numbering", "tasks", "files", "documents", "customers", "vehicles", "leads"},
    .actions = {&check_licence, &book_test_drive, &move_test_drive, &cancel_test_drive, &sign_agreement,
                &start_drive, &finish_drive, &record_feedback, &report_incident},
    .views = {&test_drive_list, &test_drive_record, &agreement_text, &test_drive_calendar,
              &free_test_drive_times},
    .grants = {{test_drive_book, {Role::sales, Role::sales_manager, Role::host, Role::gm, Role::customer}},
               {test_drive_write, {Role::sales, Role::sales_manager, Role::host, Role::gm}},
               {test_drive_read,
                {Role::sales, Role::sales_manager, Role::host, Role::gm, Role::care, Role::customer}}},
    .events = {"showroom.licence_checked", "showroom.test_drive_booked", "showroom.test_drive_moved",
               "showroom.test_drive_cancelled", "showroom.agreement_signed", "showroom.test_drive_started",
               "showroom.test_drive_finished", "showroom.feedback_recorded", "showroom.incident_reported"},
    .handlers = {},
    .jobs = {},
    .papers = {&agreement},
};

}  // namespace forecourt::showroom
