#include <modules/workshop/appointment/appointment_rules.h>

#include <algorithm>

namespace forecourt::workshop {
namespace {

bool meets(const TakenPlace& taken, Instant starts_at, Instant ends_at) {
    return taken.starts_at < ends_at && starts_at < taken.ends_at;
}

std::vector<Id<Bay>> free_bays(const DayPlan& plan, Instant starts_at, Instant ends_at) {
    std::vector<Id<Bay>> free;
    for (const auto bay : plan.bays) {
        const bool taken = std::any_of(plan.taken.begin(), plan.taken.end(), [&](const auto& place) {
            return place.bay_id == bay && meets(place, starts_at, ends_at);
        });
        if (!taken) free.push_back(bay);
    }
    // Those who come without asking find a bay too.
    const auto kept =
        std::min<std::size_t>(free.size(), static_cast<std::size_t>(plan.capacity.walk_in_bays));
    free.resize(free.size() - kept);
    return free;
}

std::vector<Id<User>> free_advisors(const DayPlan& plan, Instant starts_at) {
    const Instant slot_end = starts_at + minutes(plan.capacity.slot_minutes);
    std::vector<Id<User>> free;
    for (const auto advisor : plan.advisors) {
        const bool taken = std::any_of(plan.taken.begin(), plan.taken.end(), [&](const auto& place) {
            return place.advisor_id == advisor && starts_at <= place.starts_at && place.starts_at < slot_end;
        });
        if (!taken) free.push_back(advisor);
    }
    // Who receives the fewest cars that day comes first.
    const auto load = [&](Id<User> advisor) {
        return std::count_if(plan.taken.begin(), plan.taken.end(),
                             [&](const auto& place) { return place.advisor_id == advisor; });
    };
    std::stable_sort(free.begin(), free.end(), [&](auto a, auto b) { return load(a) < load(b); });
    return free;
}

Instant minute_of(const DayPlan& plan, std::int64_t minute) {
    return local_instant(plan.day) + minutes(minute);
}

}  // namespace

Result<FreePlace> find_place(const DayPlan& plan, const WantedPlace& wanted, Instant now) {
    if (wanted.minutes < 15 || wanted.minutes > 8 * 60) return appointment_minutes_out_of_range;
    const Instant opens = minute_of(plan, plan.capacity.opens_minute);
    const Instant closes = minute_of(plan, plan.capacity.closes_minute);
    const Instant ends_at = wanted.starts_at + minutes(wanted.minutes);
    const bool on_grid = (wanted.starts_at - opens).ms % minutes(plan.capacity.slot_minutes).ms == 0;
    if (wanted.starts_at < opens || ends_at > closes || wanted.starts_at <= now || !on_grid)
        return slot_not_offered;
    if (plan.day > local_date(now) + static_cast<int>(plan.capacity.days_ahead)) {
        return with(slot_too_far_ahead, "days", std::to_string(plan.capacity.days_ahead));
    }
    const auto bays = free_bays(plan, wanted.starts_at, ends_at);
    auto advisors = free_advisors(plan, wanted.starts_at);
    if (wanted.advisor_id) {
        std::erase_if(advisors, [&](auto advisor) { return advisor != *wanted.advisor_id; });
    }
    if (bays.empty() || advisors.empty()) return slot_is_full;
    return FreePlace{.bay_id = bays.front(), .advisor_id = advisors.front()};
}

std::vector<FreeSlot> free_slots(const DayPlan& plan, std::int64_t duration_minutes, Instant now) {
    std::vector<FreeSlot> slots;
    if (plan.day > local_date(now) + static_cast<int>(plan.capacity.days_ahead)) return slots;
    const Instant closes = minute_of(plan, plan.capacity.closes_minute);
    for (Instant at = minute_of(plan, plan.capacity.opens_minute); at + minutes(duration_minutes) <= closes;
         at = at + minutes(plan.capacity.slot_minutes)) {
        if (at <= now) continue;
        const auto bays = free_bays(plan, at, at + minutes(duration_minutes)).size();
        const auto advisors = free_advisors(plan, at).size();
        slots.push_back({.starts_at = at, .free = static_cast<std::int64_t>(std::min(bays, advisors))});
    }
    return slots;
}

MaybeRefused may_end(const AppointmentRow& appointment) {
    if (appointment.state != AppointmentState::booked) return appointment_is_over;
    return std::nullopt;
}

MaybeRefused may_mark_missed(const AppointmentRow& appointment, Instant now) {
    if (const auto no = may_end(appointment)) return no;
    if (now < appointment.starts_at + minutes(30)) return appointment_not_missed_yet;
    return std::nullopt;
}

MaybeRefused may_set(const Capacity& capacity) {
    const bool valid = capacity.opens_minute >= 0 && capacity.closes_minute <= 24 * 60 &&
                       capacity.opens_minute < capacity.closes_minute && capacity.slot_minutes >= 5 &&
                       capacity.slot_minutes <= 240 && capacity.walk_in_bays >= 0 &&
                       capacity.days_ahead >= 1 && capacity.days_ahead <= 365;
    if (!valid) return capacity_not_valid;
    return std::nullopt;
}

}  // namespace forecourt::workshop
