#pragma once
#include <modules/deals/quote/deal.h>
#include <modules/vehicles/order/api.h>

#include <span>

namespace forecourt::deals {

// A quote on a model of which no car is free: the maker builds one for it.

struct OrderFromFactory {
    Id<Deal> deal_id;
    std::int64_t version{};
    FilledText colour;
    Date expected_on;
    std::optional<std::string> note;
};
FORECOURT_STRUCT(OrderFromFactory, deal_id, version, colour, expected_on, note)

/// The customer takes another car or none: the ordered one goes on for the stock.
struct GiveUpOrder {
    Id<Deal> deal_id;
    std::int64_t version{};
    FilledText reason;
};
FORECOURT_STRUCT(GiveUpOrder, deal_id, version, reason)

inline constexpr Refusal deal_has_car{"deal_has_car"};
/// The maker builds a car for this deal; the detail `number` names the order.
inline constexpr Refusal deal_has_order{"deal_has_order"};
inline constexpr Refusal deal_has_no_order{"deal_has_no_order"};
/// A car of this model in this colour is free; the detail `vin_tail` names it.
inline constexpr Refusal free_car_is_there{"free_car_is_there"};

MaybeRefused may_order(const Deal& deal, const std::optional<vehicles::OrderOfDeal>& order);
/// The maker is asked only for what does not stand here.
MaybeRefused check_none_free(std::span<const vehicles::CarFacts> free, const std::string& colour);
MaybeRefused may_give_up(const Deal& deal, const std::optional<vehicles::OrderOfDeal>& order);
/// While a car is built for the deal no other is chosen.
MaybeRefused check_choice(const std::optional<vehicles::OrderOfDeal>& order, Id<vehicles::Car> chosen);
/// Whether the car that arrived is still wanted.
bool takes_ordered_car(const Deal& deal, Id<vehicles::Car> arrived);

}  // namespace forecourt::deals
