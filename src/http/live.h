#pragma once

// The hub of server-sent events: who listens, and what each may hear. No sockets: the server asks for the
// text to send and is woken when there is some.

#include <http/http.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_set>
#include <vector>

namespace forecourt::http {

struct LiveEvent {
    std::string id;                   // what the client sends back as Last-Event-ID; may be empty
    std::string event;                // the name the page listens for; empty: "message"
    std::string data;                 // usually JSON; line breaks are kept
    std::string channel;              // not sent; only the streams of this channel are offered it
    std::vector<std::string> topics;  // not sent; for the filters
};

/// The event as text/event-stream writes it.
std::string to_stream_text(const LiveEvent& event);

/// One client's end of the hub.
class Subscription {
  public:
    /// Takes all text waiting to be sent; empty if there is none.
    std::string take();
    /// True once the stream shall be closed: the client fell too far behind, its owner signed out, or the hub
    /// ended. What take() still returns may be sent before.
    bool ended() const;

    ~Subscription();

  private:
    friend class Live;

    Subscription(const StreamOptions& options, std::function<void()> wake,
                 std::shared_ptr<std::atomic<std::size_t>> count);
    void begin(const std::vector<LiveEvent>& backlog);
    void offer(const LiveEvent& event, std::string_view text, std::size_t limit);
    void send_heartbeat();
    void end();
    void append(std::string_view text);
    void wake_if_needed();

    const std::function<bool(const LiveEvent&)> filter_;
    const std::string owner_;
    const std::function<void()> wake_;
    const std::shared_ptr<std::atomic<std::size_t>> count_;

    mutable std::mutex mutex_;
    std::string waiting_;
    std::vector<LiveEvent> early_;  // came while the backlog was being read
    std::unordered_set<std::string> backlog_ids_;
    bool began_ = false;
    bool ended_ = false;
    bool wake_needed_ = false;
};

/// Hands each published event to every subscriber of its channel whose filter lets it through. Publishing
/// costs the caller one queue entry; filters and formatting run on the hub's own thread. A subscriber that
/// does not read is cut off rather than waited for; it comes back with Last-Event-ID and gets the rest from
/// its backlog.
class Live {
  public:
    struct Options {
        std::chrono::milliseconds heartbeat{15'000};
        std::size_t queue_bytes = 256 * 1024;   // per subscriber
        std::size_t queued_events = 64 * 1024;  // published and not yet handed out
    };

    Live();
    explicit Live(Options options);
    ~Live();
    Live(const Live&) = delete;
    Live& operator=(const Live&) = delete;

    /// From any thread; returns at once.
    void publish(LiveEvent event);
    std::size_t subscribers() const { return count_->load(std::memory_order_relaxed); }
    /// Ends all streams of somebody who signed out or was locked; who may still come in comes back.
    void end_streams_of(std::string_view owner);

    /// Registers a client; `wake` is called, from any thread, whenever there is text to take or the stream
    /// has ended. Reads the backlog before it returns. Letting go of the result ends the subscription.
    std::shared_ptr<Subscription> subscribe(const StreamOptions& options, std::function<void()> wake);

  private:
    void run();
    void hand_out(const std::vector<LiveEvent>& events);
    void hand_out_in(std::string_view channel, const std::vector<const LiveEvent*>& events);
    void end_all();
    using Subscriptions = std::vector<std::shared_ptr<Subscription>>;
    Subscriptions living_subscriptions();
    Subscriptions living_subscriptions_in(std::string_view channel);

    const Options options_;
    const std::shared_ptr<std::atomic<std::size_t>> count_;
    std::mutex subscriptions_mutex_;
    using Channel = std::vector<std::weak_ptr<Subscription>>;
    static void add_living(Channel& channel, Subscriptions& living);
    std::map<std::string, Channel, std::less<>> channels_;
    std::mutex queue_mutex_;
    std::condition_variable queue_changed_;
    std::vector<LiveEvent> queue_;
    bool events_were_lost_ = false;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace forecourt::http
