#pragma once
#include <modules/workshop/appointment/appointment_rules.h>

namespace forecourt::workshop {

Capacity capacity_of(db::Connection& db, Id<Store> store);
DayPlan day_plan(db::Connection& db, Id<Store> store, Date day);
std::optional<AppointmentRow> find_appointment(db::Connection& db, Id<Store> store, Id<Appointment> id);
void save_appointment(Tx& tx, AppointmentRow& appointment);

/// Who missed an appointment is called. For when they booked anew, or came.
void forget_missed_call(Tx& tx, Id<vehicles::Car> car);
inline constexpr std::string_view missed_call = "task.workshop.call_missed";

/// The car of a booking has come: refuses appointment_not_found (also when it is for another car) and
/// appointment_is_over.
MaybeRefused appointment_arrives(Tx& tx, Id<Appointment> id, Id<vehicles::Car> car);

}  // namespace forecourt::workshop
