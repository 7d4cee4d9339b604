#include <assets/assets.h>
#include <modules/delivery/farewell/farewell_rules.h>

#include <algorithm>

namespace forecourt::delivery {
namespace {

ItemNorms load_items() {
    const auto* asset = assets::find("standards/handover_items.json");
    ensure(asset != nullptr);
    ItemNorms norms;
    ensure(reflect::from_json(norms, asset->body).empty());
    ensure(!norms.items.empty());
    return norms;
}

bool in_range(std::int64_t score) { return score >= 1 && score <= 5; }

}  // namespace

const ItemNorms& handover_items() {
    static const ItemNorms norms = load_items();
    return norms;
}

MaybeRefused may_celebrate(const DeliveryRow& delivery) {
    if (delivery.state == DeliveryState::cancelled) return delivery_is_stopped;
    if (delivery.state == DeliveryState::delivered) return delivery_is_over;
    return std::nullopt;
}

MaybeRefused may_hand_over_items(const DeliveryRow& delivery, bool handed) {
    if (delivery.state == DeliveryState::cancelled) return delivery_is_stopped;
    if (!delivery.accepted_at) return customer_has_not_accepted;
    if (handed) return items_are_handed_over;
    return std::nullopt;
}

MaybeRefused check_items(const ItemNorms& norms, std::span<const ItemCount> items) {
    const auto count = [&](const std::string& name) {
        return std::count_if(items.begin(), items.end(),
                             [&](const ItemCount& one) { return one.item == name; });
    };
    for (const auto& norm : norms.items) {
        if (count(norm.name) != 1) return with(items_incomplete, "item", norm.title);
    }
    for (const auto& one : items) {
        const bool known = std::any_of(norms.items.begin(), norms.items.end(),
                                       [&](const ItemNorm& norm) { return norm.name == one.item; });
        if (!known || one.pieces < 0) return with(items_incomplete, "item", one.item);
    }
    return std::nullopt;
}

MaybeRefused may_issue_gate_pass(const Situation& now, bool items_handed, bool has_pass) {
    if (now.delivery.state == DeliveryState::cancelled) return delivery_is_stopped;
    if (has_pass) return gate_pass_is_there;
    if (!now.paid_up) return with(deal_is_not_paid, "open", to_text(now.open));
    if (now.delivery.state != DeliveryState::delivered) return car_is_not_handed_over;
    if (!items_handed) return items_not_handed_over;
    return std::nullopt;
}

MaybeRefused may_let_out(const GatePassRow& pass) {
    if (pass.left_at) return with(gate_pass_is_used, "left_at", local_text(*pass.left_at));
    return std::nullopt;
}

MaybeRefused may_rate(const DeliveryRow& delivery, bool rated) {
    if (delivery.state != DeliveryState::delivered) return car_is_not_handed_over;
    if (rated) return delivery_is_rated;
    return std::nullopt;
}

MaybeRefused check_rating(const RateDelivery& in) {
    if (!in_range(in.score) || !in_range(in.explained)) return score_out_of_range;
    return std::nullopt;
}

}  // namespace forecourt::delivery
