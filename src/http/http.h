#pragma once

// The types every web-facing part of the program sees: a request, a response and the handle that answers.
// Only the standard library is included here; sockets stay behind server.h.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace forecourt::http {

enum class Method { get, head, post, options };

/// The method as it stands on the request line.
std::string_view to_text(Method method);

struct Header {
    std::string name;
    std::string value;
};

/// Compares header names and tokens the way HTTP does: ASCII letters without case.
bool same_ignoring_case(std::string_view left, std::string_view right);

struct Request {
    Method method = Method::get;
    std::string path;        // percent-decoded, valid UTF-8, begins with '/', without dot segments
    std::string raw_target;  // as received, path and query
    std::string query;       // as received, without '?'
    std::vector<Header> headers;
    std::string body;
    std::string remote_address;  // of the client; behind a trusted proxy the one the proxy reports
    bool encrypted = false;      // came over this server's own TLS

    /// The value of the first header of that name (without case), or an empty text.
    std::string_view header(std::string_view name) const;
    /// The cookie's value, or nothing if the client sent none of that name.
    std::optional<std::string_view> cookie(std::string_view name) const;
    /// Names and values of the query, decoded, in the order sent.
    std::vector<std::pair<std::string, std::string>> query_parameters() const;
};

/// The content of a response: an own string, or a view of text that something else keeps alive (an asset
/// loaded once at start is sent to a thousand clients without being copied).
class Body {
  public:
    Body() = default;
    Body(std::string text) : owned_(std::move(text)) {}
    Body(std::string_view text) : owned_(text) {}
    Body(const char* text) : owned_(text) {}

    /// A body that shares `text`; nobody may change it from now on.
    static Body shared(std::shared_ptr<const std::string> text);
    /// A body that points into memory which lives as long as `keeper` (an empty keeper: as long as the
    /// program).
    static Body view_of(std::string_view text, std::shared_ptr<const void> keeper);

    std::string_view view() const { return is_shared_ ? shared_ : std::string_view(owned_); }
    std::size_t size() const { return view().size(); }
    bool empty() const { return view().empty(); }

  private:
    std::string owned_;
    std::string_view shared_;
    std::shared_ptr<const void> keeper_;
    bool is_shared_ = false;
};

struct Response {
    int status = 200;
    std::string content_type;
    std::vector<Header> headers;
    Body body;
    /// False keeps the server from compressing (a body that mixes a secret with text an attacker chooses).
    /// A response that already carries content-encoding is left alone in any case.
    bool compressible = true;
};

/// A problem document (RFC 9457) with the literal `code`, for errors below the level of actions.
Response problem(int status, std::string_view code, std::string_view detail);

class Live;
struct LiveEvent;

/// What a stream of server-sent events shall carry.
struct StreamOptions {
    Live* live = nullptr;
    /// The client is offered the events of this channel and no others: its store's, say.
    std::string channel;
    /// Which of them this client may see. Runs on the hub's thread, so it must be thread-safe and quick.
    std::function<bool(const LiveEvent&)> filter;
    /// Reads what the client missed (after its Last-Event-ID). Called once the stream is registered, so that
    /// nothing falls between the two; an event in both is sent once. Runs in the thread that called stream().
    std::function<std::vector<LiveEvent>()> backlog;
    /// Whose stream this is (a person, say), for Live::end_streams_of().
    std::string owner;
    std::vector<Header> headers;
};

/// One request waiting for its answer. Implemented by the server, and by tests that have no sockets.
class Exchange {
  public:
    virtual ~Exchange() = default;
    virtual void answer(Response&& response) = 0;
    virtual void stream(StreamOptions&& options) = 0;
};

/// The handle that answers one request, once, from any thread; what comes after the first answer is ignored.
/// If the last copy goes away unanswered, the client gets a 500: no request is left hanging.
class Responder {
  public:
    explicit Responder(std::shared_ptr<Exchange> exchange) : exchange_(std::move(exchange)) {}

    void operator()(Response&& response) const { exchange_->answer(std::move(response)); }
    /// Turns the connection into a stream of server-sent events.
    void stream(StreamOptions options) const { exchange_->stream(std::move(options)); }

  private:
    std::shared_ptr<Exchange> exchange_;
};

/// Called on an io thread: answer at once or hand the responder to another thread, but do not block.
using Handler = std::function<void(Request&&, Responder)>;

/// While one lives, answers given by this thread are gathered; its end hands them to the io threads with one
/// wake-up each. Whoever answers many requests at once (a group commit) saves a system call per request.
class ResponseBatch {
  public:
    ResponseBatch();
    ~ResponseBatch();
    ResponseBatch(const ResponseBatch&) = delete;
    ResponseBatch& operator=(const ResponseBatch&) = delete;
};

}  // namespace forecourt::http
