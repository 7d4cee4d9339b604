#pragma once

// Internal to the server: one client's connection as a state machine. It reads a request, waits for its
// answer, writes it, and reads the next. Where bytes come from and go to is left to the derived class.

#include <http/compress.h>
#include <http/io_thread.h>
#include <http/request_parser.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace forecourt::http {

/// How a transfer goes: once the grace time is over it must be faster than a given rate, and it must never
/// stand still for as long as the grace time (a fast start does not buy a long rest).
class Pace {
  public:
    using Time = std::chrono::steady_clock::time_point;

    void start(Time now);
    void moved_to(std::uint64_t bytes, Time now);
    bool is_too_slow(Time now, std::chrono::milliseconds grace, std::size_t bytes_per_second) const;

  private:
    Time began_{};
    Time last_moved_{};
    std::uint64_t bytes_ = 0;
};

/// Everything but deliver() through IoThread::complete() happens on the connection's io thread.
class Connection : public std::enable_shared_from_this<Connection> {
  public:
    Connection(std::shared_ptr<IoThread> io_thread, std::string peer_address, bool encrypted);
    virtual ~Connection() = default;

    void start();
    /// Answers 503 without reading a request, and closes.
    void start_refusing();
    void deliver(Completion&& completion);
    void sweep(std::chrono::steady_clock::time_point now);
    /// Closes if nothing is under way; else after the running request.
    void begin_stop();
    void close();

    IoThread& io_thread() { return *io_thread_; }

  protected:
    // One of each may be under way; each ends in the on_ function of its name.
    virtual void start_handshake() = 0;
    virtual void start_read(char* space, std::size_t size) = 0;
    virtual void start_write(std::string_view first, std::string_view second) = 0;
    /// Tells the peer that nothing more comes.
    virtual void start_shutdown() = 0;
    /// Reads and forgets, below TLS. Ends in on_read.
    virtual void start_discard(char* space, std::size_t size) = 0;
    virtual void close_socket() = 0;

    void on_handshake(bool succeeded);
    void on_read(bool succeeded, std::size_t size);
    void on_write(bool succeeded, std::size_t size);
    void on_shutdown();

  private:
    friend class IoThread;
    enum class Phase {
        handshake,
        idle,
        head,
        continuing,
        body,
        handling,
        writing,
        streaming,
        lingering,
        closed
    };

    void read_more();
    void process();
    bool admit_body();
    bool account_for_body();
    void dispatch();
    void answer(Response&& response, bool is_encoded);
    void begin_stream(StreamBegun&& begun);
    void send_stream_text();
    void fail(const Fault& fault);
    void write_rest();
    void begin_write(Phase phase);
    void become_idle();
    void close_politely();
    void enter(Phase phase, std::chrono::milliseconds deadline);
    std::string make_head(Response& response, bool streamed);
    void release_body_account();

    const std::shared_ptr<IoThread> io_thread_;
    const std::string peer_address_;
    const bool encrypted_;
    std::size_t place_ = 0;  // in the io thread's list

    Phase phase_ = Phase::idle;
    std::chrono::steady_clock::time_point deadline_{};
    Pace pace_;

    RequestParser parser_;
    std::vector<char> input_;
    std::size_t input_begin_ = 0;
    std::size_t input_end_ = 0;
    bool read_pending_ = false;

    std::string output_;
    Body output_body_;
    std::size_t written_ = 0;
    bool write_pending_ = false;

    std::uint64_t sequence_ = 0;  // of the request being handled
    Encoding encoding_ = Encoding::identity;
    bool is_head_request_ = false;
    bool close_after_ = false;
    bool linger_ = false;
    std::size_t body_bytes_accounted_ = 0;
    std::shared_ptr<Subscription> subscription_;
};

}  // namespace forecourt::http
