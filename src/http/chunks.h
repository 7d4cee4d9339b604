#pragma once

// The chunked transfer coding (RFC 9112, 7.1), strictly: hexadecimal sizes only, CR LF only. Our own, because
// Beast's chunk parser can be driven into a failing assertion by a client that sends its last chunk byte by
// byte.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace forecourt::http {

class ChunkDecoder {
  public:
    enum class State { more, done, malformed, too_large };
    struct Fed {
        State state;
        std::size_t consumed;
    };

    /// Reads on, in pieces of any size, and appends what the chunks hold to `body`. Extensions and trailers
    /// are checked and dropped: no proxy looked at them as it looked at the head.
    Fed feed(std::string_view data, std::string& body, std::size_t max_body);

  private:
    enum class Place {
        size,
        size_end,
        space,
        extension,
        size_line_end,
        data,
        data_cr,
        data_lf,
        trailer,
        trailer_end
    };

    bool read_byte(char c);
    bool read_trailer_byte(char c);
    bool begin_chunk();

    Place place_ = Place::size;
    std::uint64_t size_ = 0;  // of the chunk, and then what is left of it
    int digits_ = 0;
    std::size_t overhead_ = 0;    // bytes of extensions and trailers, all together
    std::size_t line_bytes_ = 0;  // of the trailer line so far
    bool has_colon_ = false;
    bool is_done_ = false;
};

}  // namespace forecourt::http
