#include <secrets/bytes.h>
#include <secrets/totp.h>

#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace forecourt::secrets {
namespace {

constexpr std::int64_t step_ms = 30'000;
constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

std::string code_of_step(std::string_view seed, std::int64_t step, int digits) {
    unsigned char message[8];
    for (int i = 7; i >= 0; --i, step >>= 8) message[i] = static_cast<unsigned char>(step & 0xff);
    unsigned char mac[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    HMAC(EVP_sha1(), seed.data(), static_cast<int>(seed.size()), message, sizeof message, mac, &length);
    const unsigned char* four = mac + (mac[length - 1] & 15);
    std::uint32_t number = (four[0] & 0x7fU) << 24 | four[1] << 16 | four[2] << 8 | four[3];
    std::string code(static_cast<std::size_t>(digits), '0');
    for (int i = digits - 1; i >= 0; --i, number /= 10) code[i] = static_cast<char>('0' + number % 10);
    return code;
}

std::string percent_encoded(std::string_view text) {
    static constexpr char hex[] = "0123456789ABCDEF";
    std::string out;
    for (const unsigned char c : text) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                           c == '-' || c == '_' || c == '.';
        if (plain) {
            out += static_cast<char>(c);
        } else {
            out += {'%', hex[c >> 4], hex[c & 15]};
        }
    }
    return out;
}

}  // namespace

std::string new_totp_seed() { return random_bytes(20); }

std::string to_base32(std::string_view bytes) {
    std::string text;
    std::uint32_t held = 0;
    int bits = 0;
    for (const unsigned char byte : bytes) {
        held = held << 8 | byte;
        for (bits += 8; bits >= 5; bits -= 5) text += alphabet[held >> (bits - 5) & 31];
    }
    if (bits > 0) text += alphabet[held << (5 - bits) & 31];
    return text;
}

std::optional<std::string> from_base32(std::string_view text) {
    std::string bytes;
    std::uint32_t held = 0;
    int bits = 0;
    for (const char letter : text) {
        const std::size_t value = alphabet.find(letter);
        if (value == std::string_view::npos) return std::nullopt;
        held = held << 5 | static_cast<std::uint32_t>(value);
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>(held >> bits & 0xff);
        }
    }
    return bytes;
}

std::string totp_address(std::string_view seed, std::string_view issuer, std::string_view account) {
    return "otpauth://totp/" + percent_encoded(issuer) + ":" + percent_encoded(account) +
           "?secret=" + to_base32(seed) + "&issuer=" + percent_encoded(issuer);
}

std::string totp_code(std::string_view seed, Instant at, int digits) {
    return code_of_step(seed, at.ms / step_ms, digits);
}

std::optional<std::int64_t> totp_step(std::string_view seed, std::string_view code, Instant now,
                                      std::int64_t last_used_step) {
    const std::int64_t current = now.ms / step_ms;
    std::optional<std::int64_t> matched;
    for (std::int64_t step = current - 1; step <= current + 1; ++step)
        if (constant_time_equal(code_of_step(seed, step, 6), code) && step > last_used_step && !matched)
            matched = step;
    return matched;
}

}  // namespace forecourt::secrets
