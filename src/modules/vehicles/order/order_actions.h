#pragma once
#include <action/view.h>
#include <modules/vehicles/order/order.h>

namespace forecourt::vehicles {

extern const Action<PlaceOrder, OrderPlaced> place_order;
extern const Action<PostponeOrderedCar, Nothing> postpone_ordered_car;
extern const Action<DispatchOrderedCar, CarAdded> dispatch_ordered_car;
extern const Action<DropOrderedCar, Nothing> drop_ordered_car;

struct OrderListIn {
    std::optional<bool> open_only;
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;  // -placed_at (default), placed_at
};
FORECOURT_STRUCT(OrderListIn, open_only, limit, after, sort)

struct OrderListRow {
    Id<FactoryOrder> id;
    std::string number;
    std::string note;
    Instant placed_at;
    std::string placed_by;
    std::int64_t cars{};
    std::int64_t waiting{};
    std::optional<Date> next_expected_on;
};
FORECOURT_STRUCT(OrderListRow, id, number, note, placed_at, placed_by, cars, waiting, next_expected_on)

struct OrderIn {
    Id<FactoryOrder> order_id;
};
FORECOURT_STRUCT(OrderIn, order_id)

struct OrderedCarLine {
    Id<OrderedCar> id;
    std::int64_t position{};
    Id<Model> model_id;
    std::string model_name;
    std::string colour;
    std::optional<Money> cost;
    Date expected_on;
    bool late{};
    OrderedCarState state{};
    std::optional<Id<Car>> car_id;
    std::string drop_reason;
    std::optional<Id<deals::Deal>> deal_id;
    std::int64_t version{};
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(OrderedCarLine, id, position, model_id, model_name, colour, cost, expected_on, late, state,
                 car_id, drop_reason, deal_id, version, allowed_actions)

struct OrderRecord {
    OrderRow order;
    std::vector<OrderedCarLine> cars;
};
FORECOURT_STRUCT(OrderRecord, order, cars)

struct OrderedCarListIn {
    std::optional<Id<Model>> model_id;
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;  // expected_on
};
FORECOURT_STRUCT(OrderedCarListIn, model_id, limit, after, sort)

struct OrderedCarListRow {
    Id<OrderedCar> id;
    Id<FactoryOrder> order_id;
    std::string order_number;
    Id<Model> model_id;
    std::string model_name;
    std::string colour;
    Date expected_on;
    std::optional<Id<deals::Deal>> deal_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(OrderedCarListRow, id, order_id, order_number, model_id, model_name, colour, expected_on,
                 deal_id, version)

extern const View<OrderListIn, Page<OrderListRow>> order_list;
extern const View<OrderIn, OrderRecord> order_record;
extern const View<OrderedCarListIn, Page<OrderedCarListRow>> ordered_car_list;

}  // namespace forecourt::vehicles
