#include <modules/showroom/display/display.h>

namespace forecourt::showroom {

MaybeRefused check_place(std::int64_t x, std::int64_t y) {
    if (x < 0 || x > 1000 || y < 0 || y > 1000) return position_outside_plan;
    return std::nullopt;
}

MaybeRefused may_display(const Position& position) {
    if (position.car_id) return position_is_taken;
    return std::nullopt;
}

MaybeRefused may_check(const Position& position) {
    if (!position.car_id) return position_is_empty;
    return std::nullopt;
}

MaybeRefused may_remove(const Position& position) {
    if (position.car_id) return position_is_taken;
    return std::nullopt;
}

}  // namespace forecourt::showroom
