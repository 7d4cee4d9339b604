#include <db/send.h>
#include <modules/used_cars/car/used_car_store.h>
#include <modules/used_cars/photo/photo_actions.h>
#include <modules/used_cars/photo/photo_rules.h>
#include <modules/used_cars/photo/used_cars_photo.sql.h>
#include <services/files/api.h>

#include <algorithm>

namespace forecourt::used_cars {
namespace {

namespace statements = sql::used_cars_photo;

struct PhotosEvent {
    std::string number;  // of the used car
    PhotoPlace place{};
    std::int64_t count{};
};
FORECOURT_STRUCT(PhotosEvent, number, place, count)

void insert_photo(Tx& tx, Id<UsedCar> car, const PhotoRow& photo) {
    db::send(
        tx.db(), statements::insert_photo,
        db::Params::of(photo, {{"id", tx.new_number()}, {"store_id", tx.store_id()}, {"used_car_id", car}}));
}

// A photo that stays keeps who took it and when.
std::vector<PhotoRow> new_photos(const Tx& tx, const UsedCarNow& now, const SetPhotos& in) {
    std::vector<PhotoRow> photos;
    for (const auto& file : in.photos) {
        const auto before = std::find_if(now.photos.begin(), now.photos.end(), [&](const PhotoRow& one) {
            return one.place == in.place && one.file == file.text;
        });
        PhotoRow photo{
            .place = in.place, .file = file.text, .taken_at = tx.now(), .taken_by = tx.actor().name};
        if (before != now.photos.end()) photo = *before;
        photo.position = static_cast<std::int64_t>(photos.size());
        photos.push_back(std::move(photo));
    }
    return photos;
}

Result<UsedCarChanged> run_set_photos(Tx& tx, const SetPhotos& in) {
    const auto now = load_now(tx.db(), tx.store_id(), in.used_car_id);
    if (!now) return used_car_not_found;
    const auto& car = now->car;
    if (auto no = check_photos(car, in)) return *no;
    for (const auto& file : in.photos) {
        if (!files::file_exists(tx.db(), tx.store_id(), file)) return files::file_not_found;
    }
    db::send(tx.db(), statements::drop_photos,
             {{"store_id", tx.store_id()}, {"used_car_id", car.id}, {"place", in.place}});
    const auto photos = new_photos(tx, *now, in);
    for (const auto& photo : photos) insert_photo(tx, car.id, photo);
    tx.emit("used_cars.photos_set", {{"used_car", car.id}, {"car", car.car_id}},
            PhotosEvent{car.number, in.place, static_cast<std::int64_t>(photos.size())});
    return UsedCarChanged{car.id, car.step, car.version};
}

}  // namespace

const Action<SetPhotos, UsedCarChanged> set_photos{
    {.name = "used_cars.set_photos",
     .needs = reconditioning_write,
     .refuses = {used_car_not_found, used_car_is_sold, used_photos_too_many, files::file_not_found},
     .run = run_set_photos}};

}  // namespace forecourt::used_cars
