#include <db/rows.h>
#include <demo/dealership.h>
#include <program/verify.h>
#include <testing/place.h>

#include <gtest/gtest.h>

#include <filesystem>

// A short demo is made without a fault, what it made holds together, and its last hours show every state of
// an order.
namespace forecourt::demo {
namespace {

class DemoTest : public ::testing::Test {
  protected:
    ~DemoTest() override { std::filesystem::remove_all(place.data_folder); }

    std::vector<std::string> texts(const char* text) {
        program::Application application(place);
        std::vector<std::string> found;
        application.database().read([&](db::Connection& db) {
            const db::Sql sql{.name = "demo_test", .text = text};
            db.query(sql, {}, [&](const db::Row& row) { found.emplace_back(row.text(0)); });
        });
        return found;
    }

    program::Place place = testing::make_place(false, "demo");
};

TEST_F(DemoTest, three_days_are_made_and_hold_together) {
    const Date today = *parse_date("2026-03-12");
    {
        program::Place making = place;
        making.in_the_making = true;
        program::Application application(making);
        make_dealership(application, {.days = 3, .today = today, .until = local_instant(today, 15, 30)});
    }
    EXPECT_EQ(program::verify(place), std::vector<std::string>{});
    for (const char* state : {"received", "awaiting_consent", "approved", "in_work", "quality_check", "ready",
                              "settled", "handed_back"}) {
        const std::string of_state =
            std::string("select number from workshop_order where state = '") + state + "'";
        EXPECT_FALSE(texts(of_state.c_str()).empty()) << state;
    }
    EXPECT_FALSE(texts("select number from workshop_appointment where state = 'booked'").empty());
    EXPECT_FALSE(texts("select number from complaints_complaint where state <> 'closed'").empty());
}

TEST_F(DemoTest, the_workshop_is_busy_at_night_too) {
    // Whoever makes the demo at four in the morning sees a running clock all the same.
    const Date today = *parse_date("2026-03-12");
    {
        program::Place making = place;
        making.in_the_making = true;
        program::Application application(making);
        make_dealership(application, {.days = 1, .today = today, .until = local_instant(today, 4)});
    }
    EXPECT_FALSE(texts("select 'runs' from workshop_clock where ended_at is null").empty());
}

}  // namespace
}  // namespace forecourt::demo
