#pragma once
#include <core/checked_text.h>
#include <modules/customers/api.h>
#include <modules/vehicles/api.h>
#include <modules/workshop/api.h>

namespace forecourt::workshop {

/// What kind of repair it is: the promised guarantee depends on it.
enum class RepairClass {
    minor_repair,
    first_service,
    second_service,
    special_repair,
    assembly_repair,
    whole_repair
};
FORECOURT_ENUM(RepairClass, minor_repair, first_service, second_service, special_repair, assembly_repair,
               whole_repair)

enum class OutlineSide { left, right, top };
FORECOURT_ENUM(OutlineSide, left, right, top)

enum class DamageKind { scratch, dent, crack, missing, paint };
FORECOURT_ENUM(DamageKind, scratch, dent, crack, missing, paint)

/// What the walk-round found on the outside, as a mark on the car's outline; x and y in thousandths of the
/// view from its upper left.
struct OutlineMark {
    OutlineSide view{};
    std::int64_t x{};
    std::int64_t y{};
    DamageKind kind{};
    std::optional<FileHash> photo;
    std::optional<std::string> note;
};
FORECOURT_STRUCT(OutlineMark, view, x, y, kind, photo, note)

/// A repair order as it is stored, from the car's arrival to its return.
struct OrderRow {
    Id<RepairOrder> id;
    std::string number;
    OrderState state{};
    std::optional<Id<Appointment>> appointment_id;
    Id<customers::Customer> customer_id;
    Id<vehicles::Car> car_id;
    Id<User> advisor_id;
    RepairClass repair_class{};
    std::int64_t mileage_km{};
    std::int64_t fuel_percent{};
    std::string words;  // the fault in the customer's own words
    std::string belongings;
    std::string sent_in_by;
    JsonText marks;   // what the walk-round marked on the car's outline
    JsonText photos;  // file hashes
    std::string signature;
    bool wants_old_parts{};
    Instant opened_at;
    Id<User> opened_by;
    Instant first_promised_at;
    Instant promised_at;
    Money planned_total;   // of all lines that are not declined or removed
    Money approved_total;  // of those the customer said yes to
    Money customer_total;  // of the settlement
    std::optional<Instant> started_at;
    std::int64_t quality_round{};
    std::int64_t checks_passed{};  // of this round: none, self, peer, final
    std::optional<Instant> passed_at;
    std::optional<Id<User>> passed_by;
    std::string certificate_number;
    std::optional<Instant> washed_at;
    std::optional<Instant> settled_at;
    std::optional<Instant> handed_back_at;
    std::optional<std::int64_t> mileage_out_km;
    std::optional<Instant> cancelled_at;
    std::optional<Instant> delay_warned_at;
    std::string
        source_type;  // the record of another module the store itself ordered the work for; else empty
    std::int64_t source_id{};
    std::string source_number;
    std::int64_t version{};
};
FORECOURT_STRUCT(OrderRow, id, number, state, appointment_id, customer_id, car_id, advisor_id, repair_class,
                 mileage_km, fuel_percent, words, belongings, sent_in_by, marks, photos, signature,
                 wants_old_parts, opened_at, opened_by, first_promised_at, promised_at, planned_total,
                 approved_total, customer_total, started_at, quality_round, checks_passed, passed_at,
                 passed_by, certificate_number, washed_at, settled_at, handed_back_at, mileage_out_km,
                 cancelled_at, delay_warned_at, source_type, source_id, source_number, version)

inline constexpr Refusal order_not_found{"order_not_found", RefusalKind::not_found};
inline constexpr Refusal car_is_in_workshop_already{"car_is_in_workshop_already"};
inline constexpr Refusal car_is_not_the_customers{"car_is_not_the_customers"};
inline constexpr Refusal promise_in_the_past{"promise_in_the_past", RefusalKind::unprocessable};
inline constexpr Refusal fuel_percent_out_of_range{"fuel_percent_out_of_range", RefusalKind::unprocessable};
inline constexpr Refusal mark_beside_the_car{"mark_beside_the_car", RefusalKind::unprocessable};
inline constexpr Refusal order_is_past_work{"order_is_past_work"};
inline constexpr Refusal order_is_over{"order_is_over"};
inline constexpr Refusal order_has_work{"order_has_work"};
inline constexpr Refusal work_not_done{"work_not_done"};

}  // namespace forecourt::workshop
