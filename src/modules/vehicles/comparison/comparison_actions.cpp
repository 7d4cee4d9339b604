#include <db/send.h>
#include <modules/vehicles/comparison/comparison.h>
#include <modules/vehicles/comparison/vehicles_comparison.sql.h>
#include <modules/vehicles/model/model_rules.h>
#include <modules/vehicles/model/model_store.h>

#include <charconv>

namespace forecourt::vehicles {
namespace {

namespace statements = sql::vehicles_comparison;

struct RivalEvent {
    std::string brand;
    std::string name;
    Money price;
};
FORECOURT_STRUCT(RivalEvent, brand, name, price)

std::optional<Rival> load_rival(db::Connection& db, Id<Store> store, Id<Rival> id) {
    return db::first<Rival>(db, statements::find_rival, {{"store_id", store}, {"id", id}});
}

Result<RivalAdded> run_add_rival(Tx& tx, const AddRival& in) {
    if (in.price <= Money{0}) return model_price_not_positive;
    if (in.seats < 1 || in.seats > 9) return model_seats_out_of_range;
    if (in.specs && !trimmed(in.specs->text).starts_with('{')) return specs_not_an_object;
    const db::Params same{
        {"store_id", tx.store_id()}, {"brand", in.brand}, {"name", in.name}, {"year", in.year}};
    if (db::number(tx.db(), statements::count_rivals, same) != 0) return rival_known_already;
    const Rival rival{.id = tx.new_id<Rival>(),
                      .brand = in.brand.text,
                      .name = in.name.text,
                      .year = in.year,
                      .fuel = in.fuel,
                      .gearbox = in.gearbox,
                      .seats = in.seats,
                      .price = in.price,
                      .specs = in.specs.value_or(JsonText{"{}"}),
                      .source = in.source.text,
                      .checked_on = local_date(tx.now())};
    db::send(tx.db(), statements::insert_rival, db::Params::of(rival, {{"store_id", tx.store_id()}}));
    tx.emit("vehicles.rival_added", {{"rival", rival.id}}, RivalEvent{rival.brand, rival.name, rival.price});
    return RivalAdded{rival.id};
}

Result<Nothing> run_check_rival(Tx& tx, const CheckRival& in) {
    auto rival = load_rival(tx.db(), tx.store_id(), in.rival_id);
    if (!rival) return rival_not_found;
    if (in.price <= Money{0}) return model_price_not_positive;
    rival->price = in.price;
    rival->source = in.source.text;
    rival->checked_on = local_date(tx.now());
    rival->version = in.version;
    db::execute_one(tx.db(), statements::update_rival, db::Params::of(*rival, {{"store_id", tx.store_id()}}));
    tx.emit("vehicles.rival_checked", {{"rival", rival->id}},
            RivalEvent{rival->brand, rival->name, rival->price});
    return Nothing{};
}

// What is no number becomes 0, which no record has.
template <class T>
std::vector<Id<T>> ids_in(const std::optional<std::string>& text) {
    std::vector<Id<T>> ids;
    if (!text || text->empty()) return ids;
    std::size_t at = 0;
    for (;;) {
        const auto comma = text->find(',', at);
        const auto end = comma == std::string::npos ? text->size() : comma;
        std::int64_t id = 0;
        const auto read = std::from_chars(text->data() + at, text->data() + end, id);
        ids.push_back({read.ptr == text->data() + end ? id : 0});
        if (comma == std::string::npos) return ids;
        at = comma + 1;
    }
}

Result<ModelComparison> run_compare_models(Context& context, const CompareModelsIn& in) {
    const auto models = ids_in<Model>(in.models);
    const auto rivals = ids_in<Rival>(in.rivals);
    const auto wide = models.size() + rivals.size();
    if (wide < 1 || wide > 4) return comparison_too_wide;
    ModelComparison comparison;
    for (const auto id : models) {
        const auto model = load_model(context.db(), context.store_id(), id);
        if (!model) return model_not_found;
        comparison.cars.push_back({.id = model->id.value,
                                   .is_rival = false,
                                   .brand = model->brand,
                                   .name = model->name,
                                   .year = model->year,
                                   .fuel = model->fuel,
                                   .gearbox = model->gearbox,
                                   .seats = model->seats,
                                   .price = model->price,
                                   .specs = model->specs,
                                   .source = {},
                                   .checked_on = {}});
    }
    for (const auto id : rivals) {
        const auto rival = load_rival(context.db(), context.store_id(), id);
        if (!rival) return rival_not_found;
        comparison.cars.push_back({.id = rival->id.value,
                                   .is_rival = true,
                                   .brand = rival->brand,
                                   .name = rival->brand + " " + rival->name,
                                   .year = rival->year,
                                   .fuel = rival->fuel,
                                   .gearbox = rival->gearbox,
                                   .seats = rival->seats,
                                   .price = rival->price,
                                   .specs = rival->specs,
                                   .source = rival->source,
                                   .checked_on = rival->checked_on});
    }
    return comparison;
}

Result<Rivals> run_rival_list(Context& context, const Nothing&) {
    return Rivals{db::all<Rival>(context.db(), statements::every_rival, {{"store_id", context.store_id()}})};
}

}  // namespace

const Action<AddRival, RivalAdded> add_rival{{.name = "vehicles.add_rival",
                                              .needs = catalogue_write,
                                              .refuses = {model_price_not_positive, model_seats_out_of_range,
                                                          specs_not_an_object, rival_known_already},
                                              .run = run_add_rival}};
const Action<CheckRival, Nothing> check_rival{{.name = "vehicles.check_rival",
                                               .needs = catalogue_write,
                                               .refuses = {rival_not_found, model_price_not_positive},
                                               .run = run_check_rival}};
const View<CompareModelsIn, ModelComparison> compare_models{
    {.name = "vehicles.compare_models",
     .needs = compare_read,
     .refuses = {model_not_found, rival_not_found, comparison_too_wide},
     .run = run_compare_models}};
const View<Nothing, Rivals> rival_list{
    {.name = "vehicles.rival_list", .needs = catalogue_read, .refuses = {}, .run = run_rival_list}};

}  // namespace forecourt::vehicles
