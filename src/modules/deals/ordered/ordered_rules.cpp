#include <modules/deals/ordered/ordered.h>
#include <modules/deals/quote/deal_rules.h>

namespace forecourt::deals {

MaybeRefused may_order(const Deal& deal, const std::optional<vehicles::OrderOfDeal>& order) {
    if (auto no = may_choose_car(deal)) return no;
    if (order) return with(deal_has_order, "number", order->number);
    if (deal.car_id) return deal_has_car;
    return std::nullopt;
}

MaybeRefused check_none_free(std::span<const vehicles::CarFacts> free, const std::string& colour) {
    for (const auto& car : free) {
        if (car.colour != colour) continue;
        const auto& vin = car.vin.text;
        return with(free_car_is_there, "vin_tail", vin.size() > 6 ? vin.substr(vin.size() - 6) : vin);
    }
    return std::nullopt;
}

MaybeRefused may_give_up(const Deal& deal, const std::optional<vehicles::OrderOfDeal>& order) {
    if (!order) return deal_has_no_order;
    return may_change_quote(deal);
}

MaybeRefused check_choice(const std::optional<vehicles::OrderOfDeal>& order, Id<vehicles::Car> chosen) {
    if (order && order->car_id != chosen) return with(deal_has_order, "number", order->number);
    return std::nullopt;
}

bool takes_ordered_car(const Deal& deal, Id<vehicles::Car> arrived) {
    switch (deal.state) {
        case DealState::draft:
        case DealState::awaiting_approval:
        case DealState::offered:
        case DealState::contract_drafted:
        case DealState::contract_signed:
            return !deal.car_id || deal.car_id == arrived;
        case DealState::delivered:
        case DealState::cancelled:
            return false;
    }
    return false;
}

}  // namespace forecourt::deals
