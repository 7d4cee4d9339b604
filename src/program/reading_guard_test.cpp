#include <gtest/gtest.h>
#include <modules/customers/api.h>
#include <program/api.h>
#include <reflect/json_scan.h>
#include <secrets/keys.h>
#include <testing/caught.h>
#include <testing/engine_test.h>
#include <testing/place.h>

#include <filesystem>

// Customers read in bulk, through the routes.
namespace forecourt::program {
namespace {

using testing::Caught;

std::string text_of(const std::string& json, const char* member) {
    return reflect::JsonScanner(reflect::json_member(json, member).value_or("\"\"")).string();
}

std::size_t times(const std::string& text, const std::string& what) {
    std::size_t count = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
    return count;
}

/// What came back: the status, the body, and after how many seconds to ask again.
struct Got {
    int status{};
    std::string body;
    std::string retry_after;
};

// Twelve customers in a store that notices at 3 and stops at 5.
class ReadingGuardTest : public ::testing::TestWithParam<db::Engine> {
  protected:
    ReadingGuardTest()
        : place_(testing::make_place(
              GetParam() == db::Engine::postgresql,
              "reading_" + std::to_string(static_cast<int>(GetParam())) + "_" +
                  std::to_string(::testing::UnitTest::GetInstance()->current_test_info()->line()))),
          application_(std::make_unique<Application>(place_)) {
        store_ = testing::open_two_stores(*application_, now_).first;
        api_ = std::make_unique<Api>(application_->runner(), workers_,
                                     ApiSettings{.password_pepper = application_->keys().lasting_key(
                                                     secrets::Purpose::password_pepper),
                                                 .secure_cookie = false,
                                                 .clock = [this] { return now_; }});
        act("gm", "customers.set_reading_limits",
            R"({"notice_at":3,"stop_at":5,"number":1,"reason":"试用"})");
        for (int i = 10; i < 22; ++i) {
            const auto made = act("sales1", "customers.register",
                                  "{\"name\":\"客户" + std::to_string(i) + "\",\"phone\":\"138000000" +
                                      std::to_string(i) + "\"}");
            ids_.push_back(reflect::json_member(made, "id").value_or(""));
        }
    }
    ~ReadingGuardTest() override {
        api_.reset();
        application_.reset();
        std::filesystem::remove_all(place_.data_folder);
    }

    Actor actor(const std::string& login) {
        Actor found;
        for (const auto& person : store_.people) {
            if (person.login != login) continue;
            found.user_id = person.user_id;
            found.store_id = store_.store_id;
            found.name = person.name;
            found.roles = person.roles;
            found.rights = application_->runner().modules().rights_of(found.roles);
        }
        return found;
    }
    std::string act(const char* login, const char* action, const std::string& input) {
        const auto answer = application_->runner().run_and_wait(
            {.action = application_->runner().modules().find_action(action),
             .actor = actor(login),
             .input = input,
             .idempotency_key = {},
             .now = now_});
        EXPECT_EQ(answer.ending, Ending::done) << action;
        return answer.output;
    }
    Got call(http::Request&& request, const std::string& token, const char* language = "zh") {
        request.remote_address = "127.0.0.1";
        request.headers = {{"Content-Type", "application/json"}, {"Accept-Language", language}};
        if (!token.empty()) request.headers.push_back({"Authorization", "Bearer " + token});
        const auto caught = std::make_shared<Caught>();
        api_->handle(std::move(request), http::Responder(caught));
        const auto response = caught->wait();
        Got got{.status = response.status, .body = std::string(response.body.view()), .retry_after = {}};
        for (const auto& header : response.headers) {
            if (header.name == "Retry-After") got.retry_after = header.value;
        }
        return got;
    }
    Got get(const std::string& token, const std::string& path, const char* language = "zh") {
        http::Request request;
        request.method = http::Method::get;
        request.path = path.substr(0, path.find('?'));
        request.query = path.find('?') == std::string::npos ? "" : path.substr(path.find('?') + 1);
        return call(std::move(request), token, language);
    }
    Got post(const std::string& token, const std::string& path, const std::string& body) {
        http::Request request;
        request.method = http::Method::post;
        request.path = path;
        request.body = body;
        return call(std::move(request), token);
    }
    std::string token_of(const std::string& login) {
        auto& token = tokens_[login];
        if (!token.empty()) return token;
        const auto got = post("", "/api/sign_in", "{\"login\":\"" + login + "\",\"password\":\"demo\"}");
        EXPECT_EQ(got.status, 200) << got.body;
        return token = text_of(got.body, "token");
    }
    Got record(const std::string& token, std::size_t which) {
        return get(token, "/api/customers/customer_record?customer_id=" + ids_[which]);
    }
    Got reveal(const std::string& token, std::size_t which) {
        return post(token, "/api/customers/reveal_phone",
                    "{\"customer_id\":" + ids_[which] + ",\"reason\":\"回访\"}");
    }
    // What is written after an answer has left is on the disk when the next writing is.
    std::string shown_to_manager(const std::string& path) {
        act("sales1", "access.set_language", R"({"language":"zh"})");
        const auto got = get(token_of("gm"), path);
        EXPECT_EQ(got.status, 200) << path;
        return got.body;
    }
    std::size_t alerts() {
        return times(shown_to_manager("/api/tasks/my_alerts"), "\"alert.customers.read_in_bulk\"");
    }
    // In the store's log, page by page.
    std::size_t events(const std::string& name = "customers.read_in_bulk") {
        std::size_t count = 0;
        for (std::string since = "0"; !since.empty();) {
            const auto page = shown_to_manager("/api/events?limit=1000&since=" + since);
            count += times(page, "\"name\":\"" + name + "\"");
            const auto next = reflect::json_member(page, "next").value_or("null");
            since = next == "null" ? "" : reflect::JsonScanner(next).string();
        }
        return count;
    }

