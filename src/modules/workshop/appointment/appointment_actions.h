#pragma once
#include <action/action.h>
#include <modules/workshop/appointment/appointment.h>

namespace forecourt::workshop {

inline constexpr Right appointment_write{"workshop.appointment_write"};
inline constexpr Right appointment_read{"workshop.appointment_read"};
inline constexpr Right slots_read{"workshop.slots_read"};
inline constexpr Right capacity_write{"workshop.capacity_write"};

struct BookAppointment {
    std::optional<Id<customers::Customer>> customer_id;  // of a customer acting by link: always the own one
    Id<vehicles::Car> car_id;
    Instant starts_at;
    std::optional<std::int64_t> minutes;  // 60 without it
    FilledText words;
    std::optional<Id<User>> advisor_id;
};
FORECOURT_STRUCT(BookAppointment, customer_id, car_id, starts_at, minutes, words, advisor_id)
struct AppointmentBooked {
    Id<Appointment> appointment_id;
    std::string number;
    Instant starts_at;
    std::string advisor_name;
};
FORECOURT_STRUCT(AppointmentBooked, appointment_id, number, starts_at, advisor_name)

struct MoveAppointment {
    Id<Appointment> appointment_id;
    std::int64_t version{};
    Instant starts_at;
};
FORECOURT_STRUCT(MoveAppointment, appointment_id, version, starts_at)

struct EndAppointment {
    Id<Appointment> appointment_id;
    std::int64_t version{};
    std::optional<std::string> reason;
};
FORECOURT_STRUCT(EndAppointment, appointment_id, version, reason)

struct AddBay {
    FilledText name;
    BayKind kind{};
};
FORECOURT_STRUCT(AddBay, name, kind)
struct BayAdded {
    Id<Bay> bay_id;
};
FORECOURT_STRUCT(BayAdded, bay_id)
struct CloseBay {
    Id<Bay> bay_id;
};
FORECOURT_STRUCT(CloseBay, bay_id)

/// Whoever did not come on an earlier day, and was not marked, has missed the appointment. A timed job.
void miss_appointments_of_earlier_days(Tx& tx);

extern const Action<BookAppointment, AppointmentBooked> book_appointment;
extern const Action<MoveAppointment, AppointmentBooked> move_appointment;
extern const Action<EndAppointment, Nothing> cancel_appointment;
extern const Action<EndAppointment, Nothing> mark_appointment_missed;
extern const Action<Capacity, Nothing> set_capacity;
extern const Action<AddBay, BayAdded> add_bay;
extern const Action<CloseBay, Nothing> close_bay;

}  // namespace forecourt::workshop
