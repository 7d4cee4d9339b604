#pragma once
#include <secrets/bytes.h>

#include <string>
#include <string_view>

namespace forecourt::secrets {

/// What one guess costs an attacker. The default is OWASP's minimum for Argon2id, 30 ms on a small server;
/// the caller bounds how many run at once.
struct PasswordCost {
    unsigned long long passes = 2;
    std::size_t memory_bytes = 19'922'944;  // 19 MiB
};

/// The text to store for a password: "1:" (number of the pepper) and Argon2id's own text with salt and cost.
/// The password is taken exactly as it came, never cut or normalised, and mixed with the pepper first, so
/// that a stolen database alone cannot be guessed at.
std::string hash_password(std::string_view password, const Key& pepper, const PasswordCost& cost = {});

/// Whether it is the right password. False also for a stored text that is not ours.
bool password_matches(std::string_view stored, std::string_view password, const Key& pepper);

/// Whether the stored text was made at another cost and should be made anew at the next sign-in.
bool password_needs_rehash(std::string_view stored, const PasswordCost& cost = {});

}  // namespace forecourt::secrets
