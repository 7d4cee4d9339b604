#pragma once
#include <modules/vehicles/api.h>

// Cars that the maker builds for one deal. Apart from ../api.h, because few modules ask for it.

namespace forecourt::vehicles {

struct FactoryOrder;
struct OrderedCar;

/// `ordered`: the maker builds it. `dispatched`: it has a VIN and is on its way. `dropped`: will not be
/// built.
enum class OrderedCarState { ordered, dispatched, dropped };
FORECOURT_ENUM(OrderedCarState, ordered, dispatched, dropped)

struct OrderForDeal {
    Id<deals::Deal> deal_id;
    Id<Model> model_id;
    std::string colour;
    Date expected_on;
    std::string note;
};
struct OrderOfDeal {
    Id<OrderedCar> ordered_car_id;
    Id<FactoryOrder> order_id;
    std::string number;
    std::string colour;
    Date expected_on;
    OrderedCarState state{};
    std::optional<Id<Car>> car_id;  // from its dispatch on
};
FORECOURT_STRUCT(OrderOfDeal, ordered_car_id, order_id, number, colour, expected_on, state, car_id)
inline constexpr Refusal expected_date_is_past{"expected_date_is_past", RefusalKind::unprocessable};
/// An order of one car; what it costs is what the model cost last, until its dispatch says it. Refuses
/// model_not_found, expected_date_is_past.
Result<OrderOfDeal> order_for_deal(Tx& tx, const OrderForDeal& order);
/// The car that is built or was built for a deal; nothing when the maker dropped it.
std::optional<OrderOfDeal> order_of_deal(db::Connection& db, Id<Store> store, Id<deals::Deal> deal);
/// The deal does not want the car any more: it goes on for the stock, and a car that carries the deal is free
/// again. Does nothing without an order.
void give_up_order(Tx& tx, Id<deals::Deal> deal);
/// Damage of the car that is not closed yet.
bool has_open_damage(db::Connection& db, Id<Store> store, Id<Car> car);

}  // namespace forecourt::vehicles
