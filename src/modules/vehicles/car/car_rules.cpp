#include <modules/vehicles/car/car_rules.h>
#include <modules/vehicles/used/api.h>

namespace forecourt::vehicles {

MaybeRefused may_lock(const CarRow& car, Id<deals::Deal> deal) {
    if (car.removed_at || car.leaves_by_transfer_id) return car_not_available;
    switch (car.state) {
        case CarState::in_transit:
        case CarState::in_stock:
            // Built for a deal, it is nobody else's before it is locked either.
            if (car.deal_id && car.deal_id != deal) return car_not_available;
            return std::nullopt;
        case CarState::locked:
            if (car.deal_id == deal) return std::nullopt;
            return car_not_available;
        case CarState::sold:
        case CarState::demo:
        case CarState::customer:
            return car_not_available;
    }
    return car_not_available;
}

MaybeRefused may_sell(const CarRow& car) {
    if (car.removed_at || car.leaves_by_transfer_id) return car_not_available;
    if (car.state != CarState::locked && car.state != CarState::in_stock) return car_not_available;
    if (!car.arrived_at) return car_not_available;
    return std::nullopt;
}

MaybeRefused may_take_used(const CarRow& known) {
    switch (known.state) {
        case CarState::sold:
        case CarState::customer:
            return std::nullopt;
        case CarState::in_transit:
        case CarState::in_stock:
        case CarState::locked:
        case CarState::demo:
            return car_is_ours_already;
    }
    return car_is_ours_already;
}

MaybeRefused may_accept_arrival(const CarRow& car) {
    if (car.removed_at) return car_has_left;
    if (car.arrived_at) return car_has_arrived;
    if (car.state != CarState::in_transit && car.state != CarState::locked) return car_not_in_house;
    return std::nullopt;
}

MaybeRefused may_move(const CarRow& car) {
    if (car.removed_at) return car_has_left;
    const bool ours =
        car.state == CarState::in_stock || car.state == CarState::locked || car.state == CarState::demo;
    if (!ours || !car.arrived_at) return car_not_in_house;
    return std::nullopt;
}

MaybeRefused may_make_demo(const CarRow& car) {
    if (car.removed_at) return car_has_left;
    if (car.leaves_by_transfer_id) return car_goes_to_another_store;
    if (car.state != CarState::in_stock || car.deal_id) return car_not_in_stock;
    return std::nullopt;
}

MaybeRefused may_end_demo(const CarRow& car) {
    if (car.state != CarState::demo) return car_is_not_demo;
    return std::nullopt;
}

MaybeRefused check_mileage(std::int64_t last_km, std::int64_t new_km) {
    if (new_km < 0 || new_km > 2'000'000) return mileage_out_of_range;
    if (new_km < last_km) return with(mileage_goes_backwards, "last_km", std::to_string(last_km));
    return std::nullopt;
}

MaybeRefused check_key_count(std::int64_t keys) {
    if (keys < 0 || keys > 6) return key_count_out_of_range;
    return std::nullopt;
}

MaybeRefused check_arrival(const AcceptArrival& arrival) {
    if (arrival.keys) {
        if (auto no = check_key_count(*arrival.keys)) return no;
    }
    if (arrival.damage && !trimmed(*arrival.damage).empty() && arrival.photos.empty()) {
        return arrival_damage_needs_photo;
    }
    return std::nullopt;
}

CarState state_when_released(const CarRow& car) {
    return car.arrived_at ? CarState::in_stock : CarState::in_transit;
}

bool vin_is_doubtful(const Vin& vin) { return !vin.check_digit_matches(); }

std::string vin_tail(const Vin& vin) {
    return vin.text.size() > 6 ? vin.text.substr(vin.text.size() - 6) : vin.text;
}

}  // namespace forecourt::vehicles
