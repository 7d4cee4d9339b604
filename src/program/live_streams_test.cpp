#include <gtest/gtest.h>
#include <program/api.h>
#include <reflect/json_scan.h>
#include <secrets/keys.h>
#include <services/access/staff.h>
#include <testing/caught.h>
#include <testing/place.h>

#include <filesystem>
#include <map>

// Who may listen, at two copies of the program that hear of the same events.
namespace forecourt::program {
namespace {

using testing::Caught;

using Stream = std::shared_ptr<http::Subscription>;

class LiveStreams : public ::testing::Test {
  protected:
    LiveStreams() {
        const auto store = testing::open_two_stores(application_, system_clock()).first;
        for (const auto& person : store.people) {
            Actor actor;
            actor.user_id = person.user_id;
            actor.store_id = store.store_id;
            actor.roles = person.roles;
            actor.rights = application_.runner().modules().rights_of(actor.roles);
            people_[person.login] = actor;
        }
        application_.runner().on_committed = [this](const std::vector<Event>& events) {
            one_.publish(events);
            other_.publish(events);
        };
    }
    ~LiveStreams() override { std::filesystem::remove_all(place_.data_folder); }

    std::string sign_in(const std::string& login) {
        http::Request request;
        request.method = http::Method::post;
        request.path = "/api/sign_in";
        request.remote_address = "127.0.0.1";
        request.headers = {{"Content-Type", "application/json"}};
        request.body = R"({"login":")" + login + R"(","password":"demo"})";
        const auto caught = std::make_shared<Caught>();
        one_.handle(std::move(request), http::Responder(caught));
        return reflect::JsonScanner(reflect::json_member(caught->wait().body.view(), "token").value())
            .string();
    }
    Stream listen(Api& copy, const std::string& token) {
        http::Request request;
        request.method = http::Method::get;
        request.path = "/api/live";
        request.remote_address = "127.0.0.1";
        request.headers = {{"Authorization", "Bearer " + token}};
        const auto caught = std::make_shared<Caught>();
        copy.handle(std::move(request), http::Responder(caught));
        caught->wait();
        return caught->subscription();
    }
    void sign_out(const std::string& token) {
        http::Request request;
        request.method = http::Method::post;
        request.path = "/api/sign_out";
        request.remote_address = "127.0.0.1";
        request.headers = {{"Authorization", "Bearer " + token}, {"Content-Type", "application/json"}};
        request.body = "{}";
        const auto caught = std::make_shared<Caught>();
        one_.handle(std::move(request), http::Responder(caught));
        EXPECT_EQ(caught->wait().status, 200);
    }
    void act(const char* action, const std::string& input) {
        const auto answer =
            application_.runner().run_and_wait({.action = application_.runner().modules().find_action(action),
                                                .actor = people_.at("gm"),
                                                .input = input,
                                                .idempotency_key = {},
                                                .now = system_clock()});
        ASSERT_EQ(answer.ending, Ending::done) << answer.output;
    }
    std::string id_of(const std::string& login) { return std::to_string(people_.at(login).user_id.value); }

    Place place_ = testing::make_place(false, "live_streams");
    Application application_{place_};
    Workers workers_{1};
    ApiSettings settings_{
        .password_pepper = application_.keys().lasting_key(secrets::Purpose::password_pepper),
        .clock = system_clock};
    Api one_{application_.runner(), workers_, settings_};
    Api other_{application_.runner(), workers_, settings_};
    std::map<std::string, Actor> people_;
};

// security 35, 53
TEST_F(LiveStreams, end_at_every_copy_with_the_sign_out) {
    const auto mine = sign_in("sales1"), anothers = sign_in("sales2");
    const auto here = listen(one_, mine), there = listen(other_, mine);
    const auto not_mine = listen(other_, anothers);
    sign_out(mine);
    EXPECT_TRUE(here->ended());
    EXPECT_TRUE(there->ended());
    EXPECT_FALSE(not_mine->ended());
    EXPECT_EQ(listen(other_, mine), nullptr);
    EXPECT_NE(listen(other_, anothers), nullptr);
}

// security 35, 59
TEST_F(LiveStreams, end_when_somebody_is_stopped_or_has_other_roles) {
    const auto token = sign_in("sales1");
    auto stream = listen(other_, token);
    act("access.set_roles", R"({"user_id":)" + id_of("sales1") + R"(,"roles":["sales","host"]})");
    EXPECT_TRUE(stream->ended());
    stream = listen(other_, token);  // with the roles of now
    ASSERT_NE(stream, nullptr);
    EXPECT_FALSE(stream->ended());
    act("access.stop_person", R"({"user_id":)" + id_of("sales1") + R"(,"reason":"离职"})");
    EXPECT_TRUE(stream->ended());
    EXPECT_EQ(listen(other_, token), nullptr);
}

}  // namespace
}  // namespace forecourt::program
