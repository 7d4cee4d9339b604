#pragma once

// A client for tests that sends exactly the bytes it is told, right or wrong, and shows what comes back.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace forecourt::http::testing {

struct Reply {
    int status = 0;
    std::string head;  // status line and headers, with the empty line
    std::string body;

    /// The value of the first header of that name (without case), or an empty text.
    std::string header(std::string_view name) const;
};

/// Every wait ends after five seconds with an exception, so that a test fails rather than hangs.
class RawClient {
  public:
    /// With a `receive_buffer` (bytes) the server notices soon that nobody reads.
    explicit RawClient(std::uint16_t port, int receive_buffer = 0);
    ~RawClient();
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    /// False if the server has closed already.
    bool send(std::string_view bytes);
    /// Closes the sending half.
    void finish_sending();
    /// The next response; nothing if the server closed instead.
    std::optional<Reply> receive(bool of_head_request = false);
    /// Everything up to and including `mark`; what came before the end if the server closes first.
    std::string receive_until(std::string_view mark);
    /// Everything until the server closes.
    std::string receive_rest();

  private:
    bool receive_more();

    int socket_ = -1;
    std::string received_;
};

}  // namespace forecourt::http::testing
