#include <db/send.h>
#include <modules/vehicles/car/car_rules.h>
#include <modules/vehicles/car/car_store.h>
#include <modules/vehicles/decode/decode.h>
#include <modules/vehicles/decode/vehicles_decode.sql.h>

namespace forecourt::vehicles {
namespace {

namespace statements = sql::vehicles_decode;

struct BrandCount {
    std::string brand;
    std::int64_t cars{};
};
FORECOURT_STRUCT(BrandCount, brand, cars)

std::string pattern_of(const Vin& vin) { return vin.text.substr(0, 8); }

// The brand of our own cars with this maker's code; the end of the range is the next code.
std::string own_brand(const Context& context, const Vin& vin) {
    const std::string wmi = vin.text.substr(0, 3);
    std::string end = wmi;
    ++end.back();
    const auto found =
        db::first<BrandCount>(context.db(), statements::brands_of_maker,
                              {{"store_id", context.store_id()}, {"wmi", wmi}, {"wmi_end", end}});
    return found ? found->brand : "";
}

Result<VinDecoded> run_decode(Context& context, const DecodeVinIn& in) {
    VinDecoded decoded{.vin = in.vin, .vin_doubtful = vin_is_doubtful(in.vin), .maker = {}};
    decoded.maker = maker_of(vin_makers(), in.vin);
    if (!decoded.maker.empty()) {
        decoded.maker_from = VinSource::maker_codes;
    } else {
        decoded.maker = own_brand(context, in.vin);
        if (!decoded.maker.empty()) decoded.maker_from = VinSource::own_cars;
    }
    decoded.model_year = model_year_of(in.vin, parts_of(local_date(context.now())).year);
    decoded.models =
        sorted_by_year(db::all<VinModel>(context.db(), statements::models_of_pattern,
                                         {{"store_id", context.store_id()}, {"pattern", pattern_of(in.vin)}}),
                       decoded.model_year);
    decoded.model_id = model_without_doubt(decoded.models, decoded.model_year);
    if (const auto car = load_car_by_vin(context.db(), context.store_id(), in.vin))
        decoded.known_car_id = car->id;
    return decoded;
}

}  // namespace

void learn_vin(Tx& tx, const Vin& vin, Id<Model> model) {
    db::send(
        tx.db(), statements::learn_pattern,
        {{"store_id", tx.store_id()}, {"pattern", pattern_of(vin)}, {"model_id", model}, {"at", tx.now()}});
}

const View<DecodeVinIn, VinDecoded> decode_vin{
    {.name = "vehicles.decode_vin", .needs = catalogue_read, .refuses = {}, .run = run_decode}};

}  // namespace forecourt::vehicles
