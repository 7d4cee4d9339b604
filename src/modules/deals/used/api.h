#pragma once
#include <modules/deals/api.h>

// What delivery and the trade in used cars need of a deal. Apart from ../api.h, because few modules ask for
// it.

namespace forecourt::deals {

/// The car that a deal sells, as the tax office sees it.
struct SoldCar {
    bool used{};
    std::int64_t vat_basis_points{};  // in the car's price, on the day of the purchase
};
/// Ensures that there is such a deal.
SoldCar sold_car_of(db::Connection& db, Id<Store> store, Id<Deal> id);

/// The old car that was taken in payment, as it was appraised.
struct TradeInFacts {
    Vin vin;
    std::string plate;
    std::string model_text;
    Date first_registered;
    std::int64_t mileage_km{};
    std::string condition;
    Money market_price;
    Money repair_estimate;
    Money offered;
};
FORECOURT_STRUCT(TradeInFacts, vin, plate, model_text, first_registered, mileage_km, condition, market_price,
                 repair_estimate, offered)
/// Nothing when no old car is in the deal, or when its price was written in without an appraisal.
std::optional<TradeInFacts> trade_in_of(db::Connection& db, Id<Store> store, Id<Deal> id);

/// The VAT rate of a dealer's used cars on a day, in basis points; nothing when no table covers it.
std::optional<std::int64_t> used_car_vat_basis_points(Date day);

}  // namespace forecourt::deals
