#pragma once
#include <modules/workshop/appointment/appointment.h>

namespace forecourt::workshop {

/// A place that is taken: a bay from start to end, an advisor for the slot in which the car arrives.
struct TakenPlace {
    Instant starts_at;
    Instant ends_at;
    Id<Bay> bay_id;
    Id<User> advisor_id;
};
FORECOURT_STRUCT(TakenPlace, starts_at, ends_at, bay_id, advisor_id)

/// One day of the workshop: its bays, the advisors who receive cars, and what is booked.
struct DayPlan {
    Date day;
    Capacity capacity;
    std::vector<Id<Bay>> bays;
    std::vector<Id<User>> advisors;
    std::vector<TakenPlace> taken;
};

struct FreePlace {
    Id<Bay> bay_id;
    Id<User> advisor_id;
};

/// A bay that is free the whole time and an advisor who receives nobody else in that slot. The bays kept for
/// walk-ins are not given away. Refuses slot_not_offered, slot_is_full, slot_too_far_ahead,
/// appointment_minutes_out_of_range.
struct WantedPlace {
    Instant starts_at;
    std::int64_t minutes{};
    std::optional<Id<User>> advisor_id;
};
Result<FreePlace> find_place(const DayPlan& plan, const WantedPlace& wanted, Instant now);

struct FreeSlot {
    Instant starts_at;
    std::int64_t free{};  // how many could come then
};
FORECOURT_STRUCT(FreeSlot, starts_at, free)
/// Every slot of the day in which a car could still arrive, also the full ones, so that people see the day's
/// shape.
std::vector<FreeSlot> free_slots(const DayPlan& plan, std::int64_t minutes, Instant now);

MaybeRefused may_end(const AppointmentRow& appointment);
/// Half an hour after its time a customer has missed an appointment.
MaybeRefused may_mark_missed(const AppointmentRow& appointment, Instant now);
MaybeRefused may_set(const Capacity& capacity);

}  // namespace forecourt::workshop
