#include <secrets/sealing.h>

#include <core/ensure.h>

#include <sodium.h>

namespace forecourt::secrets {
namespace {

constexpr unsigned char format = 1;
constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t head_size = 1 + 4 + nonce_size;

std::string bound_to(const SealedPlace& place) {
    return std::string(place.table) + "|" + std::string(place.column) + "|" + std::to_string(place.row_id);
}

const unsigned char* as_bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::optional<std::uint32_t> key_number(std::string_view blob) {
    if (blob.size() < head_size + tag_size || static_cast<unsigned char>(blob[0]) != format)
        return std::nullopt;
    std::uint32_t number = 0;
    for (int i = 3; i >= 0; --i) number = number << 8 | static_cast<unsigned char>(blob[1 + i]);
    return number;
}

}  // namespace

std::string seal_field(const KeyRing& keys, const SealedPlace& place, std::string_view plain) {
    const std::uint32_t number = keys.newest();
    const Key key = keys.key(Purpose::field_sealing, number);
    const std::string bound = bound_to(place);
    std::string blob(1, static_cast<char>(format));
    for (int i = 0; i < 4; ++i) blob += static_cast<char>(number >> (8 * i) & 0xff);
    const std::string nonce = random_bytes(nonce_size);
    blob += nonce;
    blob.resize(head_size + plain.size() + tag_size);
    crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char*>(blob.data()) + head_size,
                                               nullptr, as_bytes(plain), plain.size(), as_bytes(bound),
                                               bound.size(), nullptr, as_bytes(nonce), key.data());
    return to_base64(blob);
}

std::optional<std::string> open_field(const KeyRing& keys, const SealedPlace& place,
                                      std::string_view sealed) {
    const auto blob = from_base64(sealed);
    if (!blob) return std::nullopt;
    const auto number = key_number(*blob);
    if (!number || !keys.has(*number)) return std::nullopt;
    const Key key = keys.key(Purpose::field_sealing, *number);
    const std::string bound = bound_to(place);
    std::string plain(blob->size() - head_size - tag_size, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            reinterpret_cast<unsigned char*>(plain.data()), nullptr, nullptr, as_bytes(*blob) + head_size,
            blob->size() - head_size, as_bytes(bound), bound.size(), as_bytes(*blob) + 5, key.data()) != 0)
        return std::nullopt;
    return plain;
}

// The format and the number are 40 bits; 36 of them fill six letters. The last four are of a number that no
// store reaches.
std::string newest_head(const KeyRing& keys) {
    const std::uint32_t number = keys.newest();
    ensure(number < 1U << 24);
    std::string head(1, static_cast<char>(format));
    for (int i = 0; i < 4; ++i) head += static_cast<char>(number >> (8 * i) & 0xff);
    return to_base64(head).substr(0, 6);
}

std::string seal_anew(const KeyRing& keys, const SealedPlace& place, std::string_view sealed) {
    const auto plain = open_field(keys, place, sealed);
    ensure(plain.has_value());
    return seal_field(keys, place, *plain);
}

std::optional<std::uint32_t> sealed_with(std::string_view sealed) {
    const auto blob = from_base64(sealed);
    return blob ? key_number(*blob) : std::nullopt;
}

}  // namespace forecourt::secrets
