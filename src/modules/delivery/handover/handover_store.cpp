#include <modules/delivery/handover/handover_store.h>

#include <db/send.h>
#include <modules/deals/api.h>
#include <modules/delivery/handover/handover.sql.h>
#include <modules/payments/api.h>

#include <algorithm>

namespace forecourt::delivery {

std::optional<DeliveryRow> load_delivery(db::Connection& db, Id<Store> store, Id<Delivery> id) {
    return db::first<DeliveryRow>(db, sql::handover::find_delivery,
                                  {{"store_id", store}, {"delivery_id", id}});
}

std::optional<DeliveryRow> load_delivery_of_deal(db::Connection& db, Id<Store> store, Id<deals::Deal> deal) {
    return db::first<DeliveryRow>(db, sql::handover::find_delivery, {{"store_id", store}, {"deal_id", deal}});
}

std::optional<DeliveryFacts> find_delivery_of_deal(db::Connection& db, Id<Store> store,
                                                   Id<deals::Deal> deal) {
    const auto row = load_delivery_of_deal(db, store, deal);
    if (!row) return std::nullopt;
    return DeliveryFacts{.id = row->id,
                         .number = row->number,
                         .state = row->state,
                         .deal_id = row->deal_id,
                         .customer_id = row->customer_id,
                         .car_id = row->car_id,
                         .appointed_at = row->appointed_at,
                         .delivered_at = row->delivered_at};
}

Situation situation_of(db::Connection& db, Id<Store> store, const DeliveryRow& delivery) {
    const auto open =
        db::number(db, sql::handover::count_open_faults, {{"delivery_id", delivery.id}, {"store_id", store}});
    const auto due = payments::find_due(db, store, {"deal", delivery.deal_id});
    return {.delivery = delivery,
            .open_faults = static_cast<int>(open.value_or(0)),
            .paid_up = due && due->paid >= due->amount,
            .open_fittings = deals::open_fittings(db, store, delivery.deal_id),
            .open = due ? std::max(Money{0}, due->amount - due->paid) : Money{0},
            .insurance_expected_on = deals::insurance_expected_on(db, store, delivery.deal_id),
            .papers = vehicles::check_papers_of(db, store, delivery.car_id)};
}

void insert_delivery(Tx& tx, const DeliveryRow& delivery) {
    db::send(tx.db(), sql::handover::insert_delivery,
             db::Params::of(delivery, {{"store_id", tx.store_id()}}));
}

void update_delivery(Tx& tx, const DeliveryRow& delivery) {
    db::execute_one(tx.db(), sql::handover::update_delivery,
                    db::Params::of(delivery, {{"store_id", tx.store_id()}}));
}

std::vector<FaultRow> faults_of(db::Connection& db, Id<Store> store, Id<Delivery> id) {
    return db::all<FaultRow>(db, sql::handover::faults_of_delivery,
                             {{"delivery_id", id}, {"store_id", store}});
}

std::optional<FaultRow> load_fault(db::Connection& db, Id<Store> store, Id<Fault> id) {
    return db::first<FaultRow>(db, sql::handover::find_fault, {{"fault_id", id}, {"store_id", store}});
}

void insert_fault(Tx& tx, const FaultRow& fault) {
    db::send(tx.db(), sql::handover::insert_fault, db::Params::of(fault, {{"store_id", tx.store_id()}}));
}

bool mend(Tx& tx, Id<Fault> id, const std::string& how) {
    return tx.db().execute(sql::handover::mend_fault, {{"now", tx.now()},
                                                       {"user_id", tx.actor().user_id},
                                                       {"how", how},
                                                       {"fault_id", id},
                                                       {"store_id", tx.store_id()}}) == 1;
}

void mend_in_workshop(Tx& tx, Id<Fault> id, const std::string& how) {
    db::send(tx.db(), sql::handover::mend_fault_in_workshop,
             {{"now", tx.now()},
              {"user_id", tx.actor().user_id},
              {"how", how},
              {"fault_id", id},
              {"store_id", tx.store_id()}});
}

void reopen_fault(Tx& tx, Id<Fault> id) {
    db::send(tx.db(), sql::handover::reopen_fault, {{"fault_id", id}, {"store_id", tx.store_id()}});
}

void leave_order(Tx& tx, Id<Fault> id) {
    db::send(tx.db(), sql::handover::fault_leaves_order, {{"fault_id", id}, {"store_id", tx.store_id()}});
}

}  // namespace forecourt::delivery
