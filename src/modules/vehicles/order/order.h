#pragma once
#include <modules/vehicles/car/car.h>
#include <modules/vehicles/order/api.h>

namespace forecourt::vehicles {

struct OrderRow {
    Id<FactoryOrder> id;
    std::string number;
    std::string note;
    Instant placed_at;
    std::string placed_by;
    std::int64_t cars{};
    std::int64_t waiting{};  // without a VIN yet
    std::int64_t version{};
};
FORECOURT_STRUCT(OrderRow, id, number, note, placed_at, placed_by, cars, waiting, version)

struct OrderedCarRow {
    Id<OrderedCar> id;
    Id<FactoryOrder> order_id;
    std::int64_t position{};
    Id<Model> model_id;
    std::string model_name;
    std::string colour;
    Money cost;
    Date expected_on;
    OrderedCarState state{};
    std::optional<Id<Car>> car_id;
    std::string drop_reason;
    std::optional<Id<deals::Deal>> deal_id;  // whom it is built for
    std::int64_t version{};
};
FORECOURT_STRUCT(OrderedCarRow, id, order_id, position, model_id, model_name, colour, cost, expected_on,
                 state, car_id, drop_reason, deal_id, version)

struct OrderLine {
    Id<Model> model_id;
    FilledText colour;
    std::int64_t cars{};
    Money cost;  // of each
};
FORECOURT_STRUCT(OrderLine, model_id, colour, cars, cost)

struct PlaceOrder {
    std::vector<OrderLine> lines;
    Date expected_on;
    std::optional<std::string> note;
};
FORECOURT_STRUCT(PlaceOrder, lines, expected_on, note)

struct OrderPlaced {
    Id<FactoryOrder> id;
    std::string number;
    std::int64_t cars{};
};
FORECOURT_STRUCT(OrderPlaced, id, number, cars)

/// The maker names another day.
struct PostponeOrderedCar {
    Id<OrderedCar> ordered_car_id;
    Date expected_on;
    FilledText reason;
    std::int64_t version{};
};
FORECOURT_STRUCT(PostponeOrderedCar, ordered_car_id, expected_on, reason, version)

/// The maker's dispatch note gives the VIN: from here on it is a car of ours, on its way.
struct DispatchOrderedCar {
    Id<OrderedCar> ordered_car_id;
    Vin vin;
    std::optional<Date> expected_on;
    std::optional<Money> cost;  // as the maker's invoice says
    std::int64_t version{};
};
FORECOURT_STRUCT(DispatchOrderedCar, ordered_car_id, vin, expected_on, cost, version)

struct DropOrderedCar {
    Id<OrderedCar> ordered_car_id;
    FilledText reason;
    std::int64_t version{};
};
FORECOURT_STRUCT(DropOrderedCar, ordered_car_id, reason, version)

inline constexpr Refusal factory_order_not_found{"factory_order_not_found", RefusalKind::not_found};
inline constexpr Refusal ordered_car_not_found{"ordered_car_not_found", RefusalKind::not_found};
inline constexpr Refusal order_has_no_cars{"order_has_no_cars", RefusalKind::unprocessable};
/// More than a hundred cars in one line: a slip of the finger.
inline constexpr Refusal order_count_out_of_range{"order_count_out_of_range", RefusalKind::unprocessable};
/// Ordered for a deal of a model that we never bought: somebody must say what it costs.
inline constexpr Refusal car_cost_missing{"car_cost_missing", RefusalKind::unprocessable};
inline constexpr Refusal ordered_car_is_settled{"ordered_car_is_settled"};

MaybeRefused check_order(const PlaceOrder& in, Date today);
MaybeRefused may_change_ordered(const OrderedCarRow& car);
MaybeRefused check_dispatch(const OrderedCarRow& car, const DispatchOrderedCar& in);

}  // namespace forecourt::vehicles
