#pragma once
#include <action/view.h>
#include <modules/showroom/test_drive/test_drive_paper.h>
#include <modules/showroom/test_drive/test_drive_store.h>

namespace forecourt::showroom {

struct TestDriveListIn {
    std::optional<TestDriveState> state;
    std::optional<Id<customers::Customer>> customer_id;
    std::optional<Id<vehicles::Car>> car_id;
    std::optional<Id<User>> consultant_id;
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;  // -starts_at (default), starts_at
};
FORECOURT_STRUCT(TestDriveListIn, state, customer_id, car_id, consultant_id, limit, after, sort)

/// A drive as lists and the calendar show it; names are filled in after the query.
struct TestDriveListRow {
    Id<TestDrive> id;
    std::string number;
    TestDriveState state{};
    Id<customers::Customer> customer_id;
    Id<vehicles::Car> car_id;
    Id<User> consultant_id;
    Instant starts_at;
    Instant ends_at;
    TestDriveRoute route{};
    std::int64_t version{};
};
FORECOURT_STRUCT(TestDriveListRow, id, number, state, customer_id, car_id, consultant_id, starts_at, ends_at,
                 route, version)

struct TestDriveLine {
    Id<TestDrive> id;
    std::string number;
    TestDriveState state{};
    Id<customers::Customer> customer_id;
    std::string customer_name;
    Id<vehicles::Car> car_id;
    std::string car_title;
    std::string plate;
    Id<User> consultant_id;
    std::string consultant_name;
    Instant starts_at;
    Instant ends_at;
    TestDriveRoute route{};
    std::int64_t version{};
};
FORECOURT_STRUCT(TestDriveLine, id, number, state, customer_id, customer_name, car_id, car_title, plate,
                 consultant_id, consultant_name, starts_at, ends_at, route, version)

struct TestDriveIn {
    Id<TestDrive> test_drive_id;
};
FORECOURT_STRUCT(TestDriveIn, test_drive_id)

struct TestDriveRecord {
    TestDrive test_drive;
    std::string customer_name;
    std::string phone_masked;
    std::string car_title;
    std::string plate;
    vehicles::Gearbox gearbox{};
    std::string consultant_name;
    std::optional<Licence> licence;  // as seen last
    std::optional<std::string> licence_refused_because;
    bool companion_needed{};
    std::optional<Date> probation_until;  // the licence's first year, while it runs
    std::optional<Feedback> feedback;
    std::vector<Incident> incidents;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(TestDriveRecord, test_drive, customer_name, phone_masked, car_title, plate, gearbox,
                 consultant_name, licence, licence_refused_because, companion_needed, probation_until,
                 feedback, incidents, allowed_actions)

struct AgreementText {
    std::vector<AgreementClause> clauses;
};
FORECOURT_STRUCT(AgreementText, clauses)

struct CalendarIn {
    Date date;
};
FORECOURT_STRUCT(CalendarIn, date)

struct CalendarCar {
    Id<vehicles::Car> id;
    std::string title;
    std::string plate;
    vehicles::Gearbox gearbox{};
};
FORECOURT_STRUCT(CalendarCar, id, title, plate, gearbox)

struct CalendarPerson {
    Id<User> id;
    std::string name;
};
FORECOURT_STRUCT(CalendarPerson, id, name)

/// One day: the rows are the demo cars (or the consultants), the bars the drives.
struct TestDriveCalendar {
    Date date;
    std::int64_t opens_minute{};
    std::int64_t closes_minute{};
    std::vector<CalendarCar> cars;
    std::vector<CalendarPerson> consultants;
    std::vector<TestDriveLine> drives;
};
FORECOURT_STRUCT(TestDriveCalendar, date, opens_minute, closes_minute, cars, consultants, drives)

struct FreeTime {
    Id<vehicles::Car> car_id;
    std::string car_title;
    Instant starts_at;
    Instant ends_at;
};
FORECOURT_STRUCT(FreeTime, car_id, car_title, starts_at, ends_at)

struct FreeTimesIn {
    Date date;
    std::optional<Id<vehicles::Model>> model_id;
};
FORECOURT_STRUCT(FreeTimesIn, date, model_id)

struct FreeTimes {
    std::vector<FreeTime> rows;
};
FORECOURT_STRUCT(FreeTimes, rows)

inline constexpr Right test_drive_read{"showroom.test_drive_read"};

extern const View<TestDriveListIn, Page<TestDriveLine>> test_drive_list;
extern const View<TestDriveIn, TestDriveRecord> test_drive_record;
extern const View<TestDriveIn, AgreementText> agreement_text;
extern const View<CalendarIn, TestDriveCalendar> test_drive_calendar;
extern const View<FreeTimesIn, FreeTimes> free_test_drive_times;

}  // namespace forecourt::showroom
