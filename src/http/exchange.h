#pragma once

// Internal to the server: what a Responder holds while a request waits for its answer.

#include <http/compress.h>
#include <http/connection.h>

#include <atomic>
#include <memory>

namespace forecourt::http {

class PendingExchange final : public Exchange {
  public:
    PendingExchange(std::shared_ptr<Connection> connection, std::uint64_t sequence, Encoding encoding);
    ~PendingExchange() override;

    void answer(Response&& response) override;
    void stream(StreamOptions&& options) override;
    /// Answers 500 and counts it, unless there was an answer already.
    void fail();

  private:
    const std::shared_ptr<Connection> connection_;
    const std::uint64_t sequence_;
    const Encoding encoding_;
    std::atomic<bool> answered_{false};
};

/// Compresses the body if client, type and size make it worth it, and says so in the headers.
void encode_body(Response& response, Encoding encoding);

}  // namespace forecourt::http
