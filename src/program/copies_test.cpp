#include <gtest/gtest.h>
#include <program/log_follower.h>
#include <testing/place.h>

#include <cstdlib>
#include <filesystem>
#include <semaphore>

// Two copies of the program on one database.
namespace forecourt::program {
namespace {

using namespace std::chrono_literals;

constexpr const char* arrival = R"({"party_size":2,"purpose":"look_at_cars","channel":"walk_in"})";

class CopiesTest : public ::testing::Test {
  protected:
    void SetUp() override {
        if (std::getenv("FORECOURT_TEST_PG") == nullptr) GTEST_SKIP() << "no PostgreSQL to test with";
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        place_ = testing::make_place(true, std::string("copies_") + std::to_string(test->line()));
        first_ = std::make_unique<Application>(place_);
        const auto store = testing::open_two_stores(*first_, system_clock()).first;
        second_ = std::make_unique<Application>(place_);
        for (const auto& person : store.people) {
            if (person.login != "host") continue;
            host_.user_id = person.user_id;
            host_.store_id = store.store_id;
            host_.roles = person.roles;
            host_.rights = first_->runner().modules().rights_of(host_.roles);
        }
    }
    ~CopiesTest() override { std::filesystem::remove_all(place_.data_folder); }

    std::string register_arrival(Application& copy, const std::string& key) {
        const auto answer = copy.runner().run_and_wait(
            {.action = copy.runner().modules().find_action("reception.register_arrival"),
             .actor = host_,
             .input = arrival,
             .idempotency_key = key,
             .now = system_clock()});
        EXPECT_EQ(answer.ending, Ending::done);
        return answer.output;
    }

    Place place_;
    std::unique_ptr<Application> first_, second_;
    Actor host_;
};

TEST_F(CopiesTest, what_is_done_at_one_is_heard_at_the_other_once_and_in_order) {
    std::vector<std::string> heard;
    std::counting_semaphore<> more{0};
    std::vector<std::int64_t> ids;
    {
        LogFollower follower(second_->database(), [&](const std::vector<Event>& events) {
            for (const auto& event : events) {
                if (event.name != "reception.arrival_registered") continue;
                ids.push_back(event.object("visit"));
                EXPECT_EQ(event.store_id, host_.store_id);
                more.release();
            }
        });
        std::vector<std::string> answers;
        for (int i = 0; i < 6; ++i) {
            answers.push_back(register_arrival(i % 2 == 0 ? *first_ : *second_, std::to_string(i)));
        }
        for (int i = 0; i < 6; ++i) ASSERT_TRUE(more.try_acquire_for(3s)) << "heard only " << i;
        EXPECT_FALSE(more.try_acquire_for(600ms)) << "heard twice";
        for (std::size_t i = 0; i < 6; ++i) {
            EXPECT_NE(answers[i].find(std::to_string(ids[i])), std::string::npos) << answers[i];
        }
    }
}

TEST_F(CopiesTest, a_key_that_one_has_answered_is_answered_the_same_by_the_other) {
    EXPECT_EQ(register_arrival(*first_, "once"), register_arrival(*second_, "once"));
    EXPECT_NE(register_arrival(*first_, "once"), register_arrival(*second_, "again"));
}

}  // namespace
}  // namespace forecourt::program
