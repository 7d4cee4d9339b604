#include <secrets/signing.h>

#include <sodium.h>

namespace forecourt::secrets {
namespace {

const unsigned char* as_bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

Signer::Signer(const Key& seed) {
    start_library();
    crypto_sign_seed_keypair(public_key_.data(), secret_key_.data(), seed.data());
}

std::string Signer::sign(std::string_view message) const {
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, as_bytes(message),
                         message.size(), secret_key_.data());
    return to_hex(signature);
}

std::string Signer::public_key_hex() const {
    return to_hex({reinterpret_cast<const char*>(public_key_.data()), public_key_.size()});
}

bool signature_is_valid(std::string_view public_key_hex, std::string_view message,
                        std::string_view signature_hex) {
    const auto key = from_hex(public_key_hex);
    const auto signature = from_hex(signature_hex);
    if (!key || key->size() != crypto_sign_PUBLICKEYBYTES || !signature ||
        signature->size() != crypto_sign_BYTES)
        return false;
    return crypto_sign_verify_detached(as_bytes(*signature), as_bytes(message), message.size(),
                                       as_bytes(*key)) == 0;
}

std::string public_key_pem(std::string_view public_key_hex) {
    // RFC 8410: a fixed head for Ed25519, then the 32 bytes of the key.
    const auto head = from_hex("302a300506032b6570032100");
    const auto key = from_hex(public_key_hex);
    if (!key) return {};
    return "-----BEGIN PUBLIC KEY-----\n" + to_base64(*head + *key) + "\n-----END PUBLIC KEY-----\n";
}

}  // namespace forecourt::secrets
