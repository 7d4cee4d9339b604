#include <modules/vehicles/model/model_actions.h>

#include <modules/vehicles/model/model_rules.h>
#include <modules/vehicles/model/model_store.h>
#include <modules/vehicles/price/price.h>

namespace forecourt::vehicles {
namespace {

struct ModelEvent {
    std::string model_name;
    Money price;
};
FORECOURT_STRUCT(ModelEvent, model_name, price)

struct PriceEvent {
    std::string model_name;
    Money price_before;
    Money price;
    std::string reason;
    Date valid_from;
};
FORECOURT_STRUCT(PriceEvent, model_name, price_before, price, reason, valid_from)

struct OptionEvent {
    std::string option_name;
    Money price;
};
FORECOURT_STRUCT(OptionEvent, option_name, price)

Result<ModelAdded> run_add_model(Tx& tx, const AddModel& in) {
    if (auto no = check_model(in, parts_of(local_date(tx.now())).year)) return *no;
    if (model_code_exists(tx.db(), tx.store_id(), in.code.text)) return model_code_taken;
    const ModelRow model{.id = tx.new_id<Model>(),
                         .code = in.code.text,
                         .brand = in.brand.text,
                         .series = in.series.text,
                         .trim = in.trim.text,
                         .name = model_name(in),
                         .year = in.year,
                         .fuel = in.fuel,
                         .gearbox = in.gearbox,
                         .displacement_ml = in.displacement_ml,
                         .seats = in.seats,
                         .price = in.price,
                         .specs = in.specs.value_or(JsonText{"{}"}),
                         .on_offer = true,
                         .version = 1};
    insert_model(tx, model);
    for (const auto& colour : in.colours) insert_colour(tx, model.id, colour);
    for (const auto& option : in.options) insert_option(tx, model.id, option);
    tx.emit("vehicles.model_added", {{"model", model.id}}, ModelEvent{model.name, model.price});
    return ModelAdded{model.id, model.name};
}

Result<Nothing> run_set_model_price(Tx& tx, const SetModelPrice& in) {
    auto model = load_model(tx.db(), tx.store_id(), in.model_id);
    if (!model) return model_not_found;
    const Date today = local_date(tx.now());
    const Date valid_from = in.valid_from.value_or(today);
    if (auto no = check_price(in.price, valid_from, in.valid_until, today)) return *no;
    const Money before = price_on(tx.db(), tx.store_id(), model->id, valid_from).value_or(model->price);
    model->version = in.version;
    update_model(tx, *model);
    insert_price(tx, *model,
                 {.id = tx.new_id<Price>(),
                  .model_id = model->id,
                  .price = in.price,
                  .valid_from = valid_from,
                  .valid_until = in.valid_until,
                  .reason = in.reason.text,
                  .set_by = tx.actor().name,
                  .set_at = tx.now(),
                  .import_id = {},
                  .withdrawn_at = {}});
    tx.emit("vehicles.model_price_changed", {{"model", model->id}},
            PriceEvent{model->name, before, in.price, in.reason.text, valid_from});
    return Nothing{};
}

Result<Nothing> run_set_model_offer(Tx& tx, const SetModelOffer& in) {
    auto model = load_model(tx.db(), tx.store_id(), in.model_id);
    if (!model) return model_not_found;
    model->on_offer = in.on_offer;
    model->version = in.version;
    update_model(tx, *model);
    const ModelEvent data{model->name, model->price};
    if (in.on_offer) {
        tx.emit("vehicles.model_offered", {{"model", model->id}}, data);
    } else {
        tx.emit("vehicles.model_withdrawn", {{"model", model->id}}, data);
    }
    return Nothing{};
}

Result<OptionAdded> run_add_model_option(Tx& tx, const AddModelOption& in) {
    if (!load_model(tx.db(), tx.store_id(), in.model_id)) return model_not_found;
    if (in.price < Money{0}) return option_price_negative;
    if (option_code_exists(tx.db(), tx.store_id(), in.model_id, in.code.text)) return option_code_taken;
    const auto id = insert_option(tx, in.model_id, {.code = in.code, .name = in.name, .price = in.price});
    tx.emit("vehicles.option_added", {{"model", in.model_id}}, OptionEvent{in.name.text, in.price});
    return OptionAdded{id};
}

Result<Nothing> run_change_model_option(Tx& tx, const ChangeModelOption& in) {
    auto option = load_option(tx.db(), tx.store_id(), in.option_id);
    if (!option) return option_not_found;
    if (in.price < Money{0}) return option_price_negative;
    option->price = in.price;
    option->on_offer = in.on_offer;
    option->version = in.version;
    update_option(tx, *option);
    tx.emit("vehicles.option_changed", {{"model", option->model_id}},
            OptionEvent{option->name, option->price});
    return Nothing{};
}

}  // namespace

const Action<AddModel, ModelAdded> add_model{
    {.name = "vehicles.add_model",
     .needs = catalogue_write,
     .refuses = {model_price_not_positive, model_year_out_of_range, model_seats_out_of_range,
                 engine_does_not_fit_fuel, specs_not_an_object, option_price_negative, colour_named_twice,
                 option_code_taken, model_code_taken},
     .run = run_add_model}};

const Action<SetModelPrice, Nothing> set_model_price{
    {.name = "vehicles.set_model_price",
     .needs = catalogue_write,
     .refuses = {model_not_found, model_price_not_positive, price_starts_in_the_past, price_dates_wrong},
     .run = run_set_model_price}};

const Action<SetModelOffer, Nothing> set_model_offer{{.name = "vehicles.set_model_offer",
                                                      .needs = catalogue_write,
                                                      .refuses = {model_not_found},
                                                      .run = run_set_model_offer}};

const Action<AddModelOption, OptionAdded> add_model_option{
    {.name = "vehicles.add_model_option",
     .needs = catalogue_write,
     .refuses = {model_not_found, option_price_negative, option_code_taken},
     .run = run_add_model_option}};

const Action<ChangeModelOption, Nothing> change_model_option{
    {.name = "vehicles.change_model_option",
     .needs = catalogue_write,
     .refuses = {option_not_found, option_price_negative},
     .run = run_change_model_option}};

}  // namespace forecourt::vehicles
