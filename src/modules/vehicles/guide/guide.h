#pragma once
#include <action/action.h>
#include <modules/vehicles/model/model.h>

namespace forecourt::vehicles {

struct Photo;

/// What is said at one of the six points, and which customer it is for.
struct GuidePointRow {
    GuidePoint point{};
    std::string words;
    std::string fits_need;
    std::string set_by;
    Instant set_at;
};
FORECOURT_STRUCT(GuidePointRow, point, words, fits_need, set_by, set_at)

struct SetGuidePoint {
    Id<Model> model_id;
    GuidePoint point{};
    FilledText words;
    std::optional<std::string> fits_need;
};
FORECOURT_STRUCT(SetGuidePoint, model_id, point, words, fits_need)

struct PhotoRow {
    Id<Photo> id;
    FileHash file;
    std::string caption;
};
FORECOURT_STRUCT(PhotoRow, id, file, caption)

struct AddModelPhoto {
    Id<Model> model_id;
    FileHash photo;
    std::optional<std::string> caption;
};
FORECOURT_STRUCT(AddModelPhoto, model_id, photo, caption)

struct ModelPhotoAdded {
    Id<Photo> id;
};
FORECOURT_STRUCT(ModelPhotoAdded, id)

struct RemoveModelPhoto {
    Id<Model> model_id;
    Id<Photo> photo_id;
};
FORECOURT_STRUCT(RemoveModelPhoto, model_id, photo_id)

inline constexpr Refusal photo_not_found{"photo_not_found", RefusalKind::not_found};

std::vector<GuidePointRow> guide_of_model(db::Connection& db, Id<Store> store, Id<Model> model);
std::vector<PhotoRow> photos_of_model(db::Connection& db, Id<Store> store, Id<Model> model);

extern const Action<SetGuidePoint, Nothing> set_guide_point;
extern const Action<AddModelPhoto, ModelPhotoAdded> add_model_photo;
extern const Action<RemoveModelPhoto, Nothing> remove_model_photo;

}  // namespace forecourt::vehicles
