#pragma once
#include <modules/workshop/order/order.h>

namespace forecourt::workshop {

enum class AppointmentState { booked, arrived, cancelled, missed };
FORECOURT_ENUM(AppointmentState, booked, arrived, cancelled, missed)

enum class BayKind { mechanical, quick, body, paint, wash, inspection };
FORECOURT_ENUM(BayKind, mechanical, quick, body, paint, wash, inspection)

struct AppointmentRow {
    Id<Appointment> id;
    std::string number;
    AppointmentState state{};
    Id<customers::Customer> customer_id;
    Id<vehicles::Car> car_id;
    Instant starts_at;
    Instant ends_at;
    Id<Bay> bay_id;
    Id<User> advisor_id;
    std::string words;
    Instant booked_at;
    Id<User> booked_by;
    bool by_customer{};
    std::optional<Instant> ended_at;
    std::string end_reason;
    std::int64_t version{};
};
FORECOURT_STRUCT(AppointmentRow, id, number, state, customer_id, car_id, starts_at, ends_at, bay_id,
                 advisor_id, words, booked_at, booked_by, by_customer, ended_at, end_reason, version)

/// What the workshop offers in a day.
struct Capacity {
    std::int64_t opens_minute = 8 * 60 + 30;
    std::int64_t closes_minute = 17 * 60 + 30;
    std::int64_t slot_minutes = 30;
    std::int64_t walk_in_bays = 1;  // kept free for those who come without asking
    std::int64_t days_ahead = 30;
};
FORECOURT_STRUCT(Capacity, opens_minute, closes_minute, slot_minutes, walk_in_bays, days_ahead)

inline constexpr Refusal appointment_not_found{"appointment_not_found", RefusalKind::not_found};
inline constexpr Refusal appointment_is_over{"appointment_is_over"};
inline constexpr Refusal slot_not_offered{"slot_not_offered"};
inline constexpr Refusal slot_is_full{"slot_is_full"};
inline constexpr Refusal slot_too_far_ahead{"slot_too_far_ahead"};
inline constexpr Refusal appointment_minutes_out_of_range{"appointment_minutes_out_of_range",
                                                          RefusalKind::unprocessable};
inline constexpr Refusal appointment_not_missed_yet{"appointment_not_missed_yet"};
inline constexpr Refusal car_has_appointment{"car_has_appointment"};
inline constexpr Refusal capacity_not_valid{"capacity_not_valid", RefusalKind::unprocessable};
inline constexpr Refusal bay_name_taken{"bay_name_taken"};
inline constexpr Refusal bay_not_found{"bay_not_found", RefusalKind::not_found};

}  // namespace forecourt::workshop
