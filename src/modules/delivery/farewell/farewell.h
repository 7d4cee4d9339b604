#pragma once
#include <modules/delivery/handover/handover.h>

namespace forecourt::delivery {

struct Ceremony;
struct HandedItem;
struct GatePass;
struct Rating;

struct CeremonyRow {
    Id<Ceremony> id;
    Id<Delivery> delivery_id;
    std::string place;
    Id<User> host_id;
    std::string plan;
    Instant planned_at;
    std::int64_t version{};
};
FORECOURT_STRUCT(CeremonyRow, id, delivery_id, place, host_id, plan, planned_at, version)

struct HandedItemRow {
    Id<HandedItem> id;
    Id<Delivery> delivery_id;
    std::string item;
    std::string title;
    std::int64_t pieces{};
    std::string number;  // of the policy, the key
    Instant handed_at;
    Id<User> handed_by;
};
FORECOURT_STRUCT(HandedItemRow, id, delivery_id, item, title, pieces, number, handed_at, handed_by)

struct GatePassRow {
    Id<GatePass> id;
    Id<Delivery> delivery_id;
    std::string number;
    std::string code;  // in the paper's QR code; nobody guesses it
    Instant issued_at;
    Id<User> issued_by;
    std::optional<Instant> left_at;
    std::optional<Id<User>> let_out_by;
};
FORECOURT_STRUCT(GatePassRow, id, delivery_id, number, code, issued_at, issued_by, left_at, let_out_by)

struct RatingRow {
    Id<Rating> id;
    Id<Delivery> delivery_id;
    std::int64_t score{};
    std::int64_t explained{};
    std::string words;
    Instant rated_at;
};
FORECOURT_STRUCT(RatingRow, id, delivery_id, score, explained, words, rated_at)

// standards/handover_items.json: what goes into the customer's hands.
struct ItemNorm {
    std::string name;
    std::string title;
    std::int64_t pieces{};
};
FORECOURT_STRUCT(ItemNorm, name, title, pieces)
struct ItemNorms {
    std::vector<ItemNorm> items;
};
FORECOURT_STRUCT(ItemNorms, items)

struct PlanCeremony {
    Id<Delivery> delivery_id;
    FilledText place;
    std::optional<Id<User>> host_id;  // who hands over, when not said
    std::string plan;                 // flowers, photo, gift
};
FORECOURT_STRUCT(PlanCeremony, delivery_id, place, host_id, plan)

struct Explain {
    Id<Delivery> delivery_id;
    std::vector<checklists::ItemAnswer> answers;  // of delivery_explanation.json
    FileHash signature;
};
FORECOURT_STRUCT(Explain, delivery_id, answers, signature)

struct ItemCount {
    std::string item;
    std::int64_t pieces{};
    std::string number;
};
FORECOURT_STRUCT(ItemCount, item, pieces, number)
struct HandOverItems {
    Id<Delivery> delivery_id;
    std::vector<ItemCount> items;
    FileHash signature;
};
FORECOURT_STRUCT(HandOverItems, delivery_id, items, signature)

struct IssueGatePass {
    Id<Delivery> delivery_id;
};
FORECOURT_STRUCT(IssueGatePass, delivery_id)
struct GatePassIssued {
    Id<Delivery> delivery_id;
    std::string number;
    std::string code;
};
FORECOURT_STRUCT(GatePassIssued, delivery_id, number, code)

struct LetOut {
    std::string code;  // or the number on the paper
};
FORECOURT_STRUCT(LetOut, code)

struct RateDelivery {
    Id<Delivery> delivery_id;
    std::int64_t score{};
    std::int64_t explained{};
    std::string words;
};
FORECOURT_STRUCT(RateDelivery, delivery_id, score, explained, words)

inline constexpr Refusal delivery_is_stopped{"delivery_is_stopped"};
/// The detail `item` names the one that is missing, counted twice or not on the list.
inline constexpr Refusal items_incomplete{"items_incomplete", RefusalKind::unprocessable};
inline constexpr Refusal items_are_handed_over{"items_are_handed_over"};
inline constexpr Refusal car_is_not_handed_over{"car_is_not_handed_over"};
inline constexpr Refusal items_not_handed_over{"items_not_handed_over"};
inline constexpr Refusal gate_pass_is_there{"gate_pass_is_there"};
inline constexpr Refusal gate_pass_not_found{"gate_pass_not_found", RefusalKind::not_found};
/// The detail `left_at` says when the car went.
inline constexpr Refusal gate_pass_is_used{"gate_pass_is_used"};
inline constexpr Refusal delivery_is_rated{"delivery_is_rated"};
inline constexpr Refusal score_out_of_range{"score_out_of_range", RefusalKind::unprocessable};

}  // namespace forecourt::delivery
