#include <modules/complaints/complaint/complaint_actions.h>
#include <modules/complaints/complaint/complaint_views.h>
#include <modules/complaints/limits/complaint_limits.h>
#include <modules/complaints/module.h>

namespace forecourt::complaints {

const Module complaints_module{
    .name = "complaints",
    .needs = {"log", "access", "numbering", "tasks", "approvals", "limits", "customers"},
    .actions = {&open, &review, &propose_solution, &carry_out, &record_verdict, &name_cause, &reopen,
                &set_complaint_limits},
    .views = {&complaint_list, &complaint_record, &complaint_limits_now},
    .grants = {{complaint_read,
                {Role::gm, Role::sales_manager, Role::care, Role::advisor, Role::foreman, Role::inspector}},
               {complaint_write, {Role::gm, Role::sales_manager, Role::care, Role::advisor}}},
    .events = {"complaints.complaint_opened", "complaints.complaint_reviewed",
               "complaints.complaint_dismissed", "complaints.solution_proposed",
               "complaints.solution_approved", "complaints.solution_declined",
               "complaints.solution_carried_out", "complaints.complaint_closed",
               "complaints.customer_not_content", "complaints.cause_named", "complaints.complaint_reopened"},
    .handlers = {{"approvals.granted", on_granted}, {"approvals.declined", on_declined}},
    .jobs = {},
};

}  // namespace forecourt::complaints
