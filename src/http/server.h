#pragma once

// The server: listens, reads requests, hands them to one handler, writes the answers. HTTP/1.1, with TLS on
// wish.

#include <http/http.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace forecourt::http {

/// A request or connection the server turned away by itself, for the log.
struct Refused {
    int status = 0;
    std::string_view code;
    std::string_view detail;
    std::string_view remote_address;
};

struct Options {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;  // 0: any free one, see Server::port()
    int io_threads = 1;
    int max_connections = 16384;  // beyond, a connection is answered 503 and closed

    std::size_t max_head = 16 * 1024;
    std::size_t max_body = 32 * 1024 * 1024;
    /// The largest body for this request, of which only the head is known yet; max_body if not given.
    std::function<std::size_t(const Request&)> body_limit;
    /// All bodies held at the same time, so that many large ones can not use up the memory.
    std::size_t max_bodies_in_memory = 512 * 1024 * 1024;

    std::chrono::milliseconds head_deadline{10'000};  // for the whole head, however it trickles in
    std::chrono::milliseconds idle_deadline{60'000};  // between two requests
    /// A body or an answer must move at this rate after the grace time, and may not stand still for as long.
    std::size_t min_body_bytes_per_second = 64 * 1024;
    std::size_t min_write_bytes_per_second = 4 * 1024;
    std::chrono::milliseconds body_grace{10'000};
    std::chrono::milliseconds write_grace{30'000};
    std::chrono::milliseconds linger{3'000};  // for the client to read the last answer before we close
    std::chrono::milliseconds sweep_interval{250};

    std::vector<std::string> allowed_hosts;          // without port; empty: any well-formed name
    std::vector<std::string> trusted_proxies;        // addresses whose X-Forwarded-For is believed
    std::vector<Header> common_headers;              // added to every response that does not set them itself
    std::function<void(const Refused&)> on_refused;  // called on io threads

    std::string certificate_file;  // PEM, the whole chain; with private_key_file it turns TLS on
    std::string private_key_file;
};

struct Stats {
    std::uint64_t connections = 0;  // open now
    std::uint64_t streams = 0;      // of these, streams of server-sent events
    std::uint64_t accepted = 0;
    std::uint64_t overloaded = 0;  // turned away for too many connections
    std::uint64_t requests = 0;
    std::uint64_t refused = 0;    // by the server itself: malformed, too large, too slow
    std::uint64_t timed_out = 0;  // of these, too slow; and answers nobody read
    std::uint64_t handler_failures = 0;
    std::uint64_t bytes_received = 0;
    std::uint64_t bytes_sent = 0;
};

class Server {
  public:
    /// Throws std::invalid_argument for options that can not be met (a header that would split, a bad
    /// address).
    Server(Options options, Handler handler);
    /// Stops at once if it still runs.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Listens and starts the io threads. Throws std::runtime_error if the address is in use or the
    /// certificate can not be read.
    void start();
    /// Accepts nothing new, ends streams and idle connections, lets running requests finish for up to
    /// `patience`, then closes the rest and returns when all io threads have ended. Not to be called by a
    /// handler.
    void stop_gracefully(std::chrono::milliseconds patience);
    /// The port listened on.
    std::uint16_t port() const;
    Stats stats() const;

  private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace forecourt::http
