#pragma once
#include <modules/used_cars/car/used_car.h>

namespace forecourt::used_cars {

/// What is seen on a photo, in the order in which an advertisement shows them.
enum class PhotoPlace {
    front,
    rear,
    left_side,
    right_side,
    front_seats,
    rear_seats,
    dashboard,  // with the mileage it shows
    boot,
    engine_bay,
    defects,
};
FORECOURT_ENUM(PhotoPlace, front, rear, left_side, right_side, front_seats, rear_seats, dashboard, boot,
               engine_bay, defects)

inline constexpr PhotoPlace photo_places[] = {
    PhotoPlace::front,       PhotoPlace::rear,       PhotoPlace::left_side, PhotoPlace::right_side,
    PhotoPlace::front_seats, PhotoPlace::rear_seats, PhotoPlace::dashboard, PhotoPlace::boot,
    PhotoPlace::engine_bay,  PhotoPlace::defects};

struct PhotoRow {
    PhotoPlace place{};
    std::int64_t position{};
    std::string file;
    Instant taken_at;
    std::string taken_by;
};
FORECOURT_STRUCT(PhotoRow, place, position, file, taken_at, taken_by)

/// The photos of a place from now on; none takes them away.
struct SetPhotos {
    Id<UsedCar> used_car_id;
    PhotoPlace place{};
    std::vector<FileHash> photos;
};
FORECOURT_STRUCT(SetPhotos, used_car_id, place, photos)

/// More than one place can hold; the detail `most` says how many it does.
inline constexpr Refusal used_photos_too_many{"used_photos_too_many", RefusalKind::unprocessable};

}  // namespace forecourt::used_cars
