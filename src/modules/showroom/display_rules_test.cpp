#include <gtest/gtest.h>
#include <modules/showroom/display/display.h>
#include <modules/showroom/licence/licence_rules.h>
#include <modules/showroom/presentation/presentation.h>
#include <modules/showroom/rota/rota.h>
#include <modules/showroom/test_drive/test_drive_rules.h>

namespace forecourt::showroom {
namespace {

std::string_view answer(const MaybeRefused& no) { return no ? no->name() : "yes"; }

TEST(Display, a_place_holds_one_car) {
    Position place;
    EXPECT_EQ(answer(may_display(place)), "yes");
    EXPECT_EQ(answer(may_check(place)), "position_is_empty");
    EXPECT_EQ(answer(may_remove(place)), "yes");
    place.car_id = Id<vehicles::Car>{1};
    EXPECT_EQ(answer(may_display(place)), "position_is_taken");
    EXPECT_EQ(answer(may_check(place)), "yes");
    EXPECT_EQ(answer(may_remove(place)), "position_is_taken");
    EXPECT_EQ(answer(check_place(0, 1000)), "yes");
    EXPECT_EQ(answer(check_place(-1, 0)), "position_outside_plan");
    EXPECT_EQ(answer(check_place(0, 1001)), "position_outside_plan");
}

TEST(Presentation, shows_each_point_once) {
    using vehicles::GuidePoint;
    RecordPresentation in;
    EXPECT_EQ(answer(check_presentation(in)), "presentation_shows_nothing");
    in.points = {GuidePoint::tail, GuidePoint::front};
    EXPECT_EQ(answer(check_presentation(in)), "yes");
    in.liked = GuidePoint::side;
    EXPECT_EQ(answer(check_presentation(in)), "presentation_liked_not_shown");
    in.liked = GuidePoint::front;
    EXPECT_EQ(answer(check_presentation(in)), "yes");
    in.points.push_back(GuidePoint::tail);
    EXPECT_EQ(answer(check_presentation(in)), "presentation_point_twice");
}

TEST(DemoCar, is_ready_when_clean_and_filled) {
    struct Case {
        std::int64_t fuel;
        bool clean;
        const char* wanted;
    };
    const Case cases[] = {{25, true, "yes"},
                          {24, true, "demo_car_nearly_empty"},
                          {100, true, "yes"},
                          {101, true, "fuel_percent_wrong"},
                          {-1, true, "fuel_percent_wrong"},
                          {80, false, "demo_car_not_clean"}};
    for (const auto& c : cases)
        EXPECT_EQ(answer(check_ready({{1}, c.fuel, c.clean, {}})), c.wanted) << c.fuel;
}

TEST(TestDrive, takes_the_time_of_its_route) {
    struct Case {
        TestDriveRoute route;
        std::int64_t minutes;
    };
    for (const auto& c : {Case{TestDriveRoute::city, 30}, Case{TestDriveRoute::motorway, 45},
                          Case{TestDriveRoute::mixed, 60}}) {
        const TimeSpan enough{Instant{0}, Instant{0} + minutes(c.minutes)};
        const TimeSpan less{Instant{0}, Instant{0} + minutes(c.minutes - 1)};
        EXPECT_EQ(answer(check_route_time(enough, c.route)), "yes") << c.minutes;
        EXPECT_EQ(answer(check_route_time(less, c.route)), "drive_too_short_for_route") << c.minutes;
    }
    FinishTestDrive back;
    EXPECT_EQ(answer(check_return(back)), "yes");
    back.damage = " ";
    EXPECT_EQ(answer(check_return(back)), "yes");
    back.damage = "划痕";
    EXPECT_EQ(answer(check_return(back)), "return_damage_needs_photo");
    back.photos.push_back({std::string(64, 'a')});
    EXPECT_EQ(answer(check_return(back)), "yes");
}

TEST(Licence, is_on_probation_for_twelve_months) {
    Licence licence;
    licence.issued_on = *parse_date("2025-11-22");
    EXPECT_EQ(to_text(probation_end(licence)), "2026-11-22");
}

}  // namespace
}  // namespace forecourt::showroom
