#include <modules/customers/import/import_store.h>

#include <db/rows.h>
#include <db/send.h>
#include <modules/customers/customer/customers_customer.sql.h>
#include <modules/customers/import/customers_import.sql.h>
#include <services/search/api.h>

namespace forecourt::customers {
namespace {

namespace statements = sql::customers_import;

struct CarId {
    Id<vehicles::Car> car_id;
};
FORECOURT_STRUCT(CarId, car_id)

struct CustomerId {
    Id<Customer> id;
};
FORECOURT_STRUCT(CustomerId, id)

}  // namespace

std::optional<ImportFile> load_import(db::Connection& db, Id<Store> store, Id<Import> id) {
    return db::first<ImportFile>(db, statements::find_import, {{"store_id", store}, {"id", id}});
}

void insert_import(Tx& tx, const ImportFile& import) {
    db::send(tx.db(), statements::insert_import, db::Params::of(import, {{"store_id", tx.store_id()}}));
}

void update_import(Tx& tx, const ImportFile& import) {
    db::execute_one(tx.db(), statements::update_import,
                    db::Params::of(import, {{"store_id", tx.store_id()}}));
}

void insert_import_error(Tx& tx, Id<Import> import, const ImportError& error) {
    db::send(
        tx.db(), statements::insert_import_error,
        db::Params::of(error, {{"id", tx.new_number()}, {"store_id", tx.store_id()}, {"import_id", import}}));
}

std::vector<ImportError> import_errors(db::Connection& db, Id<Store> store, Id<Import> import,
                                       std::int64_t limit) {
    return db::all<ImportError>(db, statements::import_errors,
                                {{"store_id", store}, {"import_id", import}, {"limit", limit}});
}

void insert_import_car(Tx& tx, Id<Import> import, Id<vehicles::Car> car) {
    db::send(tx.db(), statements::insert_import_car,
             {{"id", tx.new_number()}, {"store_id", tx.store_id()}, {"import_id", import}, {"car_id", car}});
}

std::vector<Id<vehicles::Car>> cars_of_import(db::Connection& db, Id<Store> store, Id<Import> import) {
    std::vector<Id<vehicles::Car>> ids;
    for (const auto& row :
         db::all<CarId>(db, statements::cars_of_import, {{"store_id", store}, {"import_id", import}})) {
        ids.push_back(row.car_id);
    }
    return ids;
}

std::vector<Id<Customer>> untouched_customers(db::Connection& db, Id<Store> store, Id<Import> import) {
    std::vector<Id<Customer>> ids;
    for (const auto& row : db::all<CustomerId>(db, sql::customers_customer::untouched_of_import,
                                               {{"store_id", store}, {"import_id", import}})) {
        ids.push_back(row.id);
    }
    return ids;
}

std::int64_t count_customers(db::Connection& db, Id<Store> store, Id<Import> import) {
    return db::number(db, sql::customers_customer::count_of_import,
                      {{"store_id", store}, {"import_id", import}})
        .value_or(0);
}

bool remove_untouched_customer(Tx& tx, Id<Customer> id) {
    const auto removed = tx.db().execute(sql::customers_customer::remove_customer,
                                         {{"store_id", tx.store_id()}, {"id", id}, {"removed_at", tx.now()}});
    if (removed == 0) return false;
    search::remove_object(tx, "customer", id.value);
    return true;
}

}  // namespace forecourt::customers
