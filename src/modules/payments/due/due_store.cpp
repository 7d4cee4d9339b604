#include <db/id_list.h>
#include <db/send.h>
#include <modules/payments/due/due_store.h>
#include <modules/payments/due/payments_due.sql.h>

namespace forecourt::payments {

namespace statements = sql::payments_due;

struct PaidRow {
    std::int64_t object_id{};
    Money paid;
};
FORECOURT_STRUCT(PaidRow, object_id, paid)

std::optional<Due> load_due(db::Connection& db, Id<Store> store, Id<Due> id) {
    return db::first<Due>(db, statements::find_due, {{"store_id", store}, {"id", id}});
}

std::optional<Due> load_due_of(db::Connection& db, Id<Store> store, const ObjectRef& about) {
    return db::first<Due>(db, statements::find_due_of,
                          {{"store_id", store}, {"object_type", about.type}, {"object_id", about.id}});
}

std::map<std::int64_t, Money> load_paid(db::Connection& db, Id<Store> store, std::string_view object_type,
                                        const std::vector<std::int64_t>& ids) {
    std::map<std::int64_t, Money> paid;
    for (auto& params : db::params_of_ids(ids)) {
        params.add({"store_id", store}).add({"object_type", object_type});
        for (const auto& row : db::all<PaidRow>(db, statements::paid_of_objects, params))
            paid[row.object_id] = row.paid;
    }
    return paid;
}

void insert_due(Tx& tx, const Due& due) {
    db::send(tx.db(), statements::insert_due, db::Params::of(due, {{"store_id", tx.store_id()}}));
}

void update_due(Tx& tx, const Due& due) {
    db::execute_one(tx.db(), statements::update_due, db::Params::of(due, {{"store_id", tx.store_id()}}));
}

}  // namespace forecourt::payments
