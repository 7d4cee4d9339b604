#include <services/checklists/module.h>
#include <services/checklists/views.h>

namespace forecourt::checklists {

const Module checklists_module{
    .name = "checklists",
    .needs = {"files"},
    .actions = {},
    .views = {&definition, &filled, &of_record},
    .grants = {{checklist_read, every_staff_role()}},
    .events = {"checklists.filled"},
    .handlers = {},
    .jobs = {},
};

}  // namespace forecourt::checklists
