#include <program/current_call.h>

#include <db/database.h>
#include <db/slow.h>
#include <program/application.h>
#include <testing/place.h>

#include <gtest/gtest.h>

#include <filesystem>
#include <future>

namespace forecourt::program {
namespace {

TEST(RequestIds, are_32_hex_digits_and_never_the_same) {
    const auto one = new_request_id();
    EXPECT_TRUE(is_request_id(one));
    EXPECT_NE(one, new_request_id());
}

// security 77
TEST(RequestIds, of_a_caller_are_taken_over_only_where_they_can_be_nothing_else) {
    EXPECT_TRUE(is_request_id("0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"));
    EXPECT_TRUE(is_request_id("0A1B2C3D4E5F60718293A4B5C6D7E8F9"));
    for (const auto* no : {"", "13588012345", "11010519491231002X", "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f",
                           "0a1b2c3d44e5f46071482934a4b5c6d7e8f9", "0a1b2c3d4e5f60718293a4b5c6d7e8fg",
                           "0a1b2c3d4e5f60718293a4b5c6d7e8f\n"}) {
        EXPECT_FALSE(is_request_id(no)) << no;
    }
}

TEST(CurrentCall, is_told_to_the_thread_while_the_call_runs) {
    {
        const CallScope outer({.name = "deals.approve_quote", .request_id = "a"});
        {
            const CallScope inner({.name = "log.events", .request_id = "b"});
            EXPECT_EQ(current_call().name, "log.events");
        }
        EXPECT_EQ(current_call().name, "deals.approve_quote");
        std::async(std::launch::async, [] { EXPECT_EQ(current_call().name, ""); }).get();
    }
    EXPECT_EQ(current_call().name, "");
}

struct Nothing {
    int unused{};
};
FORECOURT_STRUCT(Nothing, unused)

Result<Nothing> run_break(Tx&, const Nothing&) { throw std::runtime_error("planted"); }
Result<Nothing> run_count(Tx& tx, const Nothing& in) {
    tx.db().query(db::Sql{"test.slow",
                          "with recursive n(i) as (select 1 union all select i + 1 from n where i < 200000) "
                          "select count(*) from n where i <> :phone"},
                  {{"phone", std::string("13588012345")}}, [](const db::Row&) {});
    return in;
}
const Action<Nothing, Nothing> break_down{
    {.name = "test.break_down", .needs = everyone, .refuses = {}, .run = run_break}};
const Action<Nothing, Nothing> count_slowly{
    {.name = "test.count_slowly", .needs = everyone, .refuses = {}, .run = run_count}};

class CallTest : public ::testing::Test {
  protected:
    CallTest() { std::filesystem::remove_all(place_.data_folder); }
    ~CallTest() override {
        db::tell_slow_statements({}, {});
        std::filesystem::remove_all(place_.data_folder);
    }
    static Call call_of(const ActionBase& action) {
        return {.action = &action,
                .actor = visitor_of({1}),
                .input = R"({"unused":1})",
                .idempotency_key = {},
                .now = system_clock(),
                .request_id = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"};
    }
    Place place_ = testing::make_place(false, "calls");
};

// security 77, 78
TEST_F(CallTest, an_incident_bears_the_requests_name) {
    Application application(place_);
    std::string incident, name;
    application.runner().on_incident = [&](const std::string& told, const std::string&) {
        incident = told;
        name = current_call().name;
    };
    const auto answer = application.runner().run_and_wait(call_of(break_down));
    EXPECT_EQ(answer.ending, Ending::failed);
    EXPECT_EQ(answer.incident, "0a1b2c3d4e5f60718293a4b5c6d7e8f9");
    EXPECT_EQ(incident, answer.incident);
    EXPECT_EQ(name, "test.break_down");
}

TEST_F(CallTest, a_slow_statement_is_told_by_its_name_with_the_call_it_ran_for) {
    Application application(place_);
    std::promise<std::string> told;
    bool once = true;
    db::tell_slow_statements(std::chrono::milliseconds(2), [&](const db::SlowStatement& slow) {
        if (slow.name != "test.slow" || !std::exchange(once, false)) return;
        EXPECT_GE(slow.us, 2000);
        EXPECT_EQ(slow.rows, 1);
        told.set_value(std::string(current_call().name) + " " + std::string(current_call().request_id));
    });
    EXPECT_EQ(application.runner().run_and_wait(call_of(count_slowly)).ending, Ending::done);
    EXPECT_EQ(told.get_future().get(), "test.count_slowly 0a1b2c3d4e5f60718293a4b5c6d7e8f9");
}

TEST_F(CallTest, quick_statements_are_not_told) {
    Application application(place_);
    int told = 0;
    db::tell_slow_statements(std::chrono::seconds(60), [&](const db::SlowStatement&) { ++told; });
    application.runner().run_and_wait(call_of(count_slowly));
    EXPECT_EQ(told, 0);
}

}  // namespace
}  // namespace forecourt::program
