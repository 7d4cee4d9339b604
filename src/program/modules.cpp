#include <program/modules.h>

#include <modules/care/module.h>
#include <modules/complaints/module.h>
#include <modules/consultation/module.h>
#include <modules/customers/module.h>
#include <modules/deals/module.h>
#include <modules/delivery/module.h>
#include <modules/financing/module.h>
#include <modules/insight/module.h>
#include <modules/leads/module.h>
#include <modules/parts/module.h>
#include <modules/payments/module.h>
#include <modules/people/module.h>
#include <modules/reception/module.h>
#include <modules/showroom/module.h>
#include <modules/used_cars/module.h>
#include <modules/vehicles/module.h>
#include <modules/workshop/module.h>
#include <services/access/module.h>
#include <services/approvals/module.h>
#include <services/checklists/module.h>
#include <services/contract_templates/module.h>
#include <services/documents/module.h>
#include <services/files/module.h>
#include <services/ledger/module.h>
#include <services/limits/module.h>
#include <services/log/module.h>
#include <services/messages/module.h>
#include <services/numbering/module.h>
#include <services/search/module.h>
#include <services/standards/module.h>
#include <services/tasks/module.h>
#include <services/versions/module.h>

namespace forecourt::program {

const Modules& every_module() {
    static const Modules modules({
        &log::log_module,
        &access::access_module,
        &numbering::numbering_module,
        &versions::versions_module,
        &limits::limits_module,
        &tasks::tasks_module,
        &approvals::approvals_module,
        &ledger::ledger_module,
        &files::files_module,
        &documents::documents_module,
        &checklists::checklists_module,
        &contract_templates::contract_templates_module,
        &messages::messages_module,
        &search::search_module,
        &standards::standards_module,
        &customers::customers_module,
        &vehicles::vehicles_module,
        &reception::reception_module,
        &leads::leads_module,
        &consultation::consultation_module,
        &showroom::showroom_module,
        &deals::deals_module,
        &payments::payments_module,
        &financing::financing_module,
        &parts::parts_module,
        &workshop::workshop_module,
        &delivery::delivery_module,
        &used_cars::used_cars_module,
        &complaints::complaints_module,
        &care::care_module,
        &people::people_module,
        &insight::insight_module,
    });
    return modules;
}

}  // namespace forecourt::program
