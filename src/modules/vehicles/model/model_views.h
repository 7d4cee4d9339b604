#pragma once
#include <action/view.h>
#include <modules/vehicles/choice/choice.h>
#include <modules/vehicles/guide/guide.h>
#include <modules/vehicles/model/model.h>

namespace forecourt::vehicles {

struct ModelListIn {
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
    std::optional<std::string> series;
    std::optional<Fuel> fuel;
    std::optional<Gearbox> gearbox;
    std::optional<bool> on_offer;
};
FORECOURT_STRUCT(ModelListIn, limit, after, sort, series, fuel, gearbox, on_offer)

struct ModelListRow {
    Id<Model> id;
    std::string code;
    std::string brand;
    std::string series;
    std::string trim;
    std::string name;
    std::int64_t year{};
    Fuel fuel{};
    Gearbox gearbox{};
    std::int64_t displacement_ml{};
    std::int64_t seats{};
    Money price;
    bool on_offer{};
    std::int64_t in_stock{};
    std::int64_t in_transit{};
};
FORECOURT_STRUCT(ModelListRow, id, code, brand, series, trim, name, year, fuel, gearbox, displacement_ml,
                 seats, price, on_offer, in_stock, in_transit)

struct ModelRecordIn {
    Id<Model> model_id;
};
FORECOURT_STRUCT(ModelRecordIn, model_id)

struct ModelPrice {
    Money price;
    Date valid_from;
    std::optional<Date> valid_until;
    std::string reason;
    std::string set_by;
    bool holds_today{};
};
FORECOURT_STRUCT(ModelPrice, price, valid_from, valid_until, reason, set_by, holds_today)

struct ModelRecord {
    ModelRow model;
    std::vector<ColourRow> colours;
    std::vector<OptionRow> options;
    std::vector<OptionRule> option_rules;
    std::vector<ModelPrice> prices;
    std::vector<GuidePointRow> guide;
    std::vector<PhotoRow> photos;
    std::int64_t in_stock{};
    std::int64_t in_transit{};
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(ModelRecord, model, colours, options, option_rules, prices, guide, photos, in_stock,
                 in_transit, allowed_actions)

extern const View<ModelListIn, Page<ModelListRow>> model_list;
extern const View<ModelRecordIn, ModelRecord> model_record;

}  // namespace forecourt::vehicles
