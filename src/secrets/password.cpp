#include <secrets/digest.h>
#include <secrets/password.h>

#include <sodium.h>

#include <stdexcept>

namespace forecourt::secrets {
namespace {

constexpr std::string_view pepper_number = "1:";

std::string peppered(std::string_view password, const Key& pepper) {
    return hmac_sha256_hex({reinterpret_cast<const char*>(pepper.data()), pepper.size()}, password);
}

bool is_ours(std::string_view stored) {
    return stored.starts_with(pepper_number) && stored.size() - pepper_number.size() < crypto_pwhash_STRBYTES;
}

std::string argon_text(std::string_view stored) { return std::string(stored.substr(pepper_number.size())); }

}  // namespace

std::string hash_password(std::string_view password, const Key& pepper, const PasswordCost& cost) {
    start_library();
    const std::string mixed = peppered(password, pepper);
    char text[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str_alg(text, mixed.data(), mixed.size(), cost.passes, cost.memory_bytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::runtime_error("not enough memory to hash a password");
    return std::string(pepper_number) + text;
}

bool password_matches(std::string_view stored, std::string_view password, const Key& pepper) {
    start_library();
    if (!is_ours(stored)) return false;
    const std::string mixed = peppered(password, pepper);
    return crypto_pwhash_str_verify(argon_text(stored).c_str(), mixed.data(), mixed.size()) == 0;
}

bool password_needs_rehash(std::string_view stored, const PasswordCost& cost) {
    start_library();
    if (!is_ours(stored)) return true;
    return crypto_pwhash_str_needs_rehash(argon_text(stored).c_str(), cost.passes, cost.memory_bytes) != 0;
}

}  // namespace forecourt::secrets
