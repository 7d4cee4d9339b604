#include <services/checklists/draft/list_draft_views.h>
#include <services/checklists/module.h>
#include <services/checklists/views.h>

namespace forecourt::checklists {

const Module checklists_module{
    .name = "checklists",
    .needs = {"files", "versions"},
    .actions = {&open_draft, &copy_list, &change_draft, &discard_draft, &publish},
    .views = {&definition, &filled, &of_record, &list_lines, &list_record, &compare_lists},
    .grants = {{checklist_read, every_staff_role()}, {list_write, {Role::gm}}},
    .events = {"checklists.filled", "checklists.draft_opened", "checklists.draft_changed",
               "checklists.draft_discarded", "checklists.version_published"},
    .handlers = {},
    .jobs = {},
};

}  // namespace forecourt::checklists
