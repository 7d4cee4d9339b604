#include <secrets/digest.h>

#include <sodium.h>

namespace forecourt::secrets {
namespace {

const unsigned char* as_bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string raw_blind_index(const Key& key, std::string_view value) {
    start_library();
    std::string index(16, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(index.data()), index.size(), as_bytes(value),
                       value.size(), key.data(), key.size());
    return index;
}

}  // namespace

struct Sha256::State {
    crypto_hash_sha256_state sum;
};

Sha256::Sha256() : state_(std::make_unique<State>()) { crypto_hash_sha256_init(&state_->sum); }
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(std::string_view bytes) {
    crypto_hash_sha256_update(&state_->sum, as_bytes(bytes), bytes.size());
}

std::string Sha256::hex() {
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256_final(&state_->sum, reinterpret_cast<unsigned char*>(digest.data()));
    return to_hex(digest);
}

std::string sha256_hex(std::string_view bytes) {
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(digest.data()), as_bytes(bytes), bytes.size());
    return to_hex(digest);
}

std::string hmac_sha256_hex(std::string_view key, std::string_view message) {
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, as_bytes(key), key.size());
    crypto_auth_hmacsha256_update(&state, as_bytes(message), message.size());
    std::string code(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256_final(&state, reinterpret_cast<unsigned char*>(code.data()));
    sodium_memzero(&state, sizeof state);
    return to_hex(code);
}

std::string blind_index(const Key& key, std::string_view normalised_value) {
    return to_hex(raw_blind_index(key, normalised_value));
}

std::string short_blind_index(const Key& key, std::string_view normalised_value) {
    return to_hex(raw_blind_index(key, normalised_value).substr(0, 2));
}

}  // namespace forecourt::secrets
