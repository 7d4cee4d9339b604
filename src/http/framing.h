#pragma once

// What a request must look like before we believe where it ends. Beast's parser accepts framings that
// another server reads differently (RFC 9112, 11.2: request smuggling), so these checks run first and an
// unclear request is answered with an error and a closed connection. Pure functions, no sockets.

#include <http/http.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace forecourt::http {

/// Why the server itself refuses a request. All texts are literals.
struct Fault {
    int status = 0;
    std::string_view code;
    std::string_view detail;
};

/// How far a request's head may go.
struct HeadLimits {
    std::size_t head_bytes = 16 * 1024;
    std::size_t target_bytes = 8 * 1024;
    std::size_t header_count = 100;
};

/// Walks through the raw bytes of a head, once, however many pieces they come in. Refuses what the parser
/// would forgive: line ends without CR, a CR alone, control characters, folded lines.
class HeadScanner {
  public:
    /// `data` is everything received of this request so far; call again with more until end() is known.
    std::optional<Fault> scan(std::string_view data, const HeadLimits& limits);
    /// The length of the head with its empty line; 0 while it is incomplete.
    std::size_t end() const { return end_; }

  private:
    std::size_t position_ = 0;
    std::size_t line_start_ = 0;
    std::size_t first_line_end_ = 0;
    std::size_t end_ = 0;
};

/// The method, if it is one we serve; else 405 for the well-known others, 400 for the rest.
std::variant<Method, Fault> check_method(std::string_view name);

/// Accepts origin form only ("/path?query" of visible ASCII); fills nothing but the request's target fields.
std::optional<Fault> read_target(std::string_view target, Request& request);

/// How the body is delimited.
struct Framing {
    bool chunked = false;
    std::uint64_t content_length = 0;
    bool expects_continue = false;

    bool has_body() const { return chunked || content_length > 0; }
};

struct Head {
    int version = 11;  // 10 or 11
    std::span<const Header> headers;
    std::span<const std::string> allowed_hosts;  // without port; empty: every host name
};

/// The one reading of the header fields that concern framing and host, or why there is none.
std::variant<Framing, Fault> read_framing(const Head& head);

/// The host part of a Host header, lower case, without port; nothing if it is not well-formed.
std::optional<std::string> host_of(std::string_view host_header);

/// The client's address: `peer`, unless that is a trusted proxy; then the last entry of X-Forwarded-For
/// that was not added by a trusted proxy (entries further left are the client's own claim).
std::string client_address(std::string_view peer, std::string_view forwarded_for,
                           std::span<const std::string> trusted_proxies);

}  // namespace forecourt::http
