#include <db/send.h>
#include <modules/payments/due/due_store.h>
#include <modules/payments/due/payments_due.sql.h>

namespace forecourt::payments {

namespace statements = sql::payments_due;

std::optional<Due> load_due(db::Connection& db, Id<Store> store, Id<Due> id) {
    return db::first<Due>(db, statements::find_due, {{"store_id", store}, {"id", id}});
}

std::optional<Due> load_due_of(db::Connection& db, Id<Store> store, const ObjectRef& about) {
    return db::first<Due>(db, statements::find_due_of,
                          {{"store_id", store}, {"object_type", about.type}, {"object_id", about.id}});
}

void insert_due(Tx& tx, const Due& due) {
    db::send(tx.db(), statements::insert_due, db::Params::of(due, {{"store_id", tx.store_id()}}));
}

void update_due(Tx& tx, const Due& due) {
    db::execute_one(tx.db(), statements::update_due, db::Params::of(due, {{"store_id", tx.store_id()}}));
}

}  // namespace forecourt::payments
