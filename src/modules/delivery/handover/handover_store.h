#pragma once
#include <modules/delivery/handover/handover_rules.h>

namespace forecourt::delivery {

std::optional<DeliveryRow> load_delivery(db::Connection& db, Id<Store> store, Id<Delivery> id);
std::optional<DeliveryRow> load_delivery_of_deal(db::Connection& db, Id<Store> store, Id<deals::Deal> deal);
/// The delivery with what its guards look at.
Situation situation_of(db::Connection& db, Id<Store> store, const DeliveryRow& delivery);
/// The list by which the car of a delivery is inspected.
std::string inspection_of(db::Connection& db, Id<Store> store, const DeliveryRow& delivery);
void insert_delivery(Tx& tx, const DeliveryRow& delivery);
void update_delivery(Tx& tx, const DeliveryRow& delivery);
std::vector<FaultRow> faults_of(db::Connection& db, Id<Store> store, Id<Delivery> id);
std::optional<FaultRow> load_fault(db::Connection& db, Id<Store> store, Id<Fault> id);
void insert_fault(Tx& tx, const FaultRow& fault);
/// False when it was mended already.
bool mend(Tx& tx, Id<Fault> id, const std::string& how);

}  // namespace forecourt::delivery
