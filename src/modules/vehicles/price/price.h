#pragma once
#include <modules/vehicles/model/model.h>

namespace forecourt::vehicles {

struct Price;
struct PriceImport;

/// A list price and the days on which it holds, both included; without an end until another begins.
struct PriceRow {
    Id<Price> id;
    Id<Model> model_id;
    Money price;
    Date valid_from;
    std::optional<Date> valid_until;
    std::string reason;
    std::string set_by;
    Instant set_at;
    std::optional<Id<PriceImport>> import_id;
    std::optional<Instant> withdrawn_at;
};
FORECOURT_STRUCT(PriceRow, id, model_id, price, valid_from, valid_until, reason, set_by, set_at, import_id,
                 withdrawn_at)

inline constexpr Refusal price_dates_wrong{"price_dates_wrong", RefusalKind::unprocessable};
/// What a car was offered for on a day that is over is not changed afterwards.
inline constexpr Refusal price_starts_in_the_past{"price_starts_in_the_past", RefusalKind::unprocessable};

/// The price that holds on a day: of those whose days include it the one that began last, then the one set
/// last.
std::optional<Money> price_of_day(const std::vector<PriceRow>& prices, Date day);
MaybeRefused check_price(Money price, Date valid_from, const std::optional<Date>& valid_until, Date today);

std::vector<PriceRow> prices_of_model(db::Connection& db, Id<Store> store, Id<Model> model);
/// Adds a price; the model's own price follows when it holds today. The first time the price there was is
/// kept too.
void insert_price(Tx& tx, const ModelRow& model, const PriceRow& price);
/// The model's own price becomes the one that holds today, which lists and filters go by.
void follow_price_of_day(Tx& tx, Id<Model> model);
/// A timed job: prices that begin or end today.
void follow_prices(Tx& tx);

}  // namespace forecourt::vehicles
