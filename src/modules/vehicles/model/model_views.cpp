#include <modules/vehicles/model/model_views.h>

#include <modules/vehicles/model/model_actions.h>
#include <modules/vehicles/model/model_store.h>
#include <modules/vehicles/model/vehicles_model.sql.h>

namespace forecourt::vehicles {
namespace {

Result<Page<ModelListRow>> run_model_list(Context& context, const ModelListIn& in) {
    return list_page<ModelListRow>(context, sql::vehicles_model::list_models, in, "price");
}

Result<ModelRecord> run_model_record(Context& context, const ModelRecordIn& in) {
    const auto model = load_model(context.db(), context.store_id(), in.model_id);
    if (!model) return model_not_found;
    ModelRecord record{.model = *model,
                       .colours = colours_of_model(context.db(), context.store_id(), in.model_id),
                       .options = options_of_model(context.db(), context.store_id(), in.model_id),
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
    return record;
}

Result<ModelComparison> run_compare_models(Context& context, const CompareModelsIn& in) {
    std::vector<Id<Model>> wanted{in.first, in.second};
    if (in.third) wanted.push_back(*in.third);
    ModelComparison comparison;
    for (const auto id : wanted) {
        auto model = load_model(context.db(), context.store_id(), id);
        if (!model) return model_not_found;
        comparison.models.push_back(std::move(*model));
    }
    return comparison;
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

const View<CompareModelsIn, ModelComparison> compare_models{{.name = "vehicles.compare_models",
                                                             .needs = catalogue_read,
                                                             .refuses = {model_not_found},
                                                             .run = run_compare_models}};

}  // namespace forecourt::vehicles
