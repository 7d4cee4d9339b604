#pragma once
#include <action/context.h>

#include <optional>
#include <string>
#include <vector>

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

/// Work on a car that the store itself asks for and pays: what an inspection before delivery found. The car
/// belongs to no customer yet, so nobody is asked, told or billed; `customer_id` is whom it is meant for.
struct InternalOrder {
    Id<customers::Customer> customer_id;
    Id<vehicles::Car> car_id;
    ObjectRef source;  // the record that asks: {"delivery", 5}; every event of the order is about it too
    std::string source_number;
    std::string words;
    std::vector<std::string> jobs;  // at least one; each becomes a line
};

struct InternalOpened {
    Id<RepairOrder> order_id;
    std::string number;
    std::vector<Id<OrderLine>> line_ids;  // of the jobs, in their order
};

/// Opens an order with these jobs, or adds them to the one of the same record whose plan can still grow.
/// Gives the event workshop.internal_order_opened.
InternalOpened open_internal_order(Tx& tx, const InternalOrder& in);

struct JobFacts {
    Id<OrderLine> line_id;
    bool done{};
    bool gone{};  // taken out of the plan
};
std::vector<JobFacts> jobs_of_order(db::Connection& db, Id<Store> store, Id<RepairOrder> order);

/// Takes a job out of the plan because it is settled elsewhere, and ends an order that has none left. False
/// when somebody has worked on it.
bool withdraw_job(Tx& tx, Id<OrderLine> line, const std::string& reason);

/// Whether the car is in the workshop now (between its reception and its return).
bool car_is_in_workshop(db::Connection& db, Id<Store> store, Id<vehicles::Car> car);

}  // namespace forecourt::workshop
