#include <services/approvals/actions.h>
#include <services/approvals/module.h>
#include <services/approvals/views.h>

namespace forecourt::approvals {

const Module approvals_module{
    .name = "approvals",
    .needs = {"tasks"},
    .actions = {&decide},
    .views = {&waiting, &of_record},
    // Who may decide at all. Each request names the one role that decides it.
    .grants = {{approval_decide,
                {Role::gm, Role::sales_manager, Role::finance, Role::advisor, Role::foreman, Role::inspector,
                 Role::parts, Role::care, Role::hr, Role::facility}},
               {approval_read, every_staff_role()}},
    .events = {"approvals.requested", "approvals.granted", "approvals.declined"},
    .handlers = {},
    .jobs = {},
};

}  // namespace forecourt::approvals
