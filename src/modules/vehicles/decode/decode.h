#pragma once
#include <action/view.h>
#include <modules/vehicles/model/model.h>

#include <span>

namespace forecourt::vehicles {

/// Where something about a VIN is known from: the maker's code is everybody's, the pattern is what this
/// store's own cars have shown.
enum class VinSource { nothing, maker_codes, own_cars };
FORECOURT_ENUM(VinSource, nothing, maker_codes, own_cars)

/// A model that cars with the same first eight characters had.
struct VinModel {
    Id<Model> model_id;
    std::string model_name;
    std::string brand;
    std::string series;
    std::string trim;
    std::int64_t year{};
    Fuel fuel{};
    Gearbox gearbox{};
    std::int64_t displacement_ml{};
    std::int64_t seats{};
    Money price;
    bool on_offer{};
    std::int64_t cars{};  // how many said so
};
FORECOURT_STRUCT(VinModel, model_id, model_name, brand, series, trim, year, fuel, gearbox, displacement_ml,
                 seats, price, on_offer, cars)

struct DecodeVinIn {
    Vin vin;
};
FORECOURT_STRUCT(DecodeVinIn, vin)

struct VinDecoded {
    Vin vin;
    bool vin_doubtful{};  // an imported car's VIN that misses its check digit
    std::string maker;
    VinSource maker_from{};
    std::optional<std::int64_t> model_year;  // of its tenth character
    std::vector<VinModel> models;            // those of the model year first
    std::optional<Id<Model>> model_id;       // when there is no doubt which
    std::optional<Id<Car>> known_car_id;     // a car with this VIN that we know
};
FORECOURT_STRUCT(VinDecoded, vin, vin_doubtful, maker, maker_from, model_year, models, model_id, known_car_id)

// The table of standards/vin_makers.json.
struct VinMaker {
    std::string wmi;
    std::string maker;
};
FORECOURT_STRUCT(VinMaker, wmi, maker)
struct VinMakers {
    std::vector<VinMaker> makers;
};
FORECOURT_STRUCT(VinMakers, makers)
const VinMakers& vin_makers();
std::string maker_of(const VinMakers& makers, const Vin& vin);

/// The model year that the tenth character stands for, GB 16735: the code repeats after thirty years, so it
/// is the latest one that can have been built. Nothing for a character that stands for no year.
std::optional<std::int64_t> model_year_of(const Vin& vin, int this_year);
/// Those of the model year first, each group as it came.
std::vector<VinModel> sorted_by_year(std::vector<VinModel> models, std::optional<std::int64_t> year);
/// The only one there is, or the only one of the model year.
std::optional<Id<Model>> model_without_doubt(std::span<const VinModel> models,
                                             std::optional<std::int64_t> year);

/// A car of a model with this VIN: the store knows its pattern from now on.
void learn_vin(Tx& tx, const Vin& vin, Id<Model> model);

extern const View<DecodeVinIn, VinDecoded> decode_vin;

}  // namespace forecourt::vehicles
