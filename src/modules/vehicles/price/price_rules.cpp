#include <modules/vehicles/price/price.h>

#include <tuple>

namespace forecourt::vehicles {

std::optional<Money> price_of_day(const std::vector<PriceRow>& prices, Date day) {
    const PriceRow* best = nullptr;
    for (const auto& one : prices) {
        if (one.withdrawn_at || one.valid_from > day || (one.valid_until && *one.valid_until < day)) continue;
        const auto rank = [](const PriceRow& row) { return std::tuple(row.valid_from, row.set_at, row.id); };
        if (best == nullptr || rank(*best) < rank(one)) best = &one;
    }
    if (best == nullptr) return std::nullopt;
    return best->price;
}

MaybeRefused check_price(Money price, Date valid_from, const std::optional<Date>& valid_until, Date today) {
    if (price <= Money{0}) return model_price_not_positive;
    if (valid_from < today) return price_starts_in_the_past;
    if (valid_until && *valid_until < valid_from) return price_dates_wrong;
    return std::nullopt;
}

}  // namespace forecourt::vehicles
