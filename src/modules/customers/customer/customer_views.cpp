#include <modules/customers/customer/customer_views.h>

#include <modules/customers/consent/consent_store.h>
#include <modules/customers/customer/customer_actions.h>
#include <modules/customers/customer/customer_rules.h>
#include <modules/customers/customer/customer_store.h>
#include <modules/customers/customer/customers_customer.sql.h>
#include <services/access/api.h>
#include <text/pinyin.h>

#include <map>

namespace forecourt::customers {
namespace {

/// A list row as stored; the sealed number does not leave this file.
struct StoredListRow {
    Id<Customer> id;
    std::string name;
    std::string name_sort;
    bool company{};
    Gender gender{};
    std::optional<std::string> phone_sealed;
    CustomerSource source{};
    std::optional<Id<User>> consultant_id;
    Instant created_at;
    std::string cars;  // "浙A12345 星驰 A5 / ...", the newest first
};
FORECOURT_STRUCT(StoredListRow, id, name, name_sort, company, gender, phone_sealed, source, consultant_id,
                 created_at, cars)

struct StoredDuplicate {
    Id<Customer> id;
    std::string name;
    std::optional<std::string> phone_sealed;
    Instant created_at;
};
FORECOURT_STRUCT(StoredDuplicate, id, name, phone_sealed, created_at)

using Names = std::map<Id<User>, std::string>;

std::string name_of_consultant(Context& context, Names& names, const std::optional<Id<User>>& id) {
    if (!id) return {};
    const auto known = names.find(*id);
    if (known != names.end()) return known->second;
    return names[*id] = access::user_name(context.db(), context.store_id(), *id);
}

CustomerListRow shown(Context& context, Names& names, const StoredListRow& row) {
    return {.id = row.id,
            .name = row.name,
            .company = row.company,
            .gender = row.gender,
            .phone_masked = masked_phone(row.id, row.phone_sealed),
            .cars = row.cars,
            .source = row.source,
            .consultant_id = row.consultant_id,
            .consultant_name = name_of_consultant(context, names, row.consultant_id),
            .created_at = row.created_at};
}

Result<Page<CustomerListRow>> run_customer_list(Context& context, const CustomerListIn& in) {
    Page<CustomerListRow> page;
    Names names;
    if (in.q && !trimmed(*in.q).empty()) {
        for (const auto id : search_customers(context.db(), context.store_id(), *in.q)) {
            const auto row =
                db::first<StoredListRow>(context.db(), sql::customers_customer::customer_list_row,
                                         {{"store_id", context.store_id()}, {"id", id}});
            if (row) page.rows.push_back(shown(context, names, *row));
        }
        return page;
    }
    const auto stored =
        list_page<StoredListRow>(context, sql::customers_customer::list_customers, in, "-created_at");
    if (!stored) return stored.refused();
    for (const auto& row : stored->rows) page.rows.push_back(shown(context, names, row));
    page.next = stored->next;
    return page;
}

std::vector<CustomerCar> cars_of(Context& context, Id<Customer> id) {
    std::vector<CustomerCar> cars;
    for (const auto& car : vehicles::cars_of_customer(context.db(), context.store_id(), id)) {
        cars.push_back({.id = car.id,
                        .vin = car.vin,
                        .model_name = car.model_name,
                        .plate = car.plate,
                        .colour = car.colour,
                        .mileage_km = car.mileage_km,
                        .state = car.state,
                        .first_registered = car.first_registered,
                        .warranty_start = car.warranty_start});
    }
    return cars;
}

std::vector<PossibleDuplicate> duplicates_of(Context& context, const CustomerRow& customer) {
    std::vector<PossibleDuplicate> found;
    if (customer.merged_into) return found;
    const auto rows = db::all<StoredDuplicate>(context.db(), sql::customers_customer::possible_duplicates,
                                               {{"store_id", context.store_id()},
                                                {"id", customer.id},
                                                {"name_sort", text::pinyin_sort_key(customer.name)},
                                                {"phone_blind", customer.phone_blind},
                                                {"identity_blind", customer.identity_blind}});
    for (const auto& row : rows) {
        found.push_back({.id = row.id,
                         .name = row.name,
                         .phone_masked = masked_phone(row.id, row.phone_sealed),
                         .created_at = row.created_at});
    }
    return found;
}

MaybeRefused may_reveal(const std::optional<std::string>& sealed) {
    if (!sealed) return no_number_to_reveal;
    return std::nullopt;
}

Result<CustomerRecord> run_customer_record(Context& context, const CustomerRecordIn& in) {
    const auto customer = load_customer(context.db(), context.store_id(), in.customer_id);
    if (!customer) return customer_not_found;
    Names names;
    CustomerRecord record;
    record.customer = {.id = customer->id,
                       .name = customer->name,
                       .company = customer->company,
                       .gender = customer->gender,
                       .phone_masked = masked_phone(customer->id, customer->phone_sealed),
                       .identity_masked = masked_identity_number(*customer),
                       .email = customer->email,
                       .address = customer->address,
                       .note = customer->note,
                       .source = customer->source,
                       .consultant_id = customer->consultant_id,
                       .consultant_name = name_of_consultant(context, names, customer->consultant_id),
                       .created_at = customer->created_at,
                       .created_by = customer->created_by,
                       .merged_into = customer->merged_into,
                       .version = customer->version};
    record.cars = cars_of(context, customer->id);
    record.consents = consents_of_customer(context.db(), context.store_id(), customer->id);
    record.possible_duplicates = duplicates_of(context, *customer);
    auto& list = record.allowed_actions;
    allow(list, context, update_action, may_change(*customer));
    allow(list, context, reveal_phone, may_reveal(customer->phone_sealed));
    allow(list, context, reveal_identity_number, may_reveal(customer->identity_sealed));
    allow(list, context, add_car, may_change(*customer));
    allow(list, context, give_consent, may_change(*customer));
    allow(list, context, make_link, may_change(*customer));
    allow(list, context, assign_consultant, may_change(*customer));
    allow(list, context, merge, may_change(*customer));
    return record;
}

Result<CustomerLinks> run_customer_links(Context& context, const CustomerRecordIn& in) {
    const auto customer = load_customer(context.db(), context.store_id(), in.customer_id);
    if (!customer) return customer_not_found;
    CustomerLinks answer{
        .links = access::live_links(context.db(), context.store_id(), customer->id.value, context.now()),
        .allowed_actions = {}};
    allow(answer.allowed_actions, context, revoke_links,
          answer.links.empty() ? MaybeRefused{no_link_to_revoke} : MaybeRefused{});
    return answer;
}

Result<OwnRecord> run_my_record(Context& context, const Nothing&) {
    if (!context.actor().is_customer()) return not_allowed;
    const auto customer = load_surviving(context.db(), context.store_id(), {context.actor().customer_id});
    if (!customer) return customer_not_found;
    return OwnRecord{.id = customer->id,
                     .name = customer->name,
                     .phone_masked = masked_phone(customer->id, customer->phone_sealed),
                     .email = customer->email,
                     .address = customer->address,
                     .cars = cars_of(context, customer->id),
                     .consents = consents_of_customer(context.db(), context.store_id(), customer->id)};
}

}  // namespace

const View<CustomerListIn, Page<CustomerListRow>> customer_list{
    {.name = "customers.customer_list",
     .needs = customer_read,
     .refuses = {cursor_not_understood, sort_not_offered},
     .run = run_customer_list}};

const View<CustomerRecordIn, CustomerRecord> customer_record{{.name = "customers.customer_record",
                                                              .needs = customer_read,
                                                              .refuses = {customer_not_found},
                                                              .run = run_customer_record}};

const View<CustomerRecordIn, CustomerLinks> customer_links{{.name = "customers.customer_links",
                                                            .needs = customer_link,
                                                            .refuses = {customer_not_found},
                                                            .run = run_customer_links}};
const View<Nothing, OwnRecord> my_record{{.name = "customers.my_record",
                                          .needs = my_record_read,
                                          .refuses = {not_allowed, customer_not_found},
                                          .run = run_my_record}};

}  // namespace forecourt::customers
