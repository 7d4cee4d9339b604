#pragma once
#include <action/context.h>

#include <optional>

namespace forecourt::deals {
struct Deal;
}
namespace forecourt::customers {
struct Customer;
}
namespace forecourt::vehicles {
struct Car;
}

namespace forecourt::delivery {

struct Delivery;

enum class DeliveryState { preparing, delivered, cancelled };
FORECOURT_ENUM(DeliveryState, preparing, delivered, cancelled)

/// What other modules may know of a delivery.
struct DeliveryFacts {
    Id<Delivery> id;
    std::string number;
    DeliveryState state{};
    Id<deals::Deal> deal_id;
    Id<customers::Customer> customer_id;
    Id<vehicles::Car> car_id;
    std::optional<Instant> appointed_at;
    std::optional<Instant> delivered_at;
};
FORECOURT_STRUCT(DeliveryFacts, id, number, state, deal_id, customer_id, car_id, appointed_at, delivered_at)

std::optional<DeliveryFacts> find_delivery_of_deal(db::Connection& db, Id<Store> store, Id<deals::Deal> deal);

// Event for handlers: delivery.car_delivered with the objects delivery, deal, customer, car; its data holds
// delivered_on (date) and mileage_km.

}  // namespace forecourt::delivery
