#pragma once
#include <modules/vehicles/model/model.h>

namespace forecourt::vehicles {

std::optional<ModelRow> load_model(db::Connection& db, Id<Store> store, Id<Model> id);
std::optional<ModelRow> load_model_by_code(db::Connection& db, Id<Store> store, const std::string& code);
std::optional<OptionRow> load_option(db::Connection& db, Id<Store> store, Id<ModelOption> id);
std::vector<OptionRow> options_of_model(db::Connection& db, Id<Store> store, Id<Model> id);
std::vector<ColourRow> colours_of_model(db::Connection& db, Id<Store> store, Id<Model> id);
bool model_code_exists(db::Connection& db, Id<Store> store, const std::string& code);
bool option_code_exists(db::Connection& db, Id<Store> store, Id<Model> model, const std::string& code);

void insert_model(Tx& tx, const ModelRow& model);
void insert_colour(Tx& tx, Id<Model> model, const NewColour& colour);
Id<ModelOption> insert_option(Tx& tx, Id<Model> model, const NewModelOption& option);
/// Price and offer. Throws StaleRow when the version is not the stored one.
void update_model(Tx& tx, const ModelRow& model);
void update_option(Tx& tx, const OptionRow& option);

}  // namespace forecourt::vehicles
