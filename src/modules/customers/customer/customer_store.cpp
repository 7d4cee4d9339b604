#include <modules/customers/customer/customer_store.h>

#include <db/id_list.h>
#include <db/rows.h>
#include <db/send.h>
#include <modules/customers/customer/customers_customer.sql.h>
#include <secrets/digest.h>
#include <secrets/sealing.h>
#include <services/search/api.h>
#include <text/pinyin.h>
#include <text/search_terms.h>

#include <algorithm>

namespace forecourt::customers {
namespace {

namespace statements = sql::customers_customer;

// Set once at start; every thread only reads it afterwards.
std::optional<secrets::KeyRing> key_ring;

const secrets::KeyRing& keys() {
    ensure(key_ring.has_value());
    return *key_ring;
}

std::string blind(std::uint32_t key, std::string_view kind, const std::string& value) {
    return secrets::blind_index(keys().key(secrets::Purpose::blind_index, key),
                                std::string(kind) + ":" + value);
}

// While the master key is changed a value may still be found by the index of the old one.
std::uint32_t old_key() { return keys().old().value_or(keys().newest()); }

secrets::SealedPlace phone_place(Id<Customer> id) {
    return {.table = "customers_customer", .column = "phone_sealed", .row_id = id.value};
}

secrets::SealedPlace identity_place(Id<Customer> id) {
    return {.table = "customers_customer", .column = "identity_sealed", .row_id = id.value};
}

void append(std::vector<std::string>& terms, std::vector<std::string> more) {
    terms.insert(terms.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

struct CustomerOfOldKey {
    Id<Customer> id;
};
FORECOURT_STRUCT(CustomerOfOldKey, id)

search::Indexed indexed(const CustomerRow& customer) {
    auto terms = text::terms_of(text::FieldKind::name, customer.name);
    const auto phone = open_phone(customer.id, customer.phone_sealed);
    if (!phone.empty()) append(terms, search::phone_terms(Phone{phone}));
    return {.object_type = "customer",
            .object_id = customer.id.value,
            .title = customer.name,
            .subtitle = masked_phone(phone),
            .link = "/customers/" + std::to_string(customer.id.value),
            .terms = std::move(terms)};
}

void index_customer(Tx& tx, const CustomerRow& customer) {
    if (customer.merged_into || customer.removed_at) {
        search::remove_object(tx, "customer", customer.id.value);
    } else {
        search::index_object(tx, indexed(customer));
    }
}

db::Params params_of(Tx& tx, const CustomerRow& customer) {
    return db::Params::of(customer,
                          {{"store_id", tx.store_id()}, {"name_sort", text::pinyin_sort_key(customer.name)}});
}

}  // namespace

void configure(const secrets::KeyRing& keys) { key_ring = keys; }

std::optional<CustomerRow> load_customer(db::Connection& db, Id<Store> store, Id<Customer> id) {
    return db::first<CustomerRow>(db, statements::find_customer, {{"store_id", store}, {"id", id}});
}

std::optional<CustomerRow> load_surviving(db::Connection& db, Id<Store> store, Id<Customer> id) {
    auto customer = load_customer(db, store, id);
    for (int hops = 0; customer && customer->merged_into; ++hops) {
        ensure(hops < 100);
        customer = load_customer(db, store, *customer->merged_into);
    }
    return customer;
}

std::vector<NamedRow> load_names(db::Connection& db, Id<Store> store, const std::vector<Id<Customer>>& ids) {
    std::vector<NamedRow> names;
    for (auto& params : db::params_of_ids(ids)) {
        params.add({"store_id", store});
        for (auto& row : db::all<NamedRow>(db, statements::names_of_customers, params))
            names.push_back(std::move(row));
    }
    return names;
}

std::optional<Id<Customer>> customer_with_phone(db::Connection& db, Id<Store> store, const Phone& phone) {
    const auto id = db::number(
        db, statements::customer_with_phone,
        {{"store_id", store}, {"phone_blind", blind_of(phone)}, {"phone_blind_of_old", old_blind_of(phone)}});
    if (!id) return std::nullopt;
    return Id<Customer>{*id};
}

std::optional<Id<Customer>> customer_with_identity(db::Connection& db, Id<Store> store,
                                                   const IdentityNumber& identity_number) {
    const auto id = db::number(db, statements::customer_with_identity,
                               {{"store_id", store},
                                {"identity_blind", blind_of(identity_number)},
                                {"identity_blind_of_old", old_blind_of(identity_number)}});
    if (!id) return std::nullopt;
    return Id<Customer>{*id};
}

std::vector<CustomerKeys> customer_keys(db::Connection& db, Id<Store> store) {
    return db::all<CustomerKeys>(db, statements::customer_keys, {{"store_id", store}});
}

std::string blind_of(const Phone& phone) { return blind(keys().newest(), "phone", phone.text); }

std::string blind_of(const IdentityNumber& identity_number) {
    return blind(keys().newest(), "identity", identity_number.text);
}

std::string old_blind_of(const Phone& phone) { return blind(old_key(), "phone", phone.text); }

std::string old_blind_of(const IdentityNumber& identity_number) {
    return blind(old_key(), "identity", identity_number.text);
}

std::int64_t reseal_customers(Tx& tx, std::int64_t limit) {
    std::int64_t count = 0;
    const db::Params of_old{
        {"store_id", tx.store_id()}, {"head", secrets::newest_head(keys())}, {"limit", limit}};
    for (const auto& found : db::all<CustomerOfOldKey>(tx.db(), statements::customers_of_old_key, of_old)) {
        auto customer = load_customer(tx.db(), tx.store_id(), found.id);
        ensure(customer.has_value());
        const auto phone = open_phone(customer->id, customer->phone_sealed);
        const auto identity_number = open_identity_number(*customer);
        if (!phone.empty()) seal_phone(*customer, Phone{phone});
        if (!identity_number.empty()) seal_identity_number(*customer, IdentityNumber{identity_number});
        db::send(tx.db(), statements::reseal_customer,
                 {{"id", customer->id},
                  {"store_id", tx.store_id()},
                  {"phone_sealed", customer->phone_sealed},
                  {"phone_blind", customer->phone_blind},
                  {"identity_sealed", customer->identity_sealed},
                  {"identity_blind", customer->identity_blind}});
        index_customer(tx, *customer);
        ++count;
    }
    return count;
}

void insert_customer(Tx& tx, const CustomerRow& customer) {
    db::send(tx.db(), statements::insert_customer, params_of(tx, customer));
    search::index_new_object(tx, indexed(customer));
}

void update_customer(Tx& tx, const CustomerRow& customer) {
    db::execute_one(tx.db(), statements::update_customer, params_of(tx, customer));
    index_customer(tx, customer);
}

void seal_phone(CustomerRow& customer, const Phone& phone) {
    customer.phone_sealed = secrets::seal_field(keys(), phone_place(customer.id), phone.text);
    customer.phone_blind = blind_of(phone);
}

void seal_identity_number(CustomerRow& customer, const IdentityNumber& identity_number) {
    customer.identity_sealed = secrets::seal_field(keys(), identity_place(customer.id), identity_number.text);
    customer.identity_blind = blind_of(identity_number);
}

std::string open_phone(Id<Customer> id, const std::optional<std::string>& sealed) {
    if (!sealed) return {};
    const auto plain = secrets::open_field(keys(), phone_place(id), *sealed);
    ensure(plain.has_value());
    return *plain;
}

std::string open_identity_number(const CustomerRow& customer) {
    if (!customer.identity_sealed) return {};
    const auto plain = secrets::open_field(keys(), identity_place(customer.id), *customer.identity_sealed);
    ensure(plain.has_value());
    return *plain;
}

std::string masked_phone(const std::string& phone) { return phone.empty() ? phone : Phone{phone}.masked(); }

std::string masked_phone(Id<Customer> id, const std::optional<std::string>& sealed) {
    return masked_phone(open_phone(id, sealed));
}

std::string masked_identity_number(const CustomerRow& customer) {
    const auto number = open_identity_number(customer);
    return number.empty() ? number : IdentityNumber{number}.masked();
}

}  // namespace forecourt::customers
