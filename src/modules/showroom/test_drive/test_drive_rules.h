#pragma once
#include <modules/showroom/test_drive/test_drive.h>

#include <span>

namespace forecourt::showroom {

inline constexpr Duration shortest_drive = minutes(15);
inline constexpr Duration longest_drive = hours(4);
inline constexpr Duration usual_drive = hours(1);
inline constexpr std::int64_t longest_way_km = 300;

/// A stretch of time without its end.
struct TimeSpan {
    Instant from;
    Instant until;
};
bool overlap(const TimeSpan& a, const TimeSpan& b);

/// What a booking may collide with: drives that are booked, agreed or under way.
struct TakenTime {
    Id<TestDrive> id;
    Id<vehicles::Car> car_id;
    Id<User> consultant_id;
    Id<customers::Customer> customer_id;
    Instant starts_at;
    Instant ends_at;
};
FORECOURT_STRUCT(TakenTime, id, car_id, consultant_id, customer_id, starts_at, ends_at)

struct OpeningHours {
    int opens_minute{};
    int closes_minute{};
};

struct WantedDrive {
    Id<vehicles::Car> car_id;
    Id<User> consultant_id;
    Id<customers::Customer> customer_id;
    TimeSpan time;
    std::optional<Id<TestDrive>> moved{};  // the drive itself does not stand in its own way
};

/// From 15 minutes to 4 hours, not in the past, within the opening hours of one day.
MaybeRefused check_time(const TimeSpan& time, const OpeningHours& open, Instant now);
/// Neither the car nor a person is in two drives at once.
MaybeRefused check_double_booking(const WantedDrive& wanted, std::span<const TakenTime> taken);

/// The preferred consultant when free, else the first of `candidates` who is.
std::optional<Id<User>> free_consultant(const TimeSpan& time, std::optional<Id<User>> preferred,
                                        std::span<const Id<User>> candidates,
                                        std::span<const TakenTime> taken);

/// The hours of a day at which a car and at least one consultant are free.
std::vector<TimeSpan> free_times(Date day, const OpeningHours& open, Id<vehicles::Car> car,
                                 std::span<const Id<User>> consultants, std::span<const TakenTime> taken,
                                 Instant now);

/// What a route takes with getting in and out of the car.
Duration time_of(TestDriveRoute route);
MaybeRefused check_route_time(const TimeSpan& time, TestDriveRoute route);
/// Damage at the return has its photo.
MaybeRefused check_return(const FinishTestDrive& back);

bool touches_motorway(TestDriveRoute route);

// Guards: the same answer the click and grey out the button.
MaybeRefused may_move(const TestDrive& drive);
MaybeRefused may_cancel(const TestDrive& drive);
MaybeRefused may_sign_agreement(const TestDrive& drive);
MaybeRefused may_start(const TestDrive& drive);
MaybeRefused may_finish(const TestDrive& drive);
MaybeRefused may_record_feedback(const TestDrive& drive, bool has_feedback);
MaybeRefused may_report_incident(const TestDrive& drive);

MaybeRefused check_fuel(std::int64_t percent);
MaybeRefused check_way(std::int64_t mileage_out_km, std::int64_t mileage_in_km);
MaybeRefused check_scores(const RecordFeedback& feedback);

}  // namespace forecourt::showroom
