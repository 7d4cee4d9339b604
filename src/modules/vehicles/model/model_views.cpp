#include <modules/vehicles/model/model_views.h>

#include <modules/vehicles/model/model_actions.h>
#include <modules/vehicles/model/model_store.h>
#include <modules/vehicles/model/vehicles_model.sql.h>
#include <modules/vehicles/price/price.h>

#include <algorithm>

namespace forecourt::vehicles {
namespace {

Result<Page<ModelListRow>> run_model_list(Context& context, const ModelListIn& in) {
    return list_page<ModelListRow>(context, sql::vehicles_model::list_models, in, "price");
}

// The newest first; the price from before prices had days is left out.
std::vector<ModelPrice> prices_shown(const Context& context, Id<Model> model) {
    const Date today = local_date(context.now());
    const auto prices = prices_of_model(context.db(), context.store_id(), model);
    const auto now = price_of_day(prices, today);
    std::vector<ModelPrice> shown;
    for (auto price = prices.rbegin(); price != prices.rend(); ++price) {
        if (price->withdrawn_at) continue;
        const bool today_too =
            price->valid_from <= today && (!price->valid_until || today <= *price->valid_until);
        const bool first =
            std::none_of(shown.begin(), shown.end(), [](const auto& one) { return one.holds_today; });
        shown.push_back({.price = price->price,
                         .valid_from = price->valid_from,
                         .valid_until = price->valid_until,
                         .reason = price->reason,
                         .set_by = price->set_by,
                         .holds_today = today_too && first && now == price->price});
    }
    return shown;
}

Result<ModelRecord> run_model_record(Context& context, const ModelRecordIn& in) {
    const auto model = load_model(context.db(), context.store_id(), in.model_id);
    if (!model) return model_not_found;
    ModelRecord record{.model = *model,
                       .colours = colours_of_model(context.db(), context.store_id(), in.model_id),
                       .options = options_of_model(context.db(), context.store_id(), in.model_id),
                       .option_rules = rules_of_model(context.db(), context.store_id(), in.model_id),
                       .prices = prices_shown(context, in.model_id),
                       .guide = guide_of_model(context.db(), context.store_id(), in.model_id),
                       .photos = photos_of_model(context.db(), context.store_id(), in.model_id),
                       .in_stock = 0,
                       .in_transit = 0,
                       .allowed_actions = {}};
    for (const auto& stock : stock_by_model(context.db(), context.store_id())) {
        if (stock.model_id != in.model_id) continue;
        record.in_stock = stock.in_stock;
        record.in_transit = stock.in_transit;
    }
    allow(record.allowed_actions, context, set_model_price, std::nullopt);
    allow(record.allowed_actions, context, set_model_offer, std::nullopt);
    allow(record.allowed_actions, context, add_model_option, std::nullopt);
    allow(record.allowed_actions, context, add_option_rule, std::nullopt);
    allow(record.allowed_actions, context, set_guide_point, std::nullopt);
    allow(record.allowed_actions, context, add_model_photo, std::nullopt);
    return record;
}

}  // namespace

const View<ModelListIn, Page<ModelListRow>> model_list{{.name = "vehicles.model_list",
                                                        .needs = catalogue_read,
                                                        .refuses = {cursor_not_understood, sort_not_offered},
                                                        .run = run_model_list}};

const View<ModelRecordIn, ModelRecord> model_record{{.name = "vehicles.model_record",
                                                     .needs = catalogue_read,
                                                     .refuses = {model_not_found},
                                                     .run = run_model_record}};

}  // namespace forecourt::vehicles
