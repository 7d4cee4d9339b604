#include <db/send.h>
#include <modules/delivery/farewell/farewell.sql.h>
#include <modules/delivery/farewell/farewell_store.h>

namespace forecourt::delivery {

namespace statements = sql::farewell;

std::optional<CeremonyRow> ceremony_of(db::Connection& db, Id<Store> store, Id<Delivery> delivery) {
    return db::first<CeremonyRow>(db, statements::ceremony_of,
                                  {{"store_id", store}, {"delivery_id", delivery}});
}

void put_ceremony(Tx& tx, const CeremonyRow& ceremony) {
    db::send(tx.db(), statements::put_ceremony, db::Params::of(ceremony, {{"store_id", tx.store_id()}}));
}

std::vector<HandedItemRow> items_of(db::Connection& db, Id<Store> store, Id<Delivery> delivery) {
    return db::all<HandedItemRow>(db, statements::items_of, {{"store_id", store}, {"delivery_id", delivery}});
}

void insert_item(Tx& tx, const HandedItemRow& item) {
    db::send(tx.db(), statements::insert_item, db::Params::of(item, {{"store_id", tx.store_id()}}));
}

std::optional<GatePassRow> gate_pass_of(db::Connection& db, Id<Store> store, Id<Delivery> delivery) {
    return db::first<GatePassRow>(db, statements::find_gate_pass,
                                  {{"store_id", store}, {"delivery_id", delivery}});
}

std::optional<GatePassRow> gate_pass_with(db::Connection& db, Id<Store> store, const std::string& code) {
    const auto by = [&](const char* what) {
        return db::first<GatePassRow>(db, statements::find_gate_pass, {{"store_id", store}, {what, code}});
    };
    const auto scanned = by("code");
    return scanned ? scanned : by("number");
}

void insert_gate_pass(Tx& tx, const GatePassRow& pass) {
    db::send(tx.db(), statements::insert_gate_pass, db::Params::of(pass, {{"store_id", tx.store_id()}}));
}

bool mark_let_out(Tx& tx, const GatePassRow& pass) {
    return tx.db().execute(statements::let_out, {{"id", pass.id},
                                                 {"store_id", tx.store_id()},
                                                 {"left_at", tx.now()},
                                                 {"let_out_by", tx.actor().user_id}}) == 1;
}

std::optional<RatingRow> rating_of(db::Connection& db, Id<Store> store, Id<Delivery> delivery) {
    return db::first<RatingRow>(db, statements::rating_of, {{"store_id", store}, {"delivery_id", delivery}});
}

void insert_rating(Tx& tx, const RatingRow& rating) {
    db::send(tx.db(), statements::insert_rating, db::Params::of(rating, {{"store_id", tx.store_id()}}));
}

}  // namespace forecourt::delivery
