#pragma once
#include <modules/used_cars/photo/photo.h>

#include <span>

namespace forecourt::used_cars {

/// What nobody buys a car without having seen: all around, the seats and the mileage.
bool is_needed(PhotoPlace place);
/// The places that still need a photo.
std::vector<PhotoPlace> missing_photos(std::span<const PhotoRow> photos);

MaybeRefused may_set_photos(const UsedCarRow& car);
MaybeRefused check_photos(const UsedCarRow& car, const SetPhotos& in);

}  // namespace forecourt::used_cars
