#include <gtest/gtest.h>
#include <modules/showroom/test_drive/test_drive_rules.h>

namespace forecourt::showroom {
namespace {

std::string name_or_ok(const MaybeRefused& refused) { return refused ? std::string(refused->name()) : "ok"; }

const Date today = date_of({2026, 11, 23});
const OpeningHours open{8 * 60 + 30, 18 * 60};
Instant at(int hour, int minute = 0) { return local_instant(today, hour, minute); }

TEST(TestDriveTime, is_checked_against_length_clock_and_opening_hours) {
    struct Case {
        TimeSpan time;
        const char* wanted;
    };
    const Instant now = at(9);
    const Case cases[] = {
        {{at(10), at(11)}, "ok"},
        {{at(10), at(10, 15)}, "ok"},  // shortest
        {{at(10), at(10, 14)}, "drive_time_wrong"},
        {{at(10), at(14)}, "ok"},  // longest
        {{at(10), at(14, 1)}, "drive_time_wrong"},
        {{at(11), at(10)}, "drive_time_wrong"},
        {{at(8, 50), at(9, 50)}, "ok"},  // entered ten minutes late
        {{at(8, 49), at(9, 49)}, "drive_in_the_past"},
        {{at(17), at(18)}, "ok"},  // back when we close
        {{at(17), at(18, 1)}, "drive_outside_opening_hours"},
        {{at(24 + 8, 30), at(24 + 9)}, "ok"},  // tomorrow when we open
        {{at(24 + 8, 29), at(24 + 9)}, "drive_outside_opening_hours"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(name_or_ok(check_time(c.time, open, now)), c.wanted)
            << local_text(c.time.from) << " - " << local_text(c.time.until);
    }
}

TEST(TestDriveBooking, neither_car_nor_person_is_in_two_drives_at_once) {
    const TakenTime taken[] = {{.id = {1},
                                .car_id = {10},
                                .consultant_id = {20},
                                .customer_id = {30},
                                .starts_at = at(10),
                                .ends_at = at(11)}};
    struct Case {
        std::int64_t car, consultant, customer;
        TimeSpan time;
        std::optional<Id<TestDrive>> moved;
        const char* wanted;
    };
    const Case cases[] = {
        {10, 21, 31, {at(11), at(12)}, {}, "ok"},  // touches the end: half-open
        {10, 21, 31, {at(9), at(10)}, {}, "ok"},   // touches the beginning
        {10, 21, 31, {at(10, 59), at(12)}, {}, "car_already_booked"},
        {10, 21, 31, {at(9), at(10, 1)}, {}, "car_already_booked"},
        {10, 21, 31, {at(10, 15), at(10, 45)}, {}, "car_already_booked"},  // inside
        {10, 21, 31, {at(9), at(12)}, {}, "car_already_booked"},           // around
        {11, 20, 31, {at(10, 30), at(11, 30)}, {}, "consultant_already_booked"},
        {11, 21, 30, {at(10, 30), at(11, 30)}, {}, "customer_already_booked"},
        {11, 21, 31, {at(10), at(11)}, {}, "ok"},
        {10, 20, 30, {at(10, 30), at(11, 30)}, Id<TestDrive>{1}, "ok"},  // its own time
        {10, 20, 30, {at(10, 30), at(11, 30)}, Id<TestDrive>{2}, "car_already_booked"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(
            name_or_ok(check_double_booking({{c.car}, {c.consultant}, {c.customer}, c.time, c.moved}, taken)),
            c.wanted)
            << c.car << ' ' << local_text(c.time.from);
    }
}

TEST(TestDriveBooking, the_preferred_consultant_goes_first_when_free) {
    const TakenTime taken[] = {{.id = {1},
                                .car_id = {10},
                                .consultant_id = {20},
                                .customer_id = {30},
                                .starts_at = at(10),
                                .ends_at = at(11)}};
    const Id<User> people[] = {{20}, {21}, {22}};
    EXPECT_EQ(free_consultant({at(11), at(12)}, Id<User>{20}, people, taken), Id<User>{20});
    EXPECT_EQ(free_consultant({at(10), at(11)}, Id<User>{20}, people, taken), Id<User>{21});
    EXPECT_EQ(free_consultant({at(10), at(11)}, Id<User>{22}, people, taken), Id<User>{22});
    EXPECT_EQ(free_consultant({at(10), at(11)}, std::nullopt, std::span(people, 1), taken), std::nullopt);
}

TEST(TestDriveBooking, free_times_leave_out_what_is_taken_and_past) {
    const TakenTime taken[] = {{.id = {1},
                                .car_id = {10},
                                .consultant_id = {20},
                                .customer_id = {30},
                                .starts_at = at(10),
                                .ends_at = at(11)}};
    const Id<User> one[] = {{20}};
    const Id<User> two[] = {{20}, {21}};
    const OpeningHours short_day{9 * 60, 13 * 60 + 30};
    const auto hours = [&](Id<vehicles::Car> car, std::span<const Id<User>> people, Instant now) {
        std::string text;
        for (const auto& time : free_times(today, short_day, car, people, taken, now)) {
            text += local_text(time.from).substr(11, 2) + " ";
        }
        return text;
    };
    EXPECT_EQ(hours({10}, two, at(8)), "09 11 12 ");  // 13:00 would end after closing
    EXPECT_EQ(hours({11}, two, at(8)), "09 10 11 12 ");
    EXPECT_EQ(hours({11}, one, at(8)), "09 11 12 ");  // the only consultant is out
    EXPECT_EQ(hours({11}, two, at(11)), "11 12 ");
    EXPECT_EQ(hours({11}, two, at(11, 1)), "12 ");
}

TEST(TestDriveGuards, say_what_a_state_allows) {
    struct Case {
        TestDriveState state;
        const char *move, *cancel, *sign, *start, *finish, *feedback;
    };
    using enum TestDriveState;
    const Case cases[] = {
        {booked, "ok", "ok", "ok", "agreement_not_signed", "test_drive_not_started",
         "test_drive_not_finished"},
        {agreed, "agreement_is_signed", "ok", "agreement_is_signed", "ok", "test_drive_not_started",
         "test_drive_not_finished"},
        {driving, "test_drive_has_started", "test_drive_has_started", "test_drive_has_started",
         "test_drive_has_started", "ok", "test_drive_not_finished"},
        {finished, "test_drive_is_over", "test_drive_is_over", "test_drive_is_over", "test_drive_is_over",
         "test_drive_is_over", "ok"},
        {cancelled, "test_drive_is_over", "test_drive_is_over", "test_drive_is_over", "test_drive_is_over",
         "test_drive_is_over", "test_drive_not_finished"},
    };
    for (const auto& c : cases) {
        const TestDrive drive{.state = c.state};
        EXPECT_EQ(name_or_ok(may_move(drive)), c.move) << name_of(c.state);
        EXPECT_EQ(name_or_ok(may_cancel(drive)), c.cancel) << name_of(c.state);
        EXPECT_EQ(name_or_ok(may_sign_agreement(drive)), c.sign) << name_of(c.state);
        EXPECT_EQ(name_or_ok(may_start(drive)), c.start) << name_of(c.state);
        EXPECT_EQ(name_or_ok(may_finish(drive)), c.finish) << name_of(c.state);
        EXPECT_EQ(name_or_ok(may_record_feedback(drive, false)), c.feedback) << name_of(c.state);
    }
    EXPECT_EQ(name_or_ok(may_record_feedback({.state = finished}, true)), "feedback_is_recorded");
    EXPECT_EQ(name_or_ok(may_report_incident({.state = agreed})), "test_drive_not_started");
    EXPECT_EQ(name_or_ok(may_report_incident({.state = finished, .started_at = at(10)})), "ok");
}

TEST(TestDriveReadings, are_plausible) {
    EXPECT_EQ(name_or_ok(check_fuel(0)), "ok");
    EXPECT_EQ(name_or_ok(check_fuel(100)), "ok");
    EXPECT_EQ(name_or_ok(check_fuel(-1)), "fuel_percent_wrong");
    EXPECT_EQ(name_or_ok(check_fuel(101)), "fuel_percent_wrong");
    EXPECT_EQ(name_or_ok(check_way(1200, 1200)), "ok");
    EXPECT_EQ(name_or_ok(check_way(1200, 1199)), "mileage_goes_backwards");
    EXPECT_EQ(name_or_ok(check_way(1200, 1500)), "ok");
    EXPECT_EQ(name_or_ok(check_way(1200, 1501)), "mileage_not_plausible");
}

TEST(TestDriveFeedback, scores_run_from_one_to_five) {
    EXPECT_EQ(name_or_ok(check_scores({.comfort = 1, .power = 5, .handling = 3, .space = 2})), "ok");
    EXPECT_EQ(name_or_ok(check_scores({.comfort = 0, .power = 5, .handling = 3, .space = 2})),
              "score_out_of_range");
    EXPECT_EQ(name_or_ok(check_scores({.comfort = 1, .power = 6, .handling = 3, .space = 2})),
              "score_out_of_range");
    EXPECT_EQ(name_or_ok(check_scores({.comfort = 1, .power = 5, .handling = 3, .space = 9})),
              "score_out_of_range");
}

TEST(TestDriveRoutes, a_mixed_route_touches_the_motorway) {
    EXPECT_FALSE(touches_motorway(TestDriveRoute::city));
    EXPECT_TRUE(touches_motorway(TestDriveRoute::motorway));
    EXPECT_TRUE(touches_motorway(TestDriveRoute::mixed));
}

}  // namespace
}  // namespace forecourt::showroom
