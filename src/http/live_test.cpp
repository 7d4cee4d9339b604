#include <http/live.h>

#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>

namespace forecourt::http {

namespace {

using namespace std::chrono_literals;

/// Waits for the hub's thread, at most five seconds.
bool eventually(const std::function<bool()>& holds) {
    for (int i = 0; i < 1000; ++i) {
        if (holds()) return true;
        std::this_thread::sleep_for(5ms);
    }
    return false;
}

/// A client that takes text when it is woken.
struct Listener {
    std::mutex mutex;
    std::string text;
    bool ended = false;
    std::shared_ptr<Subscription> subscription;

    void listen(Live& live, StreamOptions options) {
        auto made = live.subscribe(options, [this] { take(); });
        {
            const std::lock_guard lock(mutex);
            subscription = std::move(made);
        }
        take();
    }
    void take() {
        const std::lock_guard lock(mutex);
        if (!subscription) return;
        text += subscription->take();
        ended = subscription->ended();
    }
    bool heard(std::string_view part) {
        const std::lock_guard lock(mutex);
        return text.find(part) != std::string::npos;
    }
    bool has_ended() {
        const std::lock_guard lock(mutex);
        return ended;
    }
};

}  // namespace

TEST(live, an_event_is_written_line_by_line) {
    EXPECT_EQ(to_stream_text({.id = "7", .event = "arrival", .data = "{}"}),
              "id: 7\nevent: arrival\ndata: {}\n\n");
    EXPECT_EQ(to_stream_text({.data = "a\nb\r\nc\rd"}), "data: a\ndata: b\ndata: c\ndata: d\n\n");
    EXPECT_EQ(to_stream_text({.id = "1\n\ndata: x", .event = "e\r", .data = ""}),
              "id: 1data: x\nevent: e\ndata: \n\n");
}

TEST(live, each_hears_of_its_channel_what_its_filter_lets_through) {
    Live live;
    Listener one;
    Listener two;
    const auto not_secret = [](const LiveEvent& event) {
        return event.topics != std::vector<std::string>{"secret"};
    };
    one.listen(live, {.channel = "store 1", .filter = not_secret});
    two.listen(live, {.channel = "store 2", .filter = not_secret});
    EXPECT_EQ(live.subscribers(), 2u);
    live.publish({.data = "kept", .channel = "store 1", .topics = {"secret"}});
    live.publish({.data = "to nobody", .channel = "store 3"});
    live.publish({.data = "first", .channel = "store 1", .topics = {"open"}});
    live.publish({.data = "second", .channel = "store 2"});
    EXPECT_TRUE(eventually([&] { return one.heard("data: first\n\n") && two.heard("data: second\n\n"); }));
    EXPECT_FALSE(one.heard("kept"));
    EXPECT_FALSE(one.heard("second"));
    EXPECT_FALSE(two.heard("first"));
    EXPECT_TRUE(one.heard("retry: 3000\n\n"));
}

TEST(live, an_event_in_backlog_and_stream_is_sent_once_and_none_is_lost_between) {
    Live live;
    Listener listener;
    listener.listen(
        live, {.backlog = [&live] {
            live.publish({.id = "2", .data = "both"});
            live.publish({.id = "3", .data = "new"});
            // Long enough for the hub to hand the events out while the backlog is being read.
            std::this_thread::sleep_for(50ms);
            return std::vector<LiveEvent>{{.id = "1", .data = "missed"}, {.id = "2", .data = "both"}};
        }});
    live.publish({.id = "2", .data = "both"});
    live.publish({.id = "4", .data = "last"});
    ASSERT_TRUE(eventually([&] { return listener.heard("last"); }));
    EXPECT_EQ(listener.text,
              "retry: 3000\n\nid: 1\ndata: missed\n\nid: 2\ndata: both\n\nid: 3\ndata: new\n\nid: 4\ndata: "
              "last\n\n");
}

TEST(live, who_does_not_read_is_cut_off_and_the_others_are_not) {
    Live live({.queue_bytes = 1000});
    Listener reader;
    reader.listen(live, {});
    const auto sleeper = live.subscribe({}, [] {});
    for (int i = 0; i < 200; ++i) {
        live.publish({.data = "event number " + std::to_string(i)});
        if (i % 10 != 0) continue;
        ASSERT_TRUE(eventually([&] { return reader.heard("number " + std::to_string(i)); }));
    }
    EXPECT_TRUE(eventually([&] { return sleeper->ended(); }));
    EXPECT_LT(sleeper->take().size(), 2000u);
    EXPECT_FALSE(reader.has_ended());
}

TEST(live, too_many_waiting_events_send_everyone_back_to_the_backlog) {
    Live live({.queued_events = 10});
    std::mutex gate;
    std::unique_lock closed(gate);
    const auto subscription = live.subscribe({.filter =
                                                  [&gate](const LiveEvent&) {
                                                      const std::lock_guard wait(gate);
                                                      return true;
                                                  }},
                                             [] {});
    for (int i = 0; i < 100; ++i) live.publish({.data = "x"});
    closed.unlock();
    EXPECT_TRUE(eventually([&] { return subscription->ended(); }));
}

TEST(live, a_filter_that_throws_ends_its_stream_only) {
    Live live;
    Listener good;
    Listener bad;
    good.listen(live, {});
    bad.listen(live, {.filter = [](const LiveEvent&) -> bool { throw std::runtime_error("no"); }});
    live.publish({.data = "x"});
    EXPECT_TRUE(eventually([&] { return bad.has_ended() && good.heard("data: x"); }));
    EXPECT_FALSE(good.has_ended());
}

// security 35, 53
TEST(live, signing_out_ends_the_streams_of_that_session) {
    Live live;
    Listener mine;
    Listener other;
    mine.listen(live, {.owner = "session 1"});
    other.listen(live, {.owner = "session 2"});
    live.end_streams_of("session 1");
    EXPECT_TRUE(mine.has_ended());
    EXPECT_FALSE(other.has_ended());
}

TEST(live, a_silent_stream_hears_a_heartbeat) {
    Live live({.heartbeat = 20ms});
    Listener listener;
    listener.listen(live, {});
    EXPECT_TRUE(eventually([&] { return listener.heard("\n\n:\n\n:\n\n"); }));
}

TEST(live, subscribers_are_counted_while_they_hold_on) {
    Live live;
    auto subscription = live.subscribe({}, [] {});
    EXPECT_EQ(live.subscribers(), 1u);
    subscription.reset();
    EXPECT_EQ(live.subscribers(), 0u);
    live.publish({.data = "to nobody"});
}

TEST(live, the_end_of_the_hub_ends_its_streams) {
    Listener listener;
    {
        Live live;
        listener.listen(live, {});
    }
    EXPECT_TRUE(listener.has_ended());
}

}  // namespace forecourt::http
