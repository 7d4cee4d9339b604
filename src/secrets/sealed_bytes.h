#pragma once
#include <secrets/bytes.h>

#include <optional>
#include <string>
#include <string_view>

namespace forecourt::secrets {

/// Encrypts what fits into memory (XChaCha20-Poly1305, nonce before it). `about` says what it is and where it
/// belongs; it is not written, but without the same words it does not open.
std::string seal_bytes(const Key& key, std::string_view about, std::string_view plain);

/// Nothing when it was changed, cut off, sealed with another key or for another place.
std::optional<std::string> open_bytes(const Key& key, std::string_view about, std::string_view sealed);

}  // namespace forecourt::secrets
