#include <modules/customers/module.h>

#include <modules/customers/consent/consent.h>
#include <modules/customers/customer/customer_actions.h>
#include <modules/customers/customer/customer_views.h>
#include <modules/customers/import/import_actions.h>
#include <modules/customers/import/import_views.h>
#include <modules/customers/reading/reading.h>

namespace forecourt::customers {
namespace {

using enum Role;

const std::vector<Role> every_desk{gm,      sales_manager, sales,   host,    cashier,
                                   finance, delivery,      advisor, foreman, care};
const std::vector<Role> own_record_roles{gm, sales_manager, sales, host, delivery, advisor, care, customer};

}  // namespace

const Module customers_module{
    .name = "customers",
    .needs = {"log", "access", "files", "search", "limits", "tasks", "vehicles"},
    .actions = {&register_action, &update_action, &reveal_phone, &reveal_identity_number, &make_link,
                &revoke_links, &assign_consultant, &merge, &add_car, &give_consent, &withdraw_consent,
                &import_dry_run, &import_commit, &import_undo, &set_reading_limits},
    .views = {&customer_list, &customer_record, &customer_links, &my_record, &import_list, &import_record,
              &reading_limits_now},
    .grants = {{customer_read, every_desk},
               {customer_write, {gm, sales_manager, sales, host, delivery, advisor, care}},
               {customer_reveal, {gm, sales_manager, sales, delivery, advisor, care}},
               {customer_merge, {gm, sales_manager, care}},
               {customer_link, {gm, sales_manager, sales, host, delivery, advisor, care}},
               {own_record, own_record_roles},
               {my_record_read, {customer}},
               {import_write, {gm, sales_manager, admin}},
               {read_in_bulk, {gm, sales_manager}}},
    .events = {"customers.registered", "customers.updated", "customers.consultant_assigned",
               "customers.link_made", "customers.links_revoked", "customers.phone_revealed",
               "customers.identity_number_revealed", "customers.merged", "customers.consent_given",
               "customers.consent_withdrawn", "customers.import_checked", "customers.import_committed",
               "customers.import_undone", "customers.read_in_bulk"},
    .handlers = {},
    .jobs = {}};

}  // namespace forecourt::customers
