#pragma once
#include <modules/delivery/farewell/farewell.h>

namespace forecourt::delivery {

std::optional<CeremonyRow> ceremony_of(db::Connection& db, Id<Store> store, Id<Delivery> delivery);
void put_ceremony(Tx& tx, const CeremonyRow& ceremony);
std::vector<HandedItemRow> items_of(db::Connection& db, Id<Store> store, Id<Delivery> delivery);
void insert_item(Tx& tx, const HandedItemRow& item);
std::optional<GatePassRow> gate_pass_of(db::Connection& db, Id<Store> store, Id<Delivery> delivery);
/// By the code in the paper's picture, or by its number when the picture can not be read.
std::optional<GatePassRow> gate_pass_with(db::Connection& db, Id<Store> store, const std::string& code);
void insert_gate_pass(Tx& tx, const GatePassRow& pass);
/// False when the pass was used before.
bool mark_let_out(Tx& tx, const GatePassRow& pass);
std::optional<RatingRow> rating_of(db::Connection& db, Id<Store> store, Id<Delivery> delivery);
void insert_rating(Tx& tx, const RatingRow& rating);

}  // namespace forecourt::delivery
