#include <db/send.h>
#include <modules/deals/extras/deals_extras.sql.h>
#include <modules/deals/extras/extras_store.h>

namespace forecourt::deals {

namespace statements = sql::deals_extras;

std::optional<Fitting> load_fitting(db::Connection& db, Id<Store> store, Id<Fitting> id) {
    return db::first<Fitting>(db, statements::find_fitting, {{"store_id", store}, {"id", id}});
}

std::vector<Fitting> fittings_of(db::Connection& db, Id<Store> store, Id<Deal> deal) {
    return db::all<Fitting>(db, statements::fittings_of_deal, {{"store_id", store}, {"deal_id", deal}});
}

void insert_fitting(Tx& tx, const Fitting& fitting) {
    db::send(tx.db(), statements::insert_fitting, db::Params::of(fitting, {{"store_id", tx.store_id()}}));
}

bool plan_fitting_again(Tx& tx, const Fitting& fitting) {
    return tx.db().execute(statements::plan_fitting_again,
                           {{"store_id", tx.store_id()}, {"id", fitting.id}, {"opened_at", tx.now()}}) == 1;
}

bool finish_fitting_row(Tx& tx, const Fitting& fitting) {
    return tx.db().execute(statements::finish_fitting,
                           db::Params::of(fitting, {{"store_id", tx.store_id()}})) == 1;
}

void drop_fittings(Tx& tx, Id<Deal> deal) {
    db::send(tx.db(), statements::drop_fittings, {{"store_id", tx.store_id()}, {"deal_id", deal}});
}

std::int64_t open_fittings(db::Connection& db, Id<Store> store, Id<Deal> deal) {
    return db::number(db, statements::count_open_fittings, {{"store_id", store}, {"deal_id", deal}})
        .value_or(0);
}

std::optional<Promise> load_promise(db::Connection& db, Id<Store> store, Id<Promise> id) {
    return db::first<Promise>(db, statements::find_promise, {{"store_id", store}, {"id", id}});
}

std::vector<Promise> promises_of_deal(db::Connection& db, Id<Store> store, Id<Deal> deal) {
    return db::all<Promise>(db, statements::promises_of, {{"store_id", store}, {"deal_id", deal}});
}

std::vector<Promise> promises_of_customer(db::Connection& db, Id<Store> store,
                                          Id<customers::Customer> customer) {
    return db::all<Promise>(db, statements::promises_of, {{"store_id", store}, {"customer_id", customer}});
}

void insert_promise(Tx& tx, const Promise& promise) {
    db::send(tx.db(), statements::insert_promise, db::Params::of(promise, {{"store_id", tx.store_id()}}));
}

void use_promise(Tx& tx, const Promise& promise) {
    db::execute_one(tx.db(), statements::use_promise,
                    {{"store_id", tx.store_id()}, {"id", promise.id}, {"version", promise.version}});
}

bool line_stands(db::Connection& db, Id<Store> store, Id<DealLine> line) {
    return db::number(db, statements::line_stands, {{"store_id", store}, {"id", line}}).value_or(0) > 0;
}

std::vector<DrawRow> draws_of(db::Connection& db, Id<Store> store, Id<Promise> promise) {
    return db::all<DrawRow>(db, statements::draws_of_promise, {{"store_id", store}, {"promise_id", promise}});
}

void insert_draw(Tx& tx, Id<Promise> promise, const DrawRow& draw) {
    db::send(tx.db(), statements::insert_draw,
             db::Params::of(draw,
                            {{"id", tx.new_number()}, {"store_id", tx.store_id()}, {"promise_id", promise}}));
}

Money rebate_of(db::Connection& db, Id<Store> store, Id<Deal> deal) {
    return {db::number(db, statements::rebate_of_deal, {{"store_id", store}, {"deal_id", deal}}).value_or(0)};
}

void insert_rebate(Tx& tx, const SetRebate& rebate) {
    db::send(tx.db(), statements::insert_rebate,
             db::Params::of(rebate, {{"id", tx.new_number()},
                                     {"store_id", tx.store_id()},
                                     {"set_by", tx.actor().user_id},
                                     {"set_at", tx.now()}}));
}

}  // namespace forecourt::deals
