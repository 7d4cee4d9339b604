#pragma once
#include <action/action.h>
#include <action/view.h>
#include <modules/delivery/handover/handover.h>

namespace forecourt::delivery {

struct DeliveryListInput {
    std::optional<int> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
    std::optional<DeliveryState> state;
    std::optional<std::int64_t> customer_id;
    std::optional<std::int64_t> deal_id;
};
FORECOURT_STRUCT(DeliveryListInput, limit, after, sort, state, customer_id, deal_id)

struct DeliveryListRow {
    Id<Delivery> id;
    std::string number;
    DeliveryState state{};
    Id<deals::Deal> deal_id;
    Id<customers::Customer> customer_id;
    std::string customer_name;
    Id<vehicles::Car> car_id;
    Vin vin;
    Instant created_at;
    std::optional<Instant> inspected_at;
    std::optional<Instant> prepared_at;
    std::optional<Instant> appointed_at;
    std::optional<Instant> accepted_at;
    std::optional<Instant> delivered_at;
};
FORECOURT_STRUCT(DeliveryListRow, id, number, state, deal_id, customer_id, customer_name, car_id, vin,
                 created_at, inspected_at, prepared_at, appointed_at, accepted_at, delivered_at)

struct DeliveryRecordInput {
    Id<Delivery> delivery_id;
};
FORECOURT_STRUCT(DeliveryRecordInput, delivery_id)

/// A repair order that mends what was found.
struct FaultOrder {
    Id<workshop::RepairOrder> order_id;
    std::string number;
    workshop::OrderState state{};
};
FORECOURT_STRUCT(FaultOrder, order_id, number, state)

struct DeliveryRecord {
    DeliveryRow delivery;
    std::string customer_name;
    std::string car_title;
    Vin vin;
    std::string colour;
    std::string key_number;
    std::string deal_number;
    Money total;
    Money paid;
    std::optional<Date> insurance_expected_on;  // while the policy that is ours to buy is not written
    std::int64_t open_fittings{};  // accessories and gifts of the contract that are not in the car yet
    bool certificate_is_at_bank{};
    std::vector<FaultRow> faults;
    std::vector<FaultOrder> orders;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(DeliveryRecord, delivery, customer_name, car_title, vin, colour, key_number, deal_number,
                 total, paid, insurance_expected_on, open_fittings, certificate_is_at_bank, faults, orders,
                 allowed_actions)

extern const View<DeliveryListInput, Page<DeliveryListRow>> delivery_list;
extern const View<DeliveryRecordInput, DeliveryRecord> delivery_record;

}  // namespace forecourt::delivery
