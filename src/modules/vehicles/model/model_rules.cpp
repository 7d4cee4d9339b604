#include <modules/vehicles/model/model_rules.h>

#include <set>

namespace forecourt::vehicles {

std::string model_name(const AddModel& model) {
    return model.brand.text + " " + model.series.text + " " + std::to_string(model.year) + "款 " +
           model.trim.text;
}

bool engine_fits_fuel(Fuel fuel, std::int64_t displacement_ml) {
    switch (fuel) {
        case Fuel::electric:
            return displacement_ml == 0;
        case Fuel::petrol:
        case Fuel::diesel:
        case Fuel::hybrid:
        case Fuel::plug_in_hybrid:
            return displacement_ml >= 500 && displacement_ml <= 9000;
    }
    return false;
}

MaybeRefused check_model(const AddModel& model, int this_year) {
    if (model.price <= Money{0}) return model_price_not_positive;
    // A new model year is announced months before its first January.
    if (model.year < 1990 || model.year > this_year + 2) return model_year_out_of_range;
    // Passenger cars have at most nine seats; more would be a bus with other taxes.
    if (model.seats < 1 || model.seats > 9) return model_seats_out_of_range;
    if (!engine_fits_fuel(model.fuel, model.displacement_ml)) return engine_does_not_fit_fuel;
    if (model.specs && !trimmed(model.specs->text).starts_with('{')) return specs_not_an_object;
    std::set<std::string> colours;
    for (const auto& colour : model.colours) {
        if (colour.price < Money{0}) return option_price_negative;
        if (!colours.insert(colour.name.text).second) return colour_named_twice;
    }
    std::set<std::string> codes;
    for (const auto& option : model.options) {
        if (option.price < Money{0}) return option_price_negative;
        if (!codes.insert(option.code.text).second) return option_code_taken;
    }
    return std::nullopt;
}

}  // namespace forecourt::vehicles
