#pragma once
#include <action/context.h>

#include <optional>
#include <string>

namespace forecourt::customers {
struct Customer;
}
namespace forecourt::vehicles {
struct Car;
}

/// What other modules may ask of the workshop.
namespace forecourt::workshop {

struct Appointment;
struct Bay;
struct Operation;
struct RepairOrder;
struct OrderLine;
struct Consent;

/// How far a repair order has come. Only the actions move it on, never an edit.
enum class OrderState {
    received,          // the car is here, the plan is being made
    awaiting_consent,  // the customer was asked and has not answered
    approved,          // at least one line may be worked on
    in_work,           // somebody has clocked on
    quality_check,     // all approved work is done
    ready,             // the final check has passed
    settled,           // the bill is made
    handed_back,
    cancelled,
};
FORECOURT_ENUM(OrderState, received, awaiting_consent, approved, in_work, quality_check, ready, settled,
               handed_back, cancelled)

struct OrderFacts {
    Id<RepairOrder> id;
    std::string number;
    OrderState state{};
    Id<customers::Customer> customer_id;
    Id<vehicles::Car> car_id;
    Id<User> advisor_id;
    Instant opened_at;
    Money approved_total;  // what the customer has said yes to
    Money customer_total;  // what the customer pays, 0 before settlement
};
FORECOURT_STRUCT(OrderFacts, id, number, state, customer_id, car_id, advisor_id, opened_at, approved_total,
                 customer_total)

/// Events other modules may wait for, each with the objects repair_order, customer and car:
/// workshop.car_received, workshop.order_settled, workshop.order_handed_back.
std::optional<OrderFacts> find_order(db::Connection& db, Id<Store> store, Id<RepairOrder> id);

/// Whether the car is in the workshop now (between its reception and its return).
bool car_is_in_workshop(db::Connection& db, Id<Store> store, Id<vehicles::Car> car);

}  // namespace forecourt::workshop
