#include <modules/customers/api.h>

#include <modules/customers/customer/customer_actions.h>
#include <modules/customers/customer/customer_rules.h>
#include <modules/customers/customer/customer_store.h>
#include <modules/vehicles/api.h>
#include <services/search/api.h>

#include <algorithm>

namespace forecourt::customers {
namespace {

struct ConsultantEvent {
    std::string name;
    Id<User> consultant_id;
};
FORECOURT_STRUCT(ConsultantEvent, name, consultant_id)

}  // namespace

std::optional<CustomerFacts> find_customer(db::Connection& db, Id<Store> store, Id<Customer> id) {
    const auto customer = load_surviving(db, store, id);
    if (!customer) return std::nullopt;
    const auto phone = open_phone(customer->id, customer->phone_sealed);
    return CustomerFacts{.id = customer->id,
                         .name = customer->name,
                         .company = customer->company,
                         .gender = customer->gender,
                         .phone = phone,
                         .phone_masked = masked_phone(phone),
                         .email = customer->email,
                         .address = customer->address,
                         .identity_masked = masked_identity_number(*customer),
                         .consultant_id = customer->consultant_id,
                         .version = customer->version};
}

std::string customer_name(db::Connection& db, Id<Store> store, Id<Customer> id) {
    const auto customer = load_surviving(db, store, id);
    return customer ? customer->name : std::string{};
}

CustomerNames::CustomerNames(db::Connection& db, Id<Store> store, std::vector<Id<Customer>> ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    for (auto& row : load_names(db, store, ids))
        names_[row.id] = row.merged_into ? customer_name(db, store, row.id) : std::move(row.name);
}

std::string CustomerNames::of(Id<Customer> id) const {
    const auto found = names_.find(id);
    return found == names_.end() ? std::string{} : found->second;
}

std::optional<Id<Customer>> find_by_phone(db::Connection& db, Id<Store> store, const Phone& phone) {
    return customer_with_phone(db, store, phone);
}

std::vector<Id<Customer>> search_customers(db::Connection& db, Id<Store> store, const std::string& q) {
    std::vector<Id<Customer>> found;
    const auto add = [&](Id<Customer> id) {
        if (std::find(found.begin(), found.end(), id) == found.end()) found.push_back(id);
    };
    for (const auto id : search::find_objects(db, store, "customer", q, 50)) add({id});
    for (const auto id : search::find_objects(db, store, "car", q, 50)) {
        const auto car = vehicles::find_car(db, store, {id});
        if (car && car->customer_id) add(*car->customer_id);
    }
    return found;
}

std::string identity_number_of(db::Connection& db, Id<Store> store, Id<Customer> id) {
    const auto customer = load_surviving(db, store, id);
    return customer ? open_identity_number(*customer) : std::string{};
}

Result<Id<Customer>> register_customer(Tx& tx, const NewCustomer& in) {
    if (auto no = check_new_customer(in)) return *no;
    if (in.phone) {
        if (const auto known = customer_with_phone(tx.db(), tx.store_id(), *in.phone)) return *known;
    }
    CustomerRow customer;
    customer.id = tx.new_id<Customer>();
    customer.name = name_or_tail(in.name, in.phone);
    customer.company = in.company;
    customer.gender = in.gender;
    if (in.phone) seal_phone(customer, *in.phone);
    if (in.identity_number) seal_identity_number(customer, *in.identity_number);
    customer.email = in.email;
    customer.address = in.address;
    customer.source = in.source;
    customer.consultant_id = in.consultant_id;
    customer.created_at = tx.now();
    customer.created_by = tx.actor().name;
    insert_customer(tx, customer);
    tx.emit("customers.registered", {{"customer", customer.id}},
            CustomerEvent{customer.name, customer.source});
    return customer.id;
}

MaybeRefused complete_customer(Tx& tx, Id<Customer> id, const std::optional<IdentityNumber>& identity_number,
                               const std::string& address) {
    auto customer = load_surviving(tx.db(), tx.store_id(), id);
    if (!customer) return customer_not_found;
    if (identity_number) seal_identity_number(*customer, *identity_number);
    if (!trimmed(address).empty()) customer->address = std::string(trimmed(address));
    update_customer(tx, *customer);
    tx.emit("customers.updated", {{"customer", customer->id}},
            CustomerEvent{customer->name, customer->source});
    return std::nullopt;
}

void set_consultant(Tx& tx, Id<Customer> id, Id<User> consultant) {
    auto customer = load_surviving(tx.db(), tx.store_id(), id);
    ensure(customer.has_value());
    if (customer->consultant_id == consultant) return;
    customer->consultant_id = consultant;
    update_customer(tx, *customer);
    tx.emit("customers.consultant_assigned", {{"customer", customer->id}, {"user", consultant}},
            ConsultantEvent{customer->name, consultant});
}

}  // namespace forecourt::customers
