#include <modules/showroom/test_drive/test_drive_rules.h>

#include <algorithm>

namespace forecourt::showroom {
namespace {

// A walk-in drives at once, and filling in the form takes a few minutes.
constexpr Duration late_entry = minutes(10);

Refused taken_until(const Refusal& refusal, const TakenTime& other) {
    return with(refusal, "from", local_text(other.starts_at)).with("until", local_text(other.ends_at));
}

bool is_free(Id<User> consultant, const TimeSpan& time, std::span<const TakenTime> taken) {
    for (const auto& other : taken) {
        if (other.consultant_id == consultant && overlap(time, {other.starts_at, other.ends_at}))
            return false;
    }
    return true;
}

}  // namespace

bool overlap(const TimeSpan& a, const TimeSpan& b) { return a.from < b.until && b.from < a.until; }

Duration time_of(TestDriveRoute route) {
    switch (route) {
        case TestDriveRoute::city:
            return minutes(30);
        case TestDriveRoute::motorway:
            return minutes(45);
        case TestDriveRoute::mixed:
            return minutes(60);
    }
    return minutes(60);
}

MaybeRefused check_route_time(const TimeSpan& time, TestDriveRoute route) {
    if (time.until - time.from >= time_of(route)) return std::nullopt;
    return with(drive_too_short_for_route, "minutes", std::to_string(time_of(route).ms / 60'000));
}

MaybeRefused check_return(const FinishTestDrive& back) {
    if (!trimmed(back.damage).empty() && back.photos.empty()) return return_damage_needs_photo;
    return std::nullopt;
}

bool touches_motorway(TestDriveRoute route) { return route != TestDriveRoute::city; }

MaybeRefused check_time(const TimeSpan& time, const OpeningHours& open, Instant now) {
    const Duration length = time.until - time.from;
    if (length < shortest_drive || length > longest_drive) return drive_time_wrong;
    if (time.from < now - late_entry) return drive_in_the_past;
    const Date day = local_date(time.from);
    const Instant opens = local_instant(day) + minutes(open.opens_minute);
    const Instant closes = local_instant(day) + minutes(open.closes_minute);
    if (time.from < opens || time.until > closes) return drive_outside_opening_hours;
    return std::nullopt;
}

MaybeRefused check_double_booking(const WantedDrive& wanted, std::span<const TakenTime> taken) {
    for (const auto& other : taken) {
        if (wanted.moved == other.id || !overlap(wanted.time, {other.starts_at, other.ends_at})) continue;
        if (other.car_id == wanted.car_id) return taken_until(car_already_booked, other);
        if (other.consultant_id == wanted.consultant_id) return taken_until(consultant_already_booked, other);
        if (other.customer_id == wanted.customer_id) return taken_until(customer_already_booked, other);
    }
    return std::nullopt;
}

std::optional<Id<User>> free_consultant(const TimeSpan& time, std::optional<Id<User>> preferred,
                                        std::span<const Id<User>> candidates,
                                        std::span<const TakenTime> taken) {
    if (preferred && is_free(*preferred, time, taken)) return preferred;
    for (const auto candidate : candidates) {
        if (is_free(candidate, time, taken)) return candidate;
    }
    return std::nullopt;
}

std::vector<TimeSpan> free_times(Date day, const OpeningHours& open, Id<vehicles::Car> car,
                                 std::span<const Id<User>> consultants, std::span<const TakenTime> taken,
                                 Instant now) {
    std::vector<TimeSpan> times;
    const Instant closes = local_instant(day) + minutes(open.closes_minute);
    for (Instant from = local_instant(day) + minutes(open.opens_minute); from + usual_drive <= closes;
         from = from + usual_drive) {
        const TimeSpan time{from, from + usual_drive};
        if (from < now || !free_consultant(time, std::nullopt, consultants, taken)) continue;
        const bool car_is_taken = std::any_of(taken.begin(), taken.end(), [&](const TakenTime& other) {
            return other.car_id == car && overlap(time, {other.starts_at, other.ends_at});
        });
        if (!car_is_taken) times.push_back(time);
    }
    return times;
}

MaybeRefused may_cancel(const TestDrive& drive) {
    switch (drive.state) {
        case TestDriveState::booked:
        case TestDriveState::agreed:
            return std::nullopt;
        case TestDriveState::driving:
            return test_drive_has_started;
        case TestDriveState::finished:
        case TestDriveState::cancelled:
            return test_drive_is_over;
    }
    return test_drive_is_over;
}

// The agreement names the car and the time, so a signed drive is cancelled and booked anew.
MaybeRefused may_move(const TestDrive& drive) {
    if (drive.state == TestDriveState::agreed) return agreement_is_signed;
    return may_cancel(drive);
}

MaybeRefused may_sign_agreement(const TestDrive& drive) { return may_move(drive); }

MaybeRefused may_start(const TestDrive& drive) {
    if (drive.state == TestDriveState::booked) return agreement_not_signed;
    return may_cancel(drive);
}

MaybeRefused may_finish(const TestDrive& drive) {
    switch (drive.state) {
        case TestDriveState::driving:
            return std::nullopt;
        case TestDriveState::booked:
        case TestDriveState::agreed:
            return test_drive_not_started;
        case TestDriveState::finished:
        case TestDriveState::cancelled:
            return test_drive_is_over;
    }
    return test_drive_is_over;
}

MaybeRefused may_record_feedback(const TestDrive& drive, bool has_feedback) {
    if (drive.state != TestDriveState::finished) return test_drive_not_finished;
    if (has_feedback) return feedback_is_recorded;
    return std::nullopt;
}

MaybeRefused may_report_incident(const TestDrive& drive) {
    if (!drive.started_at) return test_drive_not_started;
    return std::nullopt;
}

MaybeRefused check_fuel(std::int64_t percent) {
    if (percent < 0 || percent > 100) return fuel_percent_wrong;
    return std::nullopt;
}

MaybeRefused check_way(std::int64_t mileage_out_km, std::int64_t mileage_in_km) {
    if (mileage_in_km < mileage_out_km)
        return with(vehicles::mileage_goes_backwards, "last_km", std::to_string(mileage_out_km));
    if (mileage_in_km - mileage_out_km > longest_way_km) return mileage_not_plausible;
    return std::nullopt;
}

MaybeRefused check_scores(const RecordFeedback& feedback) {
    for (const auto score : {feedback.comfort, feedback.power, feedback.handling, feedback.space}) {
        if (score < 1 || score > 5) return score_out_of_range;
    }
    return std::nullopt;
}

}  // namespace forecourt::showroom
