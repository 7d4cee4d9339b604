#include <db/send.h>
#include <modules/vehicles/guide/guide.h>
#include <modules/vehicles/guide/vehicles_guide.sql.h>
#include <modules/vehicles/model/model_store.h>
#include <services/files/api.h>

namespace forecourt::vehicles {
namespace {

namespace statements = sql::vehicles_guide;

struct GuideEvent {
    std::string model_name;
    GuidePoint point{};
};
FORECOURT_STRUCT(GuideEvent, model_name, point)

struct PhotoEvent {
    std::string model_name;
    std::string caption;
};
FORECOURT_STRUCT(PhotoEvent, model_name, caption)

Result<Nothing> run_set_guide_point(Tx& tx, const SetGuidePoint& in) {
    const auto model = load_model(tx.db(), tx.store_id(), in.model_id);
    if (!model) return model_not_found;
    db::send(tx.db(), statements::set_point,
             {{"store_id", tx.store_id()},
              {"model_id", model->id},
              {"point", in.point},
              {"words", in.words},
              {"fits_need", in.fits_need.value_or("")},
              {"set_by", tx.actor().name},
              {"set_at", tx.now()}});
    tx.emit("vehicles.guide_point_set", {{"model", model->id}}, GuideEvent{model->name, in.point});
    return Nothing{};
}

Result<ModelPhotoAdded> run_add_model_photo(Tx& tx, const AddModelPhoto& in) {
    const auto model = load_model(tx.db(), tx.store_id(), in.model_id);
    if (!model) return model_not_found;
    if (!files::file_exists(tx.db(), tx.store_id(), in.photo)) return files::file_not_found;
    const auto id = tx.new_id<Photo>();
    db::send(tx.db(), statements::insert_photo,
             {{"id", id},
              {"store_id", tx.store_id()},
              {"model_id", model->id},
              {"file", in.photo},
              {"caption", in.caption.value_or("")},
              {"added_at", tx.now()}});
    tx.emit("vehicles.model_photo_added", {{"model", model->id}},
            PhotoEvent{model->name, in.caption.value_or("")});
    return ModelPhotoAdded{id};
}

Result<Nothing> run_remove_model_photo(Tx& tx, const RemoveModelPhoto& in) {
    const auto model = load_model(tx.db(), tx.store_id(), in.model_id);
    if (!model) return model_not_found;
    const auto removed = tx.db().execute(
        statements::remove_photo,
        {{"store_id", tx.store_id()}, {"model_id", model->id}, {"id", in.photo_id}, {"now", tx.now()}});
    if (removed == 0) return photo_not_found;
    tx.emit("vehicles.model_photo_removed", {{"model", model->id}}, PhotoEvent{model->name, ""});
    return Nothing{};
}

}  // namespace

std::vector<GuidePointRow> guide_of_model(db::Connection& db, Id<Store> store, Id<Model> model) {
    return db::all<GuidePointRow>(db, statements::guide_of_model, {{"store_id", store}, {"model_id", model}});
}

std::vector<PhotoRow> photos_of_model(db::Connection& db, Id<Store> store, Id<Model> model) {
    return db::all<PhotoRow>(db, statements::photos_of_model, {{"store_id", store}, {"model_id", model}});
}

const Action<SetGuidePoint, Nothing> set_guide_point{{.name = "vehicles.set_guide_point",
                                                      .needs = catalogue_write,
                                                      .refuses = {model_not_found},
                                                      .run = run_set_guide_point}};
const Action<AddModelPhoto, ModelPhotoAdded> add_model_photo{
    {.name = "vehicles.add_model_photo",
     .needs = catalogue_write,
     .refuses = {model_not_found, files::file_not_found},
     .run = run_add_model_photo}};
const Action<RemoveModelPhoto, Nothing> remove_model_photo{{.name = "vehicles.remove_model_photo",
                                                            .needs = catalogue_write,
                                                            .refuses = {model_not_found, photo_not_found},
                                                            .run = run_remove_model_photo}};

}  // namespace forecourt::vehicles
