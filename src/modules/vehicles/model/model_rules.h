#pragma once
#include <modules/vehicles/model/model.h>

namespace forecourt::vehicles {

/// What a contract calls the model: "星驰 A5 2026款 1.5T 双离合舒适版".
std::string model_name(const AddModel& model);

/// Whether a model can be in the catalogue at all. `this_year` bounds the model year.
MaybeRefused check_model(const AddModel& model, int this_year);

/// An electric car has no cylinders, every other car has.
bool engine_fits_fuel(Fuel fuel, std::int64_t displacement_ml);

}  // namespace forecourt::vehicles
