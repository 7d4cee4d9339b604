#pragma once

// Bytes in, one request out. Beast's parser does the grammar of the head, framing.h what Beast forgives, and
// chunks.h the body. No sockets.

#include <http/chunks.h>
#include <http/framing.h>
#include <http/http.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace forecourt::http {

class RequestParser {
  public:
    enum class Step {
        need_more,  // feed again with the bytes not consumed and more
        head,       // the head is known and in order; set the body's limit, then feed on
        complete,   // take_request()
        failed,     // fault(); what follows on this connection can not be trusted
    };
    struct Fed {
        Step step;
        std::size_t consumed;
    };

    RequestParser(HeadLimits limits, std::span<const std::string> allowed_hosts);
    ~RequestParser();

    /// Reads on from the first byte not consumed so far.
    Fed feed(std::string_view data);
    void set_body_limit(std::size_t bytes);
    /// Makes ready for the next request of the connection.
    void reset();

    const Fault& fault() const { return fault_; }
    /// From Step::head on: the request with all but the rest of its body.
    const Request& request() const { return request_; }
    const Framing& framing() const { return framing_; }
    /// May the connection be used again after this request, as far as the client is concerned?
    bool keep_alive() const;
    Request take_request() { return std::move(request_); }

  private:
    struct Grammar;

    Fed fail(const Fault& fault);
    Fed read_head(std::string_view data);
    Fed read_body(std::string_view data);

    HeadLimits limits_;
    std::span<const std::string> allowed_hosts_;
    std::unique_ptr<Grammar> grammar_;
    HeadScanner scanner_;
    bool past_empty_line_ = false;
    bool head_done_ = false;
    Request request_;
    Framing framing_;
    ChunkDecoder chunks_;
    std::size_t max_body_ = 0;
    Fault fault_;
};

}  // namespace forecourt::http
