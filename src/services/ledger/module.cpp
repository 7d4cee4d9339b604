#include <services/ledger/module.h>
#include <services/ledger/views.h>

namespace forecourt::ledger {

const Module ledger_module{
    .name = "ledger",
    .needs = {},
    .actions = {},
    .views = {&entries, &trial_balance},
    .grants = {{ledger_read, {Role::gm, Role::finance, Role::cashier}}},
    .events = {"ledger.posted"},
    .handlers = {},
    .jobs = {},
};

}  // namespace forecourt::ledger
