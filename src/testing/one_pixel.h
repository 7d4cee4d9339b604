#pragma once
#include <string>
#include <string_view>

namespace forecourt::testing {

/// A picture of one pixel, as a signature pad sends it.
inline std::string one_pixel_png() {
    constexpr std::string_view hex =
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360"
        "6060f80f00010401005fe5c34b0000000049454e44ae426082";
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    std::string bytes;
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        bytes += static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1]));
    }
    return bytes;
}

}  // namespace forecourt::testing
