#include <modules/showroom/licence/licence_actions.h>
#include <modules/showroom/test_drive/test_drive_actions.h>
#include <modules/showroom/test_drive/test_drive_views.h>
#include <testing/sale_setting.h>

// Test drives through the actions, on both engines.
namespace forecourt::showroom {
namespace {

using testing::refusal_of;

class TestDriveWayTest : public testing::SaleSetting {
  protected:
    TestDriveWayTest() {
        demo = demo_car(automatic);
        seller();
    }
    Instant at(int hour, int minute = 0) { return local_instant(local_date(test.now), hour, minute); }
    Result<TestDriveBooked> book(Id<vehicles::Car> car, Instant from,
                                 std::optional<Id<User>> consultant = {}) {
        return test.action(book_test_drive, {.customer_id = customer,
                                             .car_id = car,
                                             .starts_at = from,
                                             .route = TestDriveRoute::city,
                                             .consultant_id = consultant});
    }
    Result<LicenceChecked> licence(LicenceClass licence_class) {
        return test.action(check_licence, {.customer_id = customer,
                                           .licence_class = licence_class,
                                           .issued_on = *parse_date("2015-03-01"),
                                           .photo = signature});
    }
    Result<TestDriveChanged> sign(const TestDriveBooked& drive, std::int64_t version = 1) {
        return test.action(
            sign_agreement,
            {.test_drive_id = drive.id, .version = version, .signed_name = {"王芳"}, .signature = signature});
    }
    std::string why_not(Id<TestDrive> drive, std::string_view action) {
        const auto record = test.view(test_drive_record, {drive});
        for (const auto& allowed : record->allowed_actions) {
            if (allowed.name == action) return allowed.refused_because.value_or("ok");
        }
        return "no right";
    }
    Id<vehicles::Car> demo;
};
FORECOURT_ON_EVERY_ENGINE(TestDriveWayTest);

TEST_P(TestDriveWayTest, a_drive_from_the_booking_to_the_feedback) {
    const auto drive = book(demo, at(11));
    ASSERT_TRUE(drive) << refusal_of(drive);
    EXPECT_EQ(drive->consultant_id, li);
    EXPECT_EQ(why_not(drive->id, "showroom.start_drive"), "agreement_not_signed");
    EXPECT_EQ(refusal_of(sign(*drive)), "licence_not_checked");
    ASSERT_TRUE(licence(LicenceClass::C2));
    EXPECT_EQ(test.view(agreement_text, {drive->id})->clauses.size(), 6U);

    const auto agreed = sign(*drive);
    ASSERT_TRUE(agreed) << refusal_of(agreed);
    EXPECT_EQ(refusal_of(sign(*drive, 2)), "agreement_is_signed");
    EXPECT_NE(test.last_event("showroom.agreement_signed")->object("document"), 0);
    test.now = at(11);
    EXPECT_EQ(
        refusal_of(test.action(
            start_drive, {.test_drive_id = drive->id, .version = 2, .mileage_km = 4, .fuel_percent = 80})),
        "mileage_goes_backwards");
    const auto out = test.action(
        start_drive, {.test_drive_id = drive->id, .version = 2, .mileage_km = 10, .fuel_percent = 80});
    ASSERT_TRUE(out) << refusal_of(out);

    // The next customer's drive cannot begin while the car is out.
    const auto other = new_customer("李强", "13900139000");
    seller();
    const auto next = test.action(book_test_drive, {.customer_id = other,
                                                    .car_id = demo,
                                                    .starts_at = at(12),
                                                    .route = TestDriveRoute::city,
                                                    .consultant_id = wang});
    ASSERT_TRUE(next) << refusal_of(next);
    ASSERT_TRUE(test.action(check_licence, {.customer_id = other,
                                            .licence_class = LicenceClass::C1,
                                            .issued_on = *parse_date("2015-03-01"),
                                            .photo = signature}));
    ASSERT_TRUE(sign(*next));
    test.now = at(12);
    EXPECT_EQ(
        refusal_of(test.action(
            start_drive, {.test_drive_id = next->id, .version = 2, .mileage_km = 30, .fuel_percent = 80})),
        "car_is_out");

    const auto back = test.action(
        finish_drive,
        {.test_drive_id = drive->id, .version = 3, .mileage_km = 32, .fuel_percent = 70, .damage = ""});
    ASSERT_TRUE(back) << refusal_of(back);
    EXPECT_EQ(test.last_event("showroom.test_drive_finished")->number("driven_km"), 22);
    EXPECT_EQ(vehicles::find_car(test.db(), home, demo)->mileage_km, 32);
    const RecordFeedback feedback{.test_drive_id = drive->id,
                                  .comfort = 5,
                                  .power = 4,
                                  .handling = 4,
                                  .space = 5,
                                  .intent = BuyingIntent::will_buy,
                                  .words = "安静"};
    ASSERT_TRUE(test.action(record_feedback, feedback));
    EXPECT_EQ(refusal_of(test.action(record_feedback, feedback)), "feedback_is_recorded");
    ASSERT_TRUE(test.action(report_incident,
                            {.test_drive_id = drive->id, .words = {"轮毂擦到路沿"}, .photos = {signature}}));
    const auto record = test.view(test_drive_record, {drive->id});
    ASSERT_TRUE(record);
    EXPECT_EQ(record->feedback->comfort, 5);
    EXPECT_EQ(record->incidents.size(), 1U);
    EXPECT_EQ(record->test_drive.state, TestDriveState::finished);
}

TEST_P(TestDriveWayTest, cars_and_people_are_not_booked_twice) {
    const auto second = demo_car(automatic);
    seller();
    ASSERT_TRUE(book(demo, at(11)));
    EXPECT_EQ(refusal_of(book(demo, at(11, 30), wang)), "car_already_booked");
    EXPECT_EQ(refusal_of(book(second, at(11, 30), li)), "consultant_already_booked");
    EXPECT_EQ(refusal_of(book(second, at(11, 30), wang)), "customer_already_booked");
    EXPECT_EQ(refusal_of(book(second, at(11, 30), cashier)), "consultant_not_found");
    EXPECT_EQ(refusal_of(book(demo, at(20))), "drive_outside_opening_hours");
    EXPECT_EQ(refusal_of(book(demo, at(9))), "drive_in_the_past");
    EXPECT_EQ(refusal_of(book(Id<vehicles::Car>{1}, at(12))), "car_not_found");
    EXPECT_EQ(
        refusal_of(test.action(book_test_drive, {.customer_id = {1}, .car_id = demo, .starts_at = at(12)})),
        "customer_not_found");
    EXPECT_EQ(
        refusal_of(test.action(
            book_test_drive,
            {.customer_id = customer, .lead_id = Id<leads::Lead>{1}, .car_id = demo, .starts_at = at(12)})),
        "lead_not_found");
    const auto stock = car(automatic);
    seller();
    EXPECT_EQ(refusal_of(book(stock, at(12))), "car_is_not_demo");
    const auto touching = book(demo, at(12));
    ASSERT_TRUE(touching) << refusal_of(touching);
    const auto moved = test.action(move_test_drive, {.test_drive_id = touching->id,
                                                     .version = 1,
                                                     .car_id = demo,
                                                     .starts_at = at(12, 30),
                                                     .ends_at = at(13, 30),
                                                     .consultant_id = li});
    ASSERT_TRUE(moved) << refusal_of(moved);
    EXPECT_EQ(refusal_of(test.action(move_test_drive, {.test_drive_id = touching->id,
                                                       .version = 2,
                                                       .car_id = demo,
                                                       .starts_at = at(11, 30),
                                                       .ends_at = at(12, 30),
                                                       .consultant_id = wang})),
              "car_already_booked");
    EXPECT_THROW(static_cast<void>(test.action(
                     cancel_test_drive, {.test_drive_id = touching->id, .version = 1, .reason = {"改天"}})),
                 db::StaleRow);
    ASSERT_TRUE(
        test.action(cancel_test_drive, {.test_drive_id = touching->id, .version = 2, .reason = {"改天"}}));
    ASSERT_TRUE(book(demo, at(12, 30)));  // what was cancelled is free again

    const auto day = test.view(test_drive_calendar, {local_date(test.now)});
    ASSERT_TRUE(day);
    EXPECT_EQ(day->cars.size(), 2U);
    EXPECT_EQ(day->consultants.size(), 2U);
    EXPECT_EQ(day->drives.size(), 2U);
    const auto list = test.view(test_drive_list, {.limit = 2});
    ASSERT_TRUE(list);
    EXPECT_EQ(list->rows.size(), 2U);
    ASSERT_TRUE(list->next);
    const auto rest = test.view(test_drive_list, {.limit = 2, .after = list->next});
    ASSERT_TRUE(rest);
    EXPECT_EQ(rest->rows.size(), 1U);
    EXPECT_EQ(refusal_of(test.view(test_drive_list, {.sort = "number"})), "sort_not_offered");
    EXPECT_EQ(refusal_of(test.view(test_drive_list, {.after = "x"})), "cursor_not_understood");
}

TEST_P(TestDriveWayTest, customers_book_by_their_link_and_see_their_own) {
    const auto other = new_customer("李强", "13900139000");
    test.act_as_customer(customer.value, home);
    const auto times = test.view(free_test_drive_times, {.date = local_date(test.now) + 1});
    ASSERT_TRUE(times);
    ASSERT_FALSE(times->rows.empty());
    const auto drive = book(times->rows[0].car_id, times->rows[0].starts_at);
    ASSERT_TRUE(drive) << refusal_of(drive);
    EXPECT_EQ(
        refusal_of(test.action(
            book_test_drive, {.customer_id = other, .car_id = demo, .starts_at = times->rows[1].starts_at})),
        "customer_not_found");
    test.act_as_customer(other.value, home);
    EXPECT_EQ(refusal_of(test.view(test_drive_record, {drive->id})), "test_drive_not_found");
    EXPECT_EQ(refusal_of(test.action(cancel_test_drive,
                                     {.test_drive_id = drive->id, .version = 1, .reason = {"不去了"}})),
              "test_drive_not_found");
    EXPECT_TRUE(test.view(test_drive_list, {})->rows.empty());
    test.act_as_customer(customer.value, home);
    EXPECT_EQ(test.view(test_drive_list, {})->rows.size(), 1U);
    EXPECT_TRUE(
        test.action(cancel_test_drive, {.test_drive_id = drive->id, .version = 1, .reason = {"不去了"}}));
}

TEST_P(TestDriveWayTest, an_automatic_licence_does_not_book_a_manual_car) {
    const auto manual_demo = demo_car(manual);
    seller();
    ASSERT_TRUE(licence(LicenceClass::C2));
    EXPECT_EQ(refusal_of(book(manual_demo, at(11))), "licence_automatic_only");
    ASSERT_TRUE(book(demo, at(11)));
    EXPECT_EQ(refusal_of(test.action(check_licence, {.customer_id = customer,
                                                     .licence_class = LicenceClass::C1,
                                                     .issued_on = *parse_date("2015-03-01"),
                                                     .photo = {std::string(64, 'a')}})),
              "file_not_found");
}

TEST_P(TestDriveWayTest, nobody_is_free_when_every_consultant_drives) {
    const auto second = demo_car(automatic);
    const auto third = demo_car(automatic);
    const auto one = new_customer("赵一", "13700000001");
    const auto two = new_customer("钱二", "13700000002");
    boss();
    const auto drive = [&](Id<customers::Customer> who, Id<vehicles::Car> which) {
        return test.action(book_test_drive, {.customer_id = who, .car_id = which, .starts_at = at(14)});
    };
    EXPECT_TRUE(drive(one, demo));
    EXPECT_TRUE(drive(two, second));
    EXPECT_EQ(refusal_of(drive(customer, third)), "no_consultant_free");
}

}  // namespace
}  // namespace forecourt::showroom
