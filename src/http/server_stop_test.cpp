#include <http/live.h>
#include <http/server.h>
#include <http/testing/raw_client.h>

#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <optional>
#include <thread>

// Streams of server-sent events and the end of the server.

namespace forecourt::http {

namespace {

using testing::RawClient;
using namespace std::chrono_literals;

bool eventually(const std::function<bool()>& holds) {
    for (int i = 0; i < 1000; ++i) {
        if (holds()) return true;
        std::this_thread::sleep_for(5ms);
    }
    return false;
}

const std::string get_slow = "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n";
const std::string get_live = "GET /live HTTP/1.1\r\nHost: a\r\nLast-Event-ID: 41\r\n\r\n";

/// Streams at /live; holds the responder of /slow; answers everything else.
struct LiveServer {
    explicit LiveServer(Options options = {}, Live::Options live_options = {})
        : live(live_options), server(std::move(options), [this](Request&& request, Responder respond) {
              if (request.path == "/slow") {
                  held.set_value(std::move(respond));
              } else if (request.path == "/live") {
                  const std::string since(request.header("last-event-id"));
                  respond.stream({.live = &live,
                                  .filter = [](const LiveEvent& event) { return event.event != "secret"; },
                                  .backlog =
                                      [since] {
                                          return std::vector<LiveEvent>{
                                              {.id = "42", .data = "missed since " + since}};
                                      },
                                  .owner = "session",
                                  .headers = {{"X-Own", "1"}}});
              } else {
                  respond({.body = "ok"});
              }
          }) {
        server.start();
    }

