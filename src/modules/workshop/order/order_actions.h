#pragma once
#include <action/action.h>
#include <modules/workshop/line/line_actions.h>
#include <services/checklists/api.h>

namespace forecourt::workshop {

struct ReceiveCar {
    Id<customers::Customer> customer_id;
    Id<vehicles::Car> car_id;
    std::int64_t mileage_km{};
    std::int64_t fuel_percent{};  // tank or battery
    FilledText words;             // the fault or wish in the customer's own words
    Instant promised_at;
    std::optional<FileHash> signature;
    std::vector<FileHash> photos;
    std::vector<OutlineMark> marks;
    std::optional<Id<Appointment>> appointment_id;
    std::optional<std::string> belongings;
    std::optional<std::string> sent_in_by;  // when it is not the owner
    std::optional<bool> wants_old_parts;
    std::optional<RepairClass> repair_class;
    std::optional<Id<User>> advisor_id;  // without it: who receives the car
};
FORECOURT_STRUCT(ReceiveCar, customer_id, car_id, mileage_km, fuel_percent, words, promised_at, signature,
                 photos, marks, appointment_id, belongings, sent_in_by, wants_old_parts, repair_class,
                 advisor_id)
struct CarReceived {
    Id<RepairOrder> order_id;
    std::string number;
};
FORECOURT_STRUCT(CarReceived, order_id, number)

struct RecordWalkRound {
    Id<RepairOrder> order_id;
    std::vector<checklists::ItemAnswer> answers;
};
FORECOURT_STRUCT(RecordWalkRound, order_id, answers)
struct WalkRoundRecorded {
    std::int64_t faults{};
};
FORECOURT_STRUCT(WalkRoundRecorded, faults)

struct ChangePromise {
    Id<RepairOrder> order_id;
    std::int64_t version{};
    Instant promised_at;
    FilledText reason;
};
FORECOURT_STRUCT(ChangePromise, order_id, version, promised_at, reason)

struct SetRepairClass {
    Id<RepairOrder> order_id;
    std::int64_t version{};
    RepairClass repair_class{};
};
FORECOURT_STRUCT(SetRepairClass, order_id, version, repair_class)

struct OrderAtVersion {
    Id<RepairOrder> order_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(OrderAtVersion, order_id, version)

struct CancelOrder {
    Id<RepairOrder> order_id;
    std::int64_t version{};
    FilledText reason;
};
FORECOURT_STRUCT(CancelOrder, order_id, version, reason)

struct OrderMoved {
    OrderState state{};
    std::int64_t version{};
};
FORECOURT_STRUCT(OrderMoved, state, version)

extern const Action<ReceiveCar, CarReceived> receive_car;
extern const Action<RecordWalkRound, WalkRoundRecorded> record_walk_round;
extern const Action<ChangePromise, OrderMoved> change_promise;
extern const Action<SetRepairClass, OrderMoved> set_repair_class;
extern const Action<OrderAtVersion, OrderMoved> record_wash;
extern const Action<CancelOrder, OrderMoved> cancel_order;

}  // namespace forecourt::workshop
