#include <modules/reception/visit/visit_store.h>

#include <db/rows.h>
#include <db/send.h>
#include <modules/reception/visit/reception_visit.sql.h>
#include <modules/reception/visit/visit_rules.h>

namespace forecourt::reception {

namespace statements = sql::reception_visit;

std::optional<VisitRow> load_visit(db::Connection& db, Id<Store> store, Id<Visit> id) {
    return db::first<VisitRow>(db, statements::find_visit, {{"store_id", store}, {"id", id}});
}

std::optional<VisitRow> load_open_visit_of(const Context& context, Id<customers::Customer> customer) {
    return db::first<VisitRow>(
        context.db(), statements::open_visit_of_customer,
        {{"store_id", context.store_id()}, {"customer_id", customer}, {"since", day_began(context.now())}});
}

std::optional<VisitRow> oldest_unassigned(const Context& context) {
    return db::first<VisitRow>(context.db(), statements::oldest_unassigned,
                               {{"store_id", context.store_id()}, {"since", day_began(context.now())}});
}

void insert_visit(Tx& tx, const VisitRow& visit) {
    db::send(tx.db(), statements::insert_visit, db::Params::of(visit, {{"store_id", tx.store_id()}}));
}

void update_visit(Tx& tx, const VisitRow& visit) {
    db::execute_one(tx.db(), statements::update_visit, db::Params::of(visit, {{"store_id", tx.store_id()}}));
}

void move_visits(Tx& tx, std::int64_t from_customer, std::int64_t to_customer) {
    db::send(
        tx.db(), statements::move_visits,
        {{"store_id", tx.store_id()}, {"from_customer_id", from_customer}, {"to_customer_id", to_customer}});
}

}  // namespace forecourt::reception
