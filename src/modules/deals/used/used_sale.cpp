#include <modules/deals/quote/deal_rules.h>
#include <modules/deals/quote/deal_store.h>
#include <modules/deals/tax/tax_rules.h>
#include <modules/deals/used/api.h>

namespace forecourt::deals {

SoldCar sold_car_of(db::Connection& db, Id<Store> store, Id<Deal> id) {
    const auto deal = load_deal(db, store, id);
    ensure(deal.has_value());
    const auto vat = car_vat_basis_points(tax_tables(), *deal);
    ensure(vat.ok());  // the quote was computed with it
    return {.used = deal->used, .vat_basis_points = *vat};
}

std::optional<std::int64_t> used_car_vat_basis_points(Date day) {
    const auto rate = used_car_vat_on(tax_tables(), day);
    if (!rate) return std::nullopt;
    return *rate;
}

}  // namespace forecourt::deals
