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
/// The line of its repair order is done.
void mend_in_workshop(Tx& tx, Id<Fault> id, const std::string& how);
/// The line was sent back by a check.
void reopen_fault(Tx& tx, Id<Fault> id);
/// The line was taken out of the repair order: the fault is mended by hand again.
void leave_order(Tx& tx, Id<Fault> id);

/// What most events of a delivery tell.
struct DeliveryData {
    std::string number;
    int faults{};
    std::string text;
};
FORECOURT_STRUCT(DeliveryData, number, faults, text)

template <class Data>
void emit_delivery(Tx& tx, std::string_view event, const DeliveryRow& d, const Data& data) {
    tx.emit(event, {{"delivery", d.id}, {"deal", d.deal_id}, {"customer", d.customer_id}, {"car", d.car_id}},
            data);
}

}  // namespace forecourt::delivery