    Instant now_ = local_instant(date_of({2026, 4, 1}), 10);
    Place place_;
    std::unique_ptr<Application> application_;
    demo::DemoStore store_;
    Workers workers_{2};
    std::unique_ptr<Api> api_;
    std::vector<std::string> ids_;
    std::map<std::string, std::string> tokens_;
};
INSTANTIATE_TEST_SUITE_P(, ReadingGuardTest, ::testing::ValuesIn(testing::engines()), testing::engine_name);

// security 19
TEST_P(ReadingGuardTest, who_reads_in_bulk_is_noticed_and_then_stopped_until_the_hour_is_over) {
    const auto token = token_of("sales1");
    EXPECT_EQ(get(token, "/api/customers/customer_list?limit=2").status, 200);
    EXPECT_EQ(get(token, "/api/customers/customer_list?limit=2").status, 200) << "the same two again";
    EXPECT_EQ(alerts(), 0U);
    EXPECT_EQ(record(token, 0).status, 200);
    EXPECT_EQ(alerts(), 1U);
    EXPECT_EQ(events(), 1U);
    EXPECT_EQ(reveal(token, 1).status, 200) << "the fourth";
    EXPECT_EQ(record(token, 2).status, 200) << "the fifth";
    now_ = now_ + minutes(20);
    const auto stopped = record(token, 3);
    EXPECT_EQ(stopped.status, 429);
    EXPECT_EQ(stopped.retry_after, "2400");
    EXPECT_EQ(text_of(stopped.body, "code"), "too_many_customers_read");
    EXPECT_NE(text_of(stopped.body, "detail").find("40分钟"), std::string::npos) << stopped.body;
    const auto english = get(token, "/api/customers/customer_list?limit=12", "en");
    EXPECT_EQ(english.status, 429);
    EXPECT_NE(text_of(english.body, "detail").find("in 40 minutes"), std::string::npos) << english.body;
    for (const auto* way : {"/api/customers/customer_list?format=csv", "/api/search/find?q=13800000015"}) {
        EXPECT_EQ(get(token, way).status, 429) << way;
    }
    EXPECT_EQ(reveal(token, 4).status, 429);
    EXPECT_EQ(events("customers.phone_revealed"), 1U) << "it was not revealed";
    EXPECT_EQ(record(token, 0).status, 200) << "whom they know they may still see";
    EXPECT_EQ(get(token, "/api/access/store").status, 200) << "what shows no customer goes on";
    EXPECT_EQ(record(token_of("sales2"), 3).status, 200) << "others are counted alone";
    EXPECT_EQ(alerts(), 1U) << "once an hour";
    now_ = now_ + minutes(40);
    EXPECT_EQ(record(token, 3).status, 200);
    EXPECT_EQ(get(token, "/api/customers/customer_list?limit=3").status, 200);
    EXPECT_EQ(alerts(), 2U);
    EXPECT_EQ(events(), 2U);
}

// security 19
TEST_P(ReadingGuardTest, an_export_leaves_whole_or_not_at_all_and_of_a_manager_always) {
    const auto actor_of_sales = actor("sales1");
    // An export goes by pages of a thousand.
    const auto answer =
        application_->runner().run_work_and_wait(actor_of_sales, now_, [](Tx& tx) -> MaybeRefused {
            for (int i = 0; i < 1'000; ++i) {
                const auto made = customers::register_customer(tx, {.name = "名单" + std::to_string(i)});
                if (!made) return made.refused();
            }
            return std::nullopt;
        });
    ASSERT_EQ(answer.ending, Ending::done);
    const char* list = "/api/customers/customer_list?format=csv";
    const auto refused = get(token_of("sales1"), list);
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(refused.body.find("名单"), std::string::npos);
    for (int round = 0; round < 2; ++round) {
        const auto exported = get(token_of("gm"), list);
        EXPECT_EQ(exported.status, 200);
        EXPECT_NE(exported.body.find("名单0"), std::string::npos);
        EXPECT_NE(exported.body.find("名单999"), std::string::npos);
    }
    EXPECT_EQ(alerts(), 2U) << "of the consultant and of the manager, once each";
    EXPECT_EQ(events(), 2U);
}

TEST_P(ReadingGuardTest, a_stop_that_is_raised_lets_them_go_on_at_once) {
    const auto token = token_of("sales1");
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(record(token, i).status, 200);
    EXPECT_EQ(record(token, 5).status, 429);
    act("gm", "customers.set_reading_limits", R"({"notice_at":3,"stop_at":7,"number":2,"reason":"回访周"})");
    EXPECT_EQ(record(token, 5).status, 200);
    EXPECT_EQ(record(token, 6).status, 200);
    EXPECT_EQ(record(token, 7).status, 429);
}

}  // namespace
}  // namespace forecourt::program
