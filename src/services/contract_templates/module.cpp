#include <services/contract_templates/draft/template_draft.h>
#include <services/contract_templates/module.h>

namespace forecourt::contract_templates {

const Module contract_templates_module{
    .name = "contract_templates",
    .needs = {"access", "versions"},
    .actions = {&open_draft, &change_draft, &discard_draft, &publish},
    .views = {&template_list, &template_record, &compare_templates, &preview_pdf},
    .grants = {{template_read,
                {Role::gm, Role::sales_manager, Role::sales, Role::cashier, Role::finance, Role::admin}},
               {template_write, {Role::gm}}},
    .events = {"contract_templates.draft_opened", "contract_templates.draft_changed",
               "contract_templates.draft_discarded", "contract_templates.version_published"},
    .handlers = {},
    .jobs = {},
};

}  // namespace forecourt::contract_templates