    Live live;
    std::promise<Responder> held;
    Server server;
};

}  // namespace

TEST(server_stream, a_client_hears_its_backlog_and_then_what_happens) {
    LiveServer test({.common_headers = {{"X-Common", "1"}}});
    RawClient client(test.server.port());
    client.send(get_live);
    const auto head = client.receive_until("\r\n\r\n");
    EXPECT_EQ(head.substr(0, 17), "HTTP/1.1 200 OK\r\n");
    for (const auto* line : {"Content-Type: text/event-stream\r\n", "Cache-Control: no-store\r\n",
                             "X-Own: 1\r\n", "X-Common: 1\r\n", "Connection: close\r\n"}) {
        EXPECT_NE(head.find(line), std::string::npos) << line;
    }
    EXPECT_EQ(head.find("Content-Length"), std::string::npos);
    EXPECT_EQ(client.receive_until("\n\n"), "retry: 3000\n\n");
    EXPECT_EQ(client.receive_until("\n\n"), "id: 42\ndata: missed since 41\n\n");
    EXPECT_EQ(test.server.stats().streams, 1u);
    test.live.publish({.id = "43", .event = "secret", .data = "x"});
    test.live.publish({.id = "44", .event = "arrival", .data = "y"});
    EXPECT_EQ(client.receive_until("\n\n"), "id: 44\nevent: arrival\ndata: y\n\n");
}

TEST(server_stream, a_client_that_hangs_up_is_forgotten) {
    LiveServer test;
    {
        RawClient client(test.server.port());
        client.send(get_live);
        client.receive_until("since 41\n\n");
        EXPECT_EQ(test.live.subscribers(), 1u);
    }
    EXPECT_TRUE(eventually([&] { return test.live.subscribers() == 0; }));
    EXPECT_EQ(test.server.stats().streams, 0u);
}

TEST(server_stream, a_client_that_does_not_read_is_cut_off) {
    LiveServer test({}, {.queue_bytes = 100'000});
    RawClient client(test.server.port(), 4096);
    client.send(get_live);
    client.receive_until("since 41\n\n");
    const std::string data(100'000, 'x');
    EXPECT_TRUE(eventually([&] {
        test.live.publish({.data = data});
        return test.live.subscribers() == 0;
    }));
    EXPECT_TRUE(eventually([&] { return test.server.stats().connections == 0; }));
}

TEST(server_stream, a_client_that_reads_nothing_more_is_cut_off_though_its_queue_is_short) {
    LiveServer test({.write_grace = 100ms, .sweep_interval = 20ms});
    RawClient client(test.server.port(), 4096);
    client.send(get_live);
    client.receive_until("since 41\n\n");
    test.live.publish({.data = std::string(16'000'000, 'x')});
    EXPECT_TRUE(eventually([&] { return test.server.stats().timed_out == 1; }));
    EXPECT_TRUE(eventually([&] { return test.live.subscribers() == 0; }));
}

// security 35
TEST(server_stream, it_ends_when_its_owner_signs_out) {
    LiveServer test;
    RawClient client(test.server.port());
    client.send(get_live);
    client.receive_until("since 41\n\n");
    test.live.end_streams_of("session");
    EXPECT_EQ(client.receive_rest(), "");
}

TEST(server_stream, head_asks_for_the_head_only) {
    LiveServer test;
    RawClient client(test.server.port());
    client.send("HEAD /live HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(client.receive_rest().find("retry"), std::string::npos);
}

TEST(server_stream, a_thousand_events_arrive_in_order) {
    LiveServer test({.io_threads = 2});
    std::vector<std::thread> listeners;
    std::atomic<int> complete = 0;
    for (int i = 0; i < 4; ++i) {
        listeners.emplace_back([&] {
            RawClient client(test.server.port());
            client.send(get_live);
            client.receive_until("since 41\n\n");
            bool in_order = true;
            for (int n = 0; n < 1000; ++n) {
                in_order = in_order && client.receive_until("\n\n") == "data: " + std::to_string(n) + "\n\n";
            }
            if (in_order) ++complete;
        });
    }
    ASSERT_TRUE(eventually([&] { return test.server.stats().streams == 4; }));
    for (int n = 0; n < 1000; ++n) test.live.publish({.data = std::to_string(n)});
    for (auto& listener : listeners) listener.join();
    EXPECT_EQ(complete, 4);
}

TEST(server_stop, a_running_request_is_answered_and_everything_else_closed) {
    LiveServer test;
    const auto port = test.server.port();
    RawClient busy(port);
    RawClient idle(port);
    RawClient streaming(port);
    busy.send(get_slow);
    const auto respond = test.held.get_future().get();
    idle.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(idle.receive()->status, 200);
    streaming.send(get_live);
    streaming.receive_until("since 41\n\n");

    std::thread stop([&] { test.server.stop_gracefully(5s); });
    EXPECT_EQ(idle.receive_rest(), "");
    EXPECT_EQ(streaming.receive_rest(), "");
    EXPECT_THROW(RawClient late(port), std::runtime_error);
    respond({.body = "done"});
    const auto reply = busy.receive();
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->body, "done");
    EXPECT_EQ(reply->header("connection"), "close");
    busy.finish_sending();
    stop.join();
    EXPECT_EQ(test.server.stats().connections, 0u);
    EXPECT_EQ(test.server.stats().requests, 3u);
}

TEST(server_stop, patience_ends) {
    LiveServer test;
    RawClient busy(test.server.port());
    busy.send(get_slow);
    const auto respond = test.held.get_future().get();
    test.server.stop_gracefully(20ms);
    EXPECT_EQ(busy.receive_rest(), "");
    respond({.body = "too late"});
}

TEST(server_stop, a_responder_may_outlive_its_server) {
    std::optional<Responder> survivor;
    {
        LiveServer test;
        RawClient busy(test.server.port());
        busy.send(get_slow);
        survivor = test.held.get_future().get();
    }
    std::thread([&] { (*survivor)({.body = "to nobody"}); }).join();
    survivor.reset();
}

TEST(server_stop, a_server_that_was_never_started_stops_too) {
    Server server({}, [](Request&&, Responder) {});
    server.stop_gracefully(1s);
    EXPECT_EQ(server.port(), 0);
}

}  // namespace forecourt::http
