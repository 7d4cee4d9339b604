#include <modules/vehicles/order/order.h>

namespace forecourt::vehicles {

MaybeRefused check_order(const PlaceOrder& in, Date today) {
    if (in.lines.empty()) return order_has_no_cars;
    for (const auto& line : in.lines) {
        if (line.cars < 1 || line.cars > 100) return order_count_out_of_range;
        if (line.cost < Money{0}) return car_cost_negative;
    }
    if (in.expected_on < today) return expected_date_is_past;
    return std::nullopt;
}

MaybeRefused may_change_ordered(const OrderedCarRow& car) {
    switch (car.state) {
        case OrderedCarState::ordered:
            return std::nullopt;
        case OrderedCarState::dispatched:
        case OrderedCarState::dropped:
            return ordered_car_is_settled;
    }
    return ordered_car_is_settled;
}

MaybeRefused check_dispatch(const OrderedCarRow& car, const DispatchOrderedCar& in) {
    const Money cost = in.cost.value_or(car.cost);
    if (cost < Money{0}) return car_cost_negative;
    if (car.deal_id && cost == Money{0}) return car_cost_missing;
    return std::nullopt;
}

}  // namespace forecourt::vehicles
