#pragma once
#include <modules/deals/extras/extras.h>

namespace forecourt::deals {

std::optional<Fitting> load_fitting(db::Connection& db, Id<Store> store, Id<Fitting> id);
std::vector<Fitting> fittings_of(db::Connection& db, Id<Store> store, Id<Deal> deal);
void insert_fitting(Tx& tx, const Fitting& fitting);
/// One that was dropped is to be fitted after all; false when it was not dropped.
bool plan_fitting_again(Tx& tx, const Fitting& fitting);
/// False when somebody was quicker.
bool finish_fitting_row(Tx& tx, const Fitting& fitting);
void drop_fittings(Tx& tx, Id<Deal> deal);

std::optional<Promise> load_promise(db::Connection& db, Id<Store> store, Id<Promise> id);
std::vector<Promise> promises_of_deal(db::Connection& db, Id<Store> store, Id<Deal> deal);
std::vector<Promise> promises_of_customer(db::Connection& db, Id<Store> store,
                                          Id<customers::Customer> customer);
void insert_promise(Tx& tx, const Promise& promise);
/// One time less; where the version is the promise's own.
void use_promise(Tx& tx, const Promise& promise);
bool line_stands(db::Connection& db, Id<Store> store, Id<DealLine> line);

struct DrawRow {
    std::string object_type;
    std::int64_t object_id{};
    std::string note;
    Instant drawn_at;
    Id<User> drawn_by;
};
FORECOURT_STRUCT(DrawRow, object_type, object_id, note, drawn_at, drawn_by)
std::vector<DrawRow> draws_of(db::Connection& db, Id<Store> store, Id<Promise> promise);
void insert_draw(Tx& tx, Id<Promise> promise, const DrawRow& draw);

Money rebate_of(db::Connection& db, Id<Store> store, Id<Deal> deal);
void insert_rebate(Tx& tx, const SetRebate& rebate);

}  // namespace forecourt::deals
