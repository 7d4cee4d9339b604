#pragma once

// The head of a response as text. Formatted by hand: it is on the way of every request.

#include <http/http.h>

#include <cstdint>
#include <ctime>
#include <string>
#include <string_view>

namespace forecourt::http {

/// The reason phrase of a status code.
std::string_view reason_phrase(int status);

/// An HTTP date, "Tue, 21 Jul 2026 08:00:00 GMT".
std::string http_date(std::time_t seconds);

/// Headers appended to every response, their text made once.
class CommonHeaders {
  public:
    /// Throws std::invalid_argument if one of them could break out of its line.
    explicit CommonHeaders(std::vector<Header> headers);
    /// Appends those that `response` does not set itself.
    void append_to(std::string& head, const Response& response) const;

  private:
    std::vector<Header> headers_;
    std::string text_;
};

struct ResponseHead {
    std::string_view date;
    const CommonHeaders* common_headers = nullptr;
    std::size_t content_length = 0;
    bool close = false;
    bool streamed = false;  // the end of the connection ends the body; no length is stated
};

/// True if the status forbids a body (and with it a length): 1xx, 204, 304.
bool has_no_body(int status);

/// The whole head with its empty line. Throws std::invalid_argument if a header of the response holds
/// characters that would split it (they come from data more often than from code).
std::string format_head(const Response& response, const ResponseHead& facts);

}  // namespace forecourt::http
