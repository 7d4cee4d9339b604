#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace forecourt::secrets {

/// A 256-bit secret. Never printed; leaves the program only inside the key file.
using Key = std::array<unsigned char, 32>;

/// So many bytes from the system's generator.
std::string random_bytes(std::size_t count);
/// A random token for sessions, links and invitations: base64url without padding, safe in addresses and
/// cookies. 32 bytes give 43 characters. Store only `sha256_hex(token)`, never the token.
std::string random_token(std::size_t bytes = 32);
Key random_key();

std::string to_hex(std::string_view bytes);
/// Nothing when the text is not an even number of hex digits.
std::optional<std::string> from_hex(std::string_view text);
/// Standard alphabet with padding.
std::string to_base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text);

/// Compares in a time that depends on the length only. Use it for every secret, token and signature.
bool constant_time_equal(std::string_view a, std::string_view b);

/// Starts the library; every function here does it by itself. Throws when the system has no random numbers.
void start_library();

}  // namespace forecourt::secrets
