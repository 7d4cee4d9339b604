#pragma once
#include <action/action.h>
#include <modules/vehicles/used/api.h>

namespace forecourt::vehicles {

struct ModelColour;

inline constexpr Right catalogue_read{"vehicles.catalogue_read"};
inline constexpr Right catalogue_write{"vehicles.catalogue_write"};

/// A model as it is stored: one trim of one series and year.
struct ModelRow {
    Id<Model> id;
    std::string code;  // the maker's order code
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
    JsonText specs;
    bool on_offer{};
    std::int64_t version{};
};
FORECOURT_STRUCT(ModelRow, id, code, brand, series, trim, name, year, fuel, gearbox, displacement_ml, seats,
                 price, specs, on_offer, version)

struct OptionRow {
    Id<ModelOption> id;
    Id<Model> model_id;
    std::string code;
    std::string name;
    Money price;
    bool on_offer{};
    std::int64_t version{};
};
FORECOURT_STRUCT(OptionRow, id, model_id, code, name, price, on_offer, version)

struct ColourRow {
    Id<ModelColour> id;
    std::string name;
    std::string hex;
    Money price;
};
FORECOURT_STRUCT(ColourRow, id, name, hex, price)

struct NewColour {
    FilledText name;
    std::string hex;  // "#1b3a5c"
    Money price;      // what this colour costs more
};
FORECOURT_STRUCT(NewColour, name, hex, price)

struct NewModelOption {
    FilledText code;
    FilledText name;
    Money price;
};
FORECOURT_STRUCT(NewModelOption, code, name, price)

struct AddModel {
    FilledText code;
    FilledText brand;
    FilledText series;
    FilledText trim;
    std::int64_t year{};
    Fuel fuel{};
    Gearbox gearbox{};
    std::int64_t displacement_ml{};
    std::int64_t seats{};
    Money price;
    std::optional<JsonText> specs;
    std::vector<NewColour> colours;
    std::vector<NewModelOption> options;
};
FORECOURT_STRUCT(AddModel, code, brand, series, trim, year, fuel, gearbox, displacement_ml, seats, price,
                 specs, colours, options)

struct ModelAdded {
    Id<Model> id;
    std::string name;
};
FORECOURT_STRUCT(ModelAdded, id, name)

/// From today when no day is said, until another price begins when no end is.
struct SetModelPrice {
    Id<Model> model_id;
    Money price;
    FilledText reason;
    std::optional<Date> valid_from;
    std::optional<Date> valid_until;
    std::int64_t version{};
};
FORECOURT_STRUCT(SetModelPrice, model_id, price, reason, valid_from, valid_until, version)

/// Takes a model off the offer or puts it back.
struct SetModelOffer {
    Id<Model> model_id;
    bool on_offer{};
    std::int64_t version{};
};
FORECOURT_STRUCT(SetModelOffer, model_id, on_offer, version)

struct AddModelOption {
    Id<Model> model_id;
    FilledText code;
    FilledText name;
    Money price;
};
FORECOURT_STRUCT(AddModelOption, model_id, code, name, price)

struct OptionAdded {
    Id<ModelOption> id;
};
FORECOURT_STRUCT(OptionAdded, id)

struct ChangeModelOption {
    Id<ModelOption> option_id;
    Money price;
    bool on_offer{};
    std::int64_t version{};
};
FORECOURT_STRUCT(ChangeModelOption, option_id, price, on_offer, version)

inline constexpr Refusal model_code_taken{"model_code_taken"};
inline constexpr Refusal specs_not_an_object{"specs_not_an_object", RefusalKind::unprocessable};
inline constexpr Refusal option_code_taken{"option_code_taken"};
inline constexpr Refusal option_price_negative{"option_price_negative", RefusalKind::unprocessable};
inline constexpr Refusal colour_named_twice{"colour_named_twice", RefusalKind::unprocessable};

}  // namespace forecourt::vehicles
