#pragma once
#include <modules/customers/customer/customer.h>

namespace forecourt::customers {

/// The record as it is, also a merged one.
std::optional<CustomerRow> load_customer(db::Connection& db, Id<Store> store, Id<Customer> id);
/// The record, or the one it was merged into.
std::optional<CustomerRow> load_surviving(db::Connection& db, Id<Store> store, Id<Customer> id);
struct NamedRow {
    Id<Customer> id;
    std::string name;
    std::optional<Id<Customer>> merged_into;
};
FORECOURT_STRUCT(NamedRow, id, name, merged_into)
/// Those of the ids that are there, in no order; as they are, also merged ones.
std::vector<NamedRow> load_names(db::Connection& db, Id<Store> store, const std::vector<Id<Customer>>& ids);
std::optional<Id<Customer>> customer_with_phone(db::Connection& db, Id<Store> store, const Phone& phone);
std::optional<Id<Customer>> customer_with_identity(db::Connection& db, Id<Store> store,
                                                   const IdentityNumber& identity_number);

/// By what a customer is found again, for one who asks for many at once.
struct CustomerKeys {
    Id<Customer> id;
    std::optional<std::string> phone_blind;
    std::optional<std::string> identity_blind;
};
FORECOURT_STRUCT(CustomerKeys, id, phone_blind, identity_blind)
/// Those of the whole store, the oldest record first.
std::vector<CustomerKeys> customer_keys(db::Connection& db, Id<Store> store);
std::string blind_of(const Phone& phone);
std::string blind_of(const IdentityNumber& identity_number);
/// The same under the master key that is being changed for another; without one, no difference.
std::string old_blind_of(const Phone& phone);
std::string old_blind_of(const IdentityNumber& identity_number);
/// Seals and indexes so many of the customers of the old key anew; how many there were.
std::int64_t reseal_customers(Tx& tx, std::int64_t limit);

/// Both also bring the search index up to date.
void insert_customer(Tx& tx, const CustomerRow& customer);
/// Throws StaleRow when the version is not the stored one.
void update_customer(Tx& tx, const CustomerRow& customer);

// The sealed numbers. A number is bound to its row: it must be sealed anew for another one.
void seal_phone(CustomerRow& customer, const Phone& phone);
void seal_identity_number(CustomerRow& customer, const IdentityNumber& identity_number);
/// Empty without a number.
std::string open_phone(Id<Customer> id, const std::optional<std::string>& sealed);
std::string open_identity_number(const CustomerRow& customer);
/// 138****8000; empty without a number.
std::string masked_phone(Id<Customer> id, const std::optional<std::string>& sealed);
std::string masked_phone(const std::string& phone);  // that is open already
std::string masked_identity_number(const CustomerRow& customer);

}  // namespace forecourt::customers
