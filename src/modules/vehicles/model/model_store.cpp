#include <modules/vehicles/model/model_store.h>

#include <db/rows.h>
#include <db/send.h>
#include <modules/vehicles/model/vehicles_model.sql.h>

namespace forecourt::vehicles {

namespace statements = sql::vehicles_model;

std::optional<ModelRow> load_model(db::Connection& db, Id<Store> store, Id<Model> id) {
    return db::first<ModelRow>(db, statements::find_model, {{"store_id", store}, {"id", id}});
}

std::optional<ModelRow> load_model_by_code(db::Connection& db, Id<Store> store, const std::string& code) {
    return db::first<ModelRow>(db, statements::find_model_by_code, {{"store_id", store}, {"code", code}});
}

std::optional<OptionRow> load_option(db::Connection& db, Id<Store> store, Id<ModelOption> id) {
    return db::first<OptionRow>(db, statements::find_option, {{"store_id", store}, {"id", id}});
}

std::vector<OptionRow> options_of_model(db::Connection& db, Id<Store> store, Id<Model> id) {
    return db::all<OptionRow>(db, statements::options_of_model, {{"store_id", store}, {"model_id", id}});
}

std::vector<ColourRow> colours_of_model(db::Connection& db, Id<Store> store, Id<Model> id) {
    return db::all<ColourRow>(db, statements::colours_of_model, {{"store_id", store}, {"model_id", id}});
}

bool model_code_exists(db::Connection& db, Id<Store> store, const std::string& code) {
    return db::number(db, statements::count_models_with_code, {{"store_id", store}, {"code", code}}) != 0;
}

bool option_code_exists(db::Connection& db, Id<Store> store, Id<Model> model, const std::string& code) {
    return db::number(db, statements::count_options_with_code,
                      {{"store_id", store}, {"model_id", model}, {"code", code}}) != 0;
}

void insert_model(Tx& tx, const ModelRow& model) {
    db::send(tx.db(), statements::insert_model, db::Params::of(model, {{"store_id", tx.store_id()}}));
}

void insert_colour(Tx& tx, Id<Model> model, const NewColour& colour) {
    const auto id = tx.new_id<ModelColour>();
    db::send(tx.db(), statements::insert_colour,
             db::Params::of(colour, {{"id", id}, {"store_id", tx.store_id()}, {"model_id", model}}));
}

Id<ModelOption> insert_option(Tx& tx, Id<Model> model, const NewModelOption& option) {
    const auto id = tx.new_id<ModelOption>();
    db::send(tx.db(), statements::insert_option,
             db::Params::of(option, {{"id", id}, {"store_id", tx.store_id()}, {"model_id", model}}));
    return id;
}

void update_model(Tx& tx, const ModelRow& model) {
    db::execute_one(tx.db(), statements::update_model, db::Params::of(model, {{"store_id", tx.store_id()}}));
}

void update_option(Tx& tx, const OptionRow& option) {
    db::execute_one(tx.db(), statements::update_option,
                    db::Params::of(option, {{"store_id", tx.store_id()}}));
}

}  // namespace forecourt::vehicles
