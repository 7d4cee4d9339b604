#pragma once
#include <modules/customers/import/import.h>

namespace forecourt::customers {

std::optional<ImportFile> load_import(db::Connection& db, Id<Store> store, Id<Import> id);
void insert_import(Tx& tx, const ImportFile& import);
void update_import(Tx& tx, const ImportFile& import);
void insert_import_error(Tx& tx, Id<Import> import, const ImportError& error);
std::vector<ImportError> import_errors(db::Connection& db, Id<Store> store, Id<Import> import,
                                       std::int64_t limit);
void insert_import_car(Tx& tx, Id<Import> import, Id<vehicles::Car> car);
std::vector<Id<vehicles::Car>> cars_of_import(db::Connection& db, Id<Store> store, Id<Import> import);

/// The customers an import made that nobody has changed since.
std::vector<Id<Customer>> untouched_customers(db::Connection& db, Id<Store> store, Id<Import> import);
std::int64_t count_customers(db::Connection& db, Id<Store> store, Id<Import> import);
/// Hides a customer from lists and the search; false when somebody has changed the record since.
bool remove_untouched_customer(Tx& tx, Id<Customer> id);

}  // namespace forecourt::customers
