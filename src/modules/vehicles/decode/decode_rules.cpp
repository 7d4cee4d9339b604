#include <assets/assets.h>
#include <modules/vehicles/decode/decode.h>

#include <algorithm>

namespace forecourt::vehicles {
namespace {

// I, O, Q, U, Z and 0 stand for no year.
constexpr std::string_view year_codes = "ABCDEFGHJKLMNPRSTVWXY123456789";
constexpr int first_year = 1980;
constexpr int cycle_years = 30;
static_assert(year_codes.size() == cycle_years);

VinMakers load_makers() {
    const auto* asset = assets::find("standards/vin_makers.json");
    ensure(asset != nullptr);
    VinMakers makers;
    ensure(reflect::from_json(makers, asset->body).empty());
    return makers;
}

}  // namespace

const VinMakers& vin_makers() {
    static const VinMakers makers = load_makers();
    return makers;
}

std::string maker_of(const VinMakers& makers, const Vin& vin) {
    for (const auto& one : makers.makers) {
        if (vin.text.starts_with(one.wmi)) return one.maker;
    }
    return {};
}

std::optional<std::int64_t> model_year_of(const Vin& vin, int this_year) {
    if (vin.text.size() != 17) return std::nullopt;
    const auto at = year_codes.find(vin.text[9]);
    if (at == std::string_view::npos) return std::nullopt;
    // Next year's models are built this year.
    int year = first_year + static_cast<int>(at);
    while (year + cycle_years <= this_year + 1) year += cycle_years;
    return year;
}

std::vector<VinModel> sorted_by_year(std::vector<VinModel> models, std::optional<std::int64_t> year) {
    std::stable_partition(models.begin(), models.end(),
                          [&](const VinModel& model) { return year && model.year == *year; });
    return models;
}

std::optional<Id<Model>> model_without_doubt(std::span<const VinModel> models,
                                             std::optional<std::int64_t> year) {
    if (models.size() == 1) return models.front().model_id;
    const auto fits = [&](const VinModel& model) { return year && model.year == *year; };
    if (std::count_if(models.begin(), models.end(), fits) != 1) return std::nullopt;
    return std::find_if(models.begin(), models.end(), fits)->model_id;
}

}  // namespace forecourt::vehicles
