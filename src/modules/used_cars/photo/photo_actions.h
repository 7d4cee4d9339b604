#pragma once
#include <modules/used_cars/photo/photo.h>

namespace forecourt::used_cars {

extern const Action<SetPhotos, UsedCarChanged> set_photos;

}  // namespace forecourt::used_cars
