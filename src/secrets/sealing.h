#pragma once
#include <secrets/keys.h>

#include <optional>
#include <string>
#include <string_view>

namespace forecourt::secrets {

/// Where a sealed value lives. It is bound to the value: copied to another row or column it no longer opens.
struct SealedPlace {
    std::string_view table;
    std::string_view column;
    std::int64_t row_id{};
};

/// Encrypts one field with the newest key. Base64 text of
/// `0x01 | key number, 4 bytes little-endian | nonce 24 | XChaCha20-Poly1305 ciphertext and tag`;
/// an 11-digit phone becomes 76 characters.
std::string seal_field(const KeyRing& keys, const SealedPlace& place, std::string_view plain);

/// The clear text, or nothing when the text is damaged, belongs to another place or to an unknown key: for
/// the caller that is a broken invariant, never an empty value.
std::optional<std::string> open_field(const KeyRing& keys, const SealedPlace& place, std::string_view sealed);

/// What every value begins with that was sealed with the newest key, so that a query finds the others.
std::string newest_head(const KeyRing& keys);
/// The same value, sealed with the newest key. The place must be the one it was sealed for.
std::string seal_anew(const KeyRing& keys, const SealedPlace& place, std::string_view sealed);

/// The number of the key a value was sealed with.
std::optional<std::uint32_t> sealed_with(std::string_view sealed);

}  // namespace forecourt::secrets
