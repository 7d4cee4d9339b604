#pragma once

// Internal to the server: what the connections of one io thread share, and the way answers come back to it
// from other threads. No sockets here; server.cpp gives the thread its event loop.

#include <http/live.h>
#include <http/response_head.h>
#include <http/server.h>

#include <atomic>
#include <cstdint>
#include <ctime>
#include <memory>
#include <mutex>
#include <string>
#include <variant>
#include <vector>

namespace forecourt::http {

class Connection;

/// What all io threads of a server share.
struct ServerState {
    ServerState(Options given, Handler on_request)
        : options(std::move(given)), handler(std::move(on_request)), common_headers(options.common_headers) {}

    const Options options;
    const Handler handler;
    const CommonHeaders common_headers;
    std::atomic<bool> stopping{false};
    std::atomic<std::size_t> open_connections{0};
    std::atomic<std::size_t> body_bytes_held{0};

    struct Counters {
        std::atomic<std::uint64_t> streams{0};
        std::atomic<std::uint64_t> accepted{0};
        std::atomic<std::uint64_t> overloaded{0};
        std::atomic<std::uint64_t> refused{0};
        std::atomic<std::uint64_t> timed_out{0};
        std::atomic<std::uint64_t> handler_failures{0};
    } counters;
};

/// An answer on its way to the connection that waits for it.
struct Answered {
    Response response;
    bool is_encoded = false;  // the sender has decided on the content encoding already
};
struct StreamBegun {
    std::vector<Header> headers;
    std::shared_ptr<Subscription> subscription;
};
struct StreamHasText {};

struct Completion {
    std::shared_ptr<Connection> connection;
    std::uint64_t sequence = 0;
    std::variant<Answered, StreamBegun, StreamHasText> what;
};

class IoThread : public std::enable_shared_from_this<IoThread> {
  public:
    explicit IoThread(std::shared_ptr<ServerState> state) : state_(std::move(state)) {}
    virtual ~IoThread() = default;

    ServerState& state() { return *state_; }
    const Options& options() const { return state_->options; }

    /// Delivers at once on this thread; from another one by the queue, or by its ResponseBatch if it has one.
    void complete(Completion&& completion);
    /// Puts completions into the queue and wakes the thread, once. Leaves `completions` empty.
    void enqueue(std::vector<Completion>& completions);
    /// Delivers what is in the queue. On this thread only.
    void drain();
    /// From now on nothing is delivered any more: the thread ends.
    void end_deliveries();

    bool is_current() const;
    void make_current();
    /// The Date header's value, made once a second.
    std::string_view date();

    void add(const std::shared_ptr<Connection>& connection);
    void remove(Connection& connection);
    void sweep();
    void begin_stop();
    void close_all();

    // Written by this thread alone, so that the hot counters are not shared between cores.
    std::atomic<std::uint64_t> requests{0};
    std::atomic<std::uint64_t> bytes_received{0};
    std::atomic<std::uint64_t> bytes_sent{0};

  protected:
    /// Makes the event loop call drain() soon. From any thread.
    virtual void wake() = 0;

  private:
    const std::shared_ptr<ServerState> state_;
    std::vector<std::shared_ptr<Connection>> connections_;
    std::time_t date_second_ = 0;
    std::string date_;

    std::mutex queue_mutex_;
    std::vector<Completion> queue_;
    bool wake_pending_ = false;
    bool deliveries_ended_ = false;
};

/// Adds to a counter only its own thread writes: a load and a store instead of a locked instruction.
inline void add_to(std::atomic<std::uint64_t>& counter, std::uint64_t amount) {
    counter.store(counter.load(std::memory_order_relaxed) + amount, std::memory_order_relaxed);
}

}  // namespace forecourt::http
