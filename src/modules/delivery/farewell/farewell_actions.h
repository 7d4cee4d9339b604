#pragma once
#include <action/module.h>
#include <action/view.h>
#include <modules/delivery/farewell/farewell.h>
#include <modules/delivery/handover/handover_views.h>

namespace forecourt::delivery {

inline constexpr Right gate_open{"delivery.gate_open"};
inline constexpr Right delivery_rate{"delivery.delivery_rate"};
inline constexpr Right fault_read{"delivery.fault_read"};

extern const Action<PlanCeremony, Nothing> plan_ceremony;
extern const Action<Explain, Nothing> explain;
extern const Action<HandOverItems, Nothing> hand_over_items;
extern const Action<IssueGatePass, GatePassIssued> issue_gate_pass;
extern const Action<LetOut, Nothing> let_out;
extern const Action<RateDelivery, Nothing> rate_delivery;

/// The car is handed over: the customer is asked by a link how it was.
MaybeRefused ask_for_rating(Tx& tx, const Event& event);

struct Farewell {
    std::optional<CeremonyRow> ceremony;
    std::string host_name;
    std::optional<Instant> explained_at;  // and signed for
    std::vector<ItemNorm> wanted;
    std::vector<HandedItemRow> items;
    std::optional<GatePassRow> gate_pass;
    std::optional<RatingRow> rating;
    std::string inspection;  // the checklist for this kind of car
    bool can_be_rated{};
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(Farewell, ceremony, host_name, explained_at, wanted, items, gate_pass, rating, inspection,
                 can_be_rated, allowed_actions)

struct GateCheckIn {
    std::string code;  // or the number on the paper
};
FORECOURT_STRUCT(GateCheckIn, code)
/// What the man at the gate sees when he scans the paper.
struct GateCheck {
    std::string number;
    std::string car_title;
    std::string colour;
    Vin vin;
    std::string plate;
    Id<customers::Customer> customer_id;
    std::string customer_name;
    Instant issued_at;
    std::optional<Instant> left_at;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(GateCheck, number, car_title, colour, vin, plate, customer_id, customer_name, issued_at,
                 left_at, allowed_actions)

struct FaultListIn {
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;  // found_at
};
FORECOURT_STRUCT(FaultListIn, limit, after, sort)
struct FaultListRow {
    Id<Fault> id;
    Id<Delivery> delivery_id;
    std::string delivery_number;
    std::string checklist;
    std::string item;
    std::string words;
    Instant found_at;
    Vin vin;
    std::optional<Id<workshop::RepairOrder>> order_id;
    std::string order_number;
};
FORECOURT_STRUCT(FaultListRow, id, delivery_id, delivery_number, checklist, item, words, found_at, vin,
                 order_id, order_number)

extern const View<DeliveryRecordInput, Farewell> farewell;
extern const View<DeliveryRecordInput, Download> gate_pass_pdf;
extern const View<GateCheckIn, GateCheck> gate_check;
extern const View<FaultListIn, Page<FaultListRow>> fault_list;

}  // namespace forecourt::delivery
