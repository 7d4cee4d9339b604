#include <db/send.h>
#include <modules/vehicles/model/model_store.h>
#include <modules/vehicles/price/price.h>
#include <modules/vehicles/price/vehicles_price.sql.h>

namespace forecourt::vehicles {
namespace {

namespace statements = sql::vehicles_price;

struct ModelId {
    Id<Model> id;
};
FORECOURT_STRUCT(ModelId, id)

}  // namespace

std::vector<PriceRow> prices_of_model(db::Connection& db, Id<Store> store, Id<Model> model) {
    return db::all<PriceRow>(db, statements::prices_of_model, {{"store_id", store}, {"model_id", model}});
}

void insert_price(Tx& tx, const ModelRow& model, const PriceRow& price) {
    if (prices_of_model(tx.db(), tx.store_id(), model.id).empty()) {
        const PriceRow before{.id = tx.new_id<Price>(),
                              .model_id = model.id,
                              .price = model.price,
                              .valid_from = *parse_date("2000-01-01"),
                              .valid_until = {},
                              .reason = {},
                              .set_by = {},
                              .set_at = {},
                              .import_id = {},
                              .withdrawn_at = {}};
        db::send(tx.db(), statements::insert_price, db::Params::of(before, {{"store_id", tx.store_id()}}));
    }
    db::send(tx.db(), statements::insert_price, db::Params::of(price, {{"store_id", tx.store_id()}}));
    follow_price_of_day(tx, model.id);
}

void follow_price_of_day(Tx& tx, Id<Model> model) {
    const auto prices = prices_of_model(tx.db(), tx.store_id(), model);
    const auto price = price_of_day(prices, local_date(tx.now()));
    if (!price) return;
    db::send(tx.db(), statements::follow_price,
             {{"store_id", tx.store_id()}, {"id", model}, {"price", *price}});
}

void follow_prices(Tx& tx) {
    for (const auto& model :
         db::all<ModelId>(tx.db(), statements::models_off_price,
                          {{"store_id", tx.store_id()}, {"today", local_date(tx.now())}})) {
        follow_price_of_day(tx, model.id);
    }
}

std::optional<Money> price_on(db::Connection& db, Id<Store> store, Id<Model> model, Date day) {
    if (const auto price = price_of_day(prices_of_model(db, store, model), day)) return price;
    const auto row = load_model(db, store, model);
    if (!row) return std::nullopt;
    return row->price;
}

}  // namespace forecourt::vehicles
