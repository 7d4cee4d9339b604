#include <secrets/sealed_bytes.h>

#include <sodium.h>

namespace forecourt::secrets {
namespace {

constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

std::string seal_bytes(const Key& key, std::string_view about, std::string_view plain) {
    std::string sealed = random_bytes(nonce_size);
    sealed.resize(nonce_size + plain.size() + tag_size);
    auto* out = reinterpret_cast<unsigned char*>(sealed.data());
    crypto_aead_xchacha20poly1305_ietf_encrypt(out + nonce_size, nullptr, bytes_of(plain), plain.size(),
                                               bytes_of(about), about.size(), nullptr, out, key.data());
    return sealed;
}

std::optional<std::string> open_bytes(const Key& key, std::string_view about, std::string_view sealed) {
    start_library();
    if (sealed.size() < nonce_size + tag_size) return std::nullopt;
    std::string plain(sealed.size() - nonce_size - tag_size, '\0');
    const auto text = sealed.substr(nonce_size);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(plain.data()), nullptr,
                                                   nullptr, bytes_of(text), text.size(), bytes_of(about),
                                                   about.size(), bytes_of(sealed), key.data()) != 0) {
        return std::nullopt;
    }
    return plain;
}

}  // namespace forecourt::secrets
