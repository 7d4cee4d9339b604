#include <modules/care/call/call_store.h>

#include <assets/assets.h>
#include <db/send.h>
#include <modules/care/call/care_call.sql.h>

namespace forecourt::care {

std::optional<CallRow> load_call(db::Connection& db, Id<Store> store, Id<CareCall> id) {
    return db::first<CallRow>(db, sql::care_call::find_call, {{"call_id", id}, {"store_id", store}});
}

void insert_call(Tx& tx, const CallRow& call) {
    db::send(tx.db(), sql::care_call::insert_call, db::Params::of(call, {{"store_id", tx.store_id()}}));
}

void update_call(Tx& tx, const CallRow& call) {
    db::execute_one(tx.db(), sql::care_call::update_call,
                    db::Params::of(call, {{"store_id", tx.store_id()}}));
}

bool has_opted_out(db::Connection& db, Id<Store> store, Id<customers::Customer> customer) {
    return db::number(db, sql::care_call::find_opt_out, {{"store_id", store}, {"customer_id", customer}})
        .has_value();
}

const CarePlans& plans() {
    static const CarePlans plans = [] {
        CarePlans read;
        const auto* asset = assets::find("standards/care_plans.json");
        ensure(asset != nullptr && reflect::from_json(read, asset->body).empty());
        return read;
    }();
    return plans;
}

}  // namespace forecourt::care
