#include <modules/used_cars/photo/photo_rules.h>

#include <algorithm>

namespace forecourt::used_cars {
namespace {

constexpr std::size_t most_of_a_place = 12;

}  // namespace

bool is_needed(PhotoPlace place) {
    switch (place) {
        case PhotoPlace::front:
        case PhotoPlace::rear:
        case PhotoPlace::left_side:
        case PhotoPlace::right_side:
        case PhotoPlace::front_seats:
        case PhotoPlace::dashboard:
            return true;
        case PhotoPlace::rear_seats:
        case PhotoPlace::boot:
        case PhotoPlace::engine_bay:
        case PhotoPlace::defects:
            return false;
    }
    return false;
}

std::vector<PhotoPlace> missing_photos(std::span<const PhotoRow> photos) {
    std::vector<PhotoPlace> missing;
    for (const auto place : photo_places) {
        const bool is_there = std::any_of(photos.begin(), photos.end(),
                                          [&](const PhotoRow& one) { return one.place == place; });
        if (is_needed(place) && !is_there) missing.push_back(place);
    }
    return missing;
}

MaybeRefused may_set_photos(const UsedCarRow& car) {
    if (car.sold_at) return used_car_is_sold;
    return std::nullopt;
}

MaybeRefused check_photos(const UsedCarRow& car, const SetPhotos& in) {
    if (auto no = may_set_photos(car)) return no;
    if (in.photos.size() > most_of_a_place)
        return with(used_photos_too_many, "most", std::to_string(most_of_a_place));
    return std::nullopt;
}

}  // namespace forecourt::used_cars
