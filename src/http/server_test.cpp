#include <http/live.h>
#include <http/server.h>
#include <http/testing/raw_client.h>

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <map>
#include <stdexcept>
#include <thread>

namespace forecourt::http {

namespace {

using testing::RawClient;
using namespace std::chrono_literals;
using namespace std::string_literals;

bool eventually(const std::function<bool()>& holds) {
    for (int i = 0; i < 1000; ++i) {
        if (holds()) return true;
        std::this_thread::sleep_for(5ms);
    }
    return false;
}

std::string get(const std::string& target, const std::string& headers = {}) {
    return "GET " + target + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
}

Response text(std::string body) { return {.content_type = "text/plain", .body = std::move(body)}; }

/// A running server whose handler answers by path.
struct TestServer {
    using Routes = std::map<std::string, Handler>;

    explicit TestServer(Routes given, Options options = {})
        : routes(std::move(given)), server(std::move(options), [this](Request&& request, Responder respond) {
              const auto route = routes.find(request.path);
              if (route == routes.end()) return respond(text(request.path + request.body));
              route->second(std::move(request), std::move(respond));
          }) {
        server.start();
    }

    RawClient connect() const { return RawClient(server.port()); }

    Routes routes;
    Server server;
};

/// Deadlines short enough to be waited for.
Options impatient() {
    return {.head_deadline = 150ms,
            .idle_deadline = 150ms,
            .min_body_bytes_per_second = 1'000'000,
            .min_write_bytes_per_second = 1'000,
            .body_grace = 150ms,
            .write_grace = 150ms,
            .linger = 150ms,
            .sweep_interval = 20ms};
}

}  // namespace

TEST(server, a_connection_is_used_again_and_again) {
    TestServer test({});
    auto client = test.connect();
    for (int i = 0; i < 3; ++i) {
        client.send(get("/" + std::to_string(i)));
        const auto reply = client.receive();
        ASSERT_TRUE(reply);
        EXPECT_EQ(reply->status, 200);
        EXPECT_EQ(reply->body, "/" + std::to_string(i));
        EXPECT_EQ(reply->header("connection"), "");
        EXPECT_FALSE(reply->header("date").empty());
    }
    EXPECT_EQ(test.server.stats().accepted, 1u);
    EXPECT_EQ(test.server.stats().requests, 3u);
}

TEST(server, close_and_http_1_0_end_the_connection_after_the_answer) {
    TestServer test({});
    for (const auto& request : {get("/", "Connection: close\r\n"), "GET / HTTP/1.0\r\nHost: a\r\n\r\n"s}) {
        auto client = test.connect();
        client.send(request);
        const auto reply = client.receive();
        ASSERT_TRUE(reply);
        EXPECT_EQ(reply->header("connection"), "close");
        EXPECT_EQ(client.receive_rest(), "");
    }
}

TEST(server, pipelined_requests_are_answered_in_order_even_if_the_first_takes_longest) {
    std::vector<std::thread> threads;
    std::mutex mutex;
    TestServer test({{"/slow", [&](Request&&, Responder respond) {
                          const std::lock_guard lock(mutex);
                          threads.emplace_back([respond] {
                              std::this_thread::sleep_for(50ms);
                              respond(text("slow"));
                          });
                      }}});
    auto client = test.connect();
    client.send(get("/slow") + get("/quick") + "POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc" +
                get("/slow") + get("/end"));
    for (const auto* expected : {"slow", "/quick", "/pabc", "slow", "/end"}) {
        const auto reply = client.receive();
        ASSERT_TRUE(reply);
        EXPECT_EQ(reply->body, expected);
    }
    for (auto& thread : threads) thread.join();
}

TEST(server, head_and_empty_statuses_have_no_body) {
    TestServer test(
        {{"/204", [](Request&&, Responder respond) { respond({.status = 204}); }},
         {"/304", [](Request&&, Responder respond) { respond({.status = 304, .body = "not sent"}); }}});
    auto client = test.connect();
    client.send("HEAD /abc HTTP/1.1\r\nHost: a\r\n\r\n" + get("/204") + get("/304") + get("/end"));
    const auto head = client.receive(true);
    ASSERT_TRUE(head);
    EXPECT_EQ(head->header("content-length"), "4");
    EXPECT_EQ(client.receive()->status, 204);
    EXPECT_EQ(client.receive()->status, 304);
    EXPECT_EQ(client.receive()->body, "/end");
}

TEST(server, options_reaches_the_handler) {
    TestServer test({{"/o", [](Request&& request, Responder respond) {
                          respond(text(request.method == Method::options ? "options" : "other"));
                      }}});
    auto client = test.connect();
    client.send("OPTIONS /o HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(client.receive()->body, "options");
}

TEST(server, who_asks_before_sending_a_body_is_told_to_go_on) {
    TestServer test({}, {.max_body = 10});
    const std::string head = "POST /p HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: ";
    auto client = test.connect();
    client.send(head + "5\r\n\r\n");
    EXPECT_EQ(client.receive_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("hello" + head + "5\r\n\r\nworld" + head + "11\r\n\r\n");
    EXPECT_EQ(client.receive()->body, "/phello");
    // Who did not wait gets no 100, and who asks for too much gets the refusal instead of it.
    EXPECT_EQ(client.receive()->body, "/pworld");
    EXPECT_EQ(client.receive()->status, 413);
    EXPECT_EQ(client.receive_rest(), "");
}

TEST(server, the_body_limit_can_depend_on_the_path) {
    TestServer test({}, {.body_limit = [](const Request& request) -> std::size_t {
                        if (request.path == "/throws") throw std::runtime_error("no");
                        return request.path == "/upload" ? 100'000 : 5;
                    }});
    const auto status_of = [&](const std::string& path, std::size_t size) {
        auto client = test.connect();
        client.send("POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(size) +
                    "\r\n\r\n");
        if (size <= 100'000) client.send(std::string(size, 'x'));
        return client.receive()->status;
    };
    EXPECT_EQ(status_of("/upload", 100'000), 200);
    EXPECT_EQ(status_of("/upload", 100'001), 413);
    EXPECT_EQ(status_of("/api", 5), 200);
    EXPECT_EQ(status_of("/api", 6), 413);
    EXPECT_EQ(status_of("/throws", 1), 500);
}

TEST(server, a_refusal_arrives_although_the_client_is_still_sending) {
    TestServer test({}, {.max_body = 1000});
    auto client = test.connect();
    client.send("POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000\r\n\r\n");
    std::thread sender([&] {
        // Without a lingering close the server's system would answer the rest with a reset.
        EXPECT_TRUE(client.send(std::string(5'000'000, 'x')));
    });
    EXPECT_EQ(client.receive()->status, 413);
    sender.join();
    client.finish_sending();
}

// security 34
TEST(server, large_bodies_are_limited_in_all) {
    TestServer test({}, {.max_bodies_in_memory = 300'000});
    auto first = test.connect();
    first.send("POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 250000\r\n\r\n" + std::string(249'999, 'x'));
    auto second = test.connect();
    ASSERT_TRUE(eventually([&] { return test.server.stats().bytes_received > 249'999; }));
    second.send("POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 250000\r\n\r\n" + std::string(150'000, 'x'));
    EXPECT_EQ(second.receive()->status, 503);
    first.send("y");
    EXPECT_EQ(first.receive()->status, 200);
    // The room is free again when an answer has been written, a moment after its reader has it.
    EXPECT_TRUE(eventually([&] {
        auto third = test.connect();
        third.send("POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 250000\r\n\r\n" +
                   std::string(250'000, 'x'));
        return third.receive()->status == 200;
    }));
}

// security 34
TEST(server, a_trickling_head_is_ended_by_the_deadline_of_the_whole_head) {
    TestServer test({}, impatient());
    auto client = test.connect();
    const auto begin = std::chrono::steady_clock::now();
    for (const char c : get("/", "X: " + std::string(200, 'a') + "\r\n")) {
        if (!client.send(std::string(1, c)) || test.server.stats().timed_out > 0) break;
        std::this_thread::sleep_for(10ms);
    }
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 1500ms);
    const auto reply = client.receive();
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->status, 408);
    EXPECT_NE(reply->body.find("request_timed_out"), std::string::npos);
    EXPECT_EQ(client.receive_rest(), "");
}

// security 34
TEST(server, a_trickling_body_is_ended_by_its_rate) {
    TestServer test({}, impatient());
    auto client = test.connect();
    client.send("POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");
    for (int i = 0; i < 300 && test.server.stats().timed_out == 0; ++i) {
        client.send("x");
        std::this_thread::sleep_for(5ms);
    }
    EXPECT_EQ(client.receive()->status, 408);
}

TEST(server, an_idle_connection_is_closed_without_a_word) {
    TestServer test({}, impatient());
    auto fresh = test.connect();
    auto used = test.connect();
    used.send(get("/"));
    EXPECT_EQ(used.receive()->status, 200);
    EXPECT_EQ(fresh.receive_rest(), "");
    EXPECT_EQ(used.receive_rest(), "");
    EXPECT_TRUE(eventually([&] { return test.server.stats().connections == 0; }));
}

TEST(server, a_client_that_does_not_read_is_cut_off) {
    const auto large = std::make_shared<const std::string>(std::string(16'000'000, 'x'));
    TestServer test(
        {{"/large", [&](Request&&, Responder respond) { respond({.body = Body::shared(large)}); }}},
        impatient());
    RawClient client(test.server.port(), 4096);
    client.send(get("/large"));
    EXPECT_TRUE(eventually([&] { return test.server.stats().timed_out == 1; }));
    EXPECT_TRUE(eventually([&] { return test.server.stats().connections == 0; }));
    EXPECT_EQ(large.use_count(), 1);
}

TEST(server, a_large_shared_body_arrives_whole) {
    std::string content;
    for (int i = 0; content.size() < 5'000'000; ++i) content += std::to_string(i);
    const auto large = std::make_shared<const std::string>(content);
    TestServer test(
        {{"/large", [&](Request&&, Responder respond) { respond({.body = Body::shared(large)}); }}});
    auto client = test.connect();
    client.send(get("/large") + get("/next"));
    EXPECT_EQ(client.receive()->body, content);
    EXPECT_EQ(client.receive()->body, "/next");
}

// security 34
TEST(server, too_many_connections_are_turned_away_with_503) {
    TestServer test({}, {.max_connections = 2});
    auto first = test.connect();
    auto second = test.connect();
    first.send(get("/"));
    second.send(get("/"));
    EXPECT_EQ(first.receive()->status, 200);
    EXPECT_EQ(second.receive()->status, 200);
    auto third = test.connect();
    third.send(get("/"));
    const auto reply = third.receive();
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->status, 503);
    EXPECT_EQ(reply->header("retry-after"), "1");
    EXPECT_NE(reply->body.find("\"overloaded\""), std::string::npos);
    third.finish_sending();
    EXPECT_EQ(third.receive_rest(), "");
    first.send(get("/"));
    EXPECT_EQ(first.receive()->status, 200);
}

// security 78
TEST(server, a_request_is_always_answered_once) {
    TestServer test({{"/forgotten", [](Request&&, Responder) {}},
                     {"/throws", [](Request&&, Responder) { throw std::runtime_error("no"); }},
                     {"/twice",
                      [](Request&&, Responder respond) {
                          respond(text("first"));
                          respond(text("second"));
                      }},
                     {"/splits", [](Request&&, Responder respond) {
                          respond({.headers = {{"X-Name", "a\r\nSet-Cookie: b"}}, .body = "x"});
                      }}});
    auto client = test.connect();
    client.send(get("/forgotten") + get("/throws") + get("/twice") + get("/splits") + get("/end"));
    EXPECT_EQ(client.receive()->status, 500);
    EXPECT_EQ(client.receive()->status, 500);
    EXPECT_EQ(client.receive()->body, "first");
    const auto split = client.receive();
    EXPECT_EQ(split->status, 500);
    EXPECT_EQ(split->head.find("Set-Cookie"), std::string::npos);
    EXPECT_EQ(client.receive()->body, "/end");
    EXPECT_EQ(test.server.stats().handler_failures, 3u);
}

TEST(server, what_the_server_refuses_is_reported_to_the_log) {
    std::promise<std::string> logged;
    Options options;
    options.on_refused = [&](const Refused& refused) {
        logged.set_value(std::to_string(refused.status) + " " + std::string(refused.code) + " " +
                         std::string(refused.remote_address));
    };
    TestServer test({}, std::move(options));
    auto client = test.connect();
    client.send("nonsense\r\n\r\n");
    EXPECT_EQ(logged.get_future().get(), "400 malformed_request 127.0.0.1");
    EXPECT_EQ(client.receive()->status, 400);
    EXPECT_EQ(test.server.stats().refused, 1u);
}

// security 25
TEST(server, common_headers_are_on_every_answer) {
    TestServer test({{"/own",
                      [](Request&&, Responder respond) {
                          respond({.headers = {{"x-common", "own"}}, .body = "x"});
                      }}},
                    {.common_headers = {{"X-Common", "yes"}}});
    auto client = test.connect();
    client.send(get("/") + get("/own") + "nonsense\r\n\r\n");
    EXPECT_EQ(client.receive()->header("x-common"), "yes");
    EXPECT_EQ(client.receive()->header("x-common"), "own");
    EXPECT_EQ(client.receive()->header("x-common"), "yes");
}

// security 31
TEST(server, the_handler_learns_the_address_of_the_client) {
    const TestServer::Routes routes = {
        {"/who", [](Request&& request, Responder respond) { respond(text(request.remote_address)); }}};
    TestServer direct(routes);
    TestServer proxied(routes, {.trusted_proxies = {"127.0.0.1"}});
    for (const auto& [server, expected] : {std::pair(&direct, "127.0.0.1"), std::pair(&proxied, "1.2.3.4")}) {
        auto client = server->connect();
        client.send(get("/who", "X-Forwarded-For: 6.6.6.6, 1.2.3.4\r\n"));
        EXPECT_EQ(client.receive()->body, expected);
    }
}

TEST(server, answers_of_many_threads_reach_the_right_connections) {
    std::mutex mutex;
    std::vector<std::pair<Responder, std::string>> waiting;
    std::atomic<bool> done = false;
    Options options;
    options.io_threads = 2;
    TestServer test({{"/",
                      [&](Request&& request, Responder respond) {
                          const std::lock_guard lock(mutex);
                          waiting.emplace_back(std::move(respond), request.query);
                      }}},
                    std::move(options));
    std::vector<std::thread> writers;
    for (int i = 0; i < 2; ++i) {
        writers.emplace_back([&] {
            while (!done) {
                std::unique_lock lock(mutex);
                auto batch = std::exchange(waiting, {});
                lock.unlock();
                const ResponseBatch one_wake_up;
                for (auto& [respond, query] : batch) respond(text(query));
                if (batch.empty()) std::this_thread::yield();
            }
        });
    }
    std::vector<std::thread> clients;
    std::atomic<int> right = 0;
    for (int id = 0; id < 8; ++id) {
        clients.emplace_back([&, id] {
            auto client = test.connect();
            for (int i = 0; i < 100; ++i) {
                const auto query = std::to_string(id) + "-" + std::to_string(i);
                client.send(get("/?" + query));
                if (client.receive()->body == query) ++right;
            }
        });
    }
    for (auto& client : clients) client.join();
    done = true;
    for (auto& writer : writers) writer.join();
    EXPECT_EQ(right, 800);
    EXPECT_EQ(test.server.stats().requests, 800u);
}

TEST(server, a_second_server_on_the_same_port_is_refused) {
    TestServer test({});
    Server second({.port = test.server.port()}, [](Request&&, Responder) {});
    EXPECT_THROW(second.start(), std::runtime_error);
    EXPECT_THROW(Server({.address = "nowhere"}, [](Request&&, Responder) {}), std::invalid_argument);
}

}  // namespace forecourt::http
