#pragma once
#include <core/checked_text.h>
#include <modules/delivery/api.h>
#include <modules/workshop/api.h>
#include <services/checklists/api.h>

namespace forecourt::delivery {

struct Fault;

struct DeliveryRow {
    Id<Delivery> id;
    std::string number;
    DeliveryState state{};
    Id<deals::Deal> deal_id;
    Id<customers::Customer> customer_id;
    Id<vehicles::Car> car_id;
    Instant created_at;
    std::optional<Instant> inspected_at;
    std::optional<Instant> prepared_at;
    std::optional<Instant> appointed_at;
    std::optional<Instant> accepted_at;
    std::string acceptance_signature;
    std::optional<Instant> delivered_at;
    std::optional<Id<User>> delivered_by;
    std::int64_t mileage_km{};
    std::int64_t version{};
};
FORECOURT_STRUCT(DeliveryRow, id, number, state, deal_id, customer_id, car_id, created_at, inspected_at,
                 prepared_at, appointed_at, accepted_at, acceptance_signature, delivered_at, delivered_by,
                 mileage_km, version)

struct FaultRow {
    Id<Fault> id;
    Id<Delivery> delivery_id;
    std::string checklist;
    std::string item;
    std::string words;
    Instant found_at;
    Id<User> found_by;
    std::optional<Instant> mended_at;
    std::optional<Id<User>> mended_by;
    std::string how;
    std::optional<Id<workshop::RepairOrder>> order_id;  // that mends it, with its line
    std::optional<Id<workshop::OrderLine>> line_id;
    bool mended_in_workshop{};
};
FORECOURT_STRUCT(FaultRow, id, delivery_id, checklist, item, words, found_at, found_by, mended_at, mended_by,
                 how, order_id, line_id, mended_in_workshop)

struct RecordInspection {
    Id<Delivery> delivery_id;
    std::vector<checklists::ItemAnswer> answers;  // of standards/checklists/pre_delivery_inspection.json
    std::int64_t version{};
};
FORECOURT_STRUCT(RecordInspection, delivery_id, answers, version)

struct MendFault {
    Id<Fault> fault_id;
    FilledText how;
};
FORECOURT_STRUCT(MendFault, fault_id, how)

struct Prepare {
    Id<Delivery> delivery_id;
    std::vector<checklists::ItemAnswer> answers;  // of delivery_preparation.json
    std::int64_t version{};
};
FORECOURT_STRUCT(Prepare, delivery_id, answers, version)

struct Appoint {
    Id<Delivery> delivery_id;
    Instant appointed_at;
    std::int64_t version{};
};
FORECOURT_STRUCT(Appoint, delivery_id, appointed_at, version)

struct Accept {
    Id<Delivery> delivery_id;
    std::vector<checklists::ItemAnswer>
        answers;  // of delivery_acceptance.json, gone through with the customer
    FileHash signature;
    std::int64_t version{};
};
FORECOURT_STRUCT(Accept, delivery_id, answers, signature, version)

struct DeliverCar {
    Id<Delivery> delivery_id;
    std::int64_t mileage_km{};
    std::optional<Plate> plate;  // when it is registered already
    std::int64_t version{};
};
FORECOURT_STRUCT(DeliverCar, delivery_id, mileage_km, plate, version)

struct DeliveryAnswer {
    Id<Delivery> delivery_id;
    DeliveryState state{};
    int open_faults{};
    std::int64_t version{};
};
FORECOURT_STRUCT(DeliveryAnswer, delivery_id, state, open_faults, version)

inline constexpr Refusal delivery_not_found{"delivery_not_found", RefusalKind::not_found};
inline constexpr Refusal fault_not_found{"fault_not_found", RefusalKind::not_found};
inline constexpr Refusal fault_is_mended{"fault_is_mended"};
/// Somebody in the workshop has begun with it: it is mended when the line of the repair order is done.
inline constexpr Refusal fault_is_in_work{"fault_is_in_work"};
inline constexpr Refusal delivery_is_over{"delivery_is_over"};
inline constexpr Refusal car_is_not_inspected{"car_is_not_inspected"};
inline constexpr Refusal faults_are_open{"faults_are_open"};
inline constexpr Refusal preparation_is_incomplete{"preparation_is_incomplete"};
inline constexpr Refusal delivery_is_not_prepared{"delivery_is_not_prepared"};
inline constexpr Refusal appointment_is_past{"appointment_is_past", RefusalKind::unprocessable};
inline constexpr Refusal customer_has_not_accepted{"customer_has_not_accepted"};
/// What the contract promised to fit; the detail `count` says how many.
inline constexpr Refusal fittings_are_open{"fittings_are_open"};
/// The detail `open` says how much neither the customer nor a lender has paid.
inline constexpr Refusal deal_is_not_paid{"deal_is_not_paid"};
/// The contract has us insure the car, and there is no policy yet: a car without compulsory insurance may not
/// be on the road (Regulation on Compulsory Traffic Accident Liability Insurance, article 2). The detail
/// `expected_on` says when it is expected.
inline constexpr Refusal car_is_not_insured{"car_is_not_insured"};
inline constexpr Refusal signature_not_found{"signature_not_found", RefusalKind::unprocessable};
inline constexpr Refusal delivery_mileage_out_of_range{"delivery_mileage_out_of_range",
                                                       RefusalKind::unprocessable};

}  // namespace forecourt::delivery
