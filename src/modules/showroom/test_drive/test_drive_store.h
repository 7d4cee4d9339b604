#pragma once
#include <modules/showroom/test_drive/test_drive_rules.h>

namespace forecourt::showroom {

std::optional<TestDrive> load_test_drive(db::Connection& db, Id<Store> store, Id<TestDrive> id);
/// Drives that are booked, agreed or under way and touch this time.
std::vector<TakenTime> taken_times(db::Connection& db, Id<Store> store, const TimeSpan& time);
bool is_car_out(db::Connection& db, Id<Store> store, Id<vehicles::Car> car);

void insert_test_drive(Tx& tx, const TestDrive& drive);
/// Where the version is the drive's own; else changed_by_someone_else.
void update_test_drive(Tx& tx, const TestDrive& drive);
/// Makes two bookings of this car or person at the same moment notice each other. Call it before taken_times.
void count_booking(Tx& tx, Id<vehicles::Car> car, Id<User> consultant);

struct Feedback {
    std::int64_t comfort{};
    std::int64_t power{};
    std::int64_t handling{};
    std::int64_t space{};
    BuyingIntent intent{};
    std::string words;
    Id<User> recorded_by;
    Instant recorded_at;
};
FORECOURT_STRUCT(Feedback, comfort, power, handling, space, intent, words, recorded_by, recorded_at)

std::optional<Feedback> feedback_of(db::Connection& db, Id<Store> store, Id<TestDrive> drive);
void insert_feedback(Tx& tx, const RecordFeedback& feedback);

struct Incident {
    Id<Incident> id;
    std::string words;
    bool somebody_hurt{};
    JsonText photos;
    Id<User> reported_by;
    Instant reported_at;
};
FORECOURT_STRUCT(Incident, id, words, somebody_hurt, photos, reported_by, reported_at)

std::vector<Incident> incidents_of(db::Connection& db, Id<Store> store, Id<TestDrive> drive);
Id<Incident> insert_incident(Tx& tx, const ReportIncident& incident);

}  // namespace forecourt::showroom
