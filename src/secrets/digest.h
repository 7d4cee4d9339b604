#pragma once
#include <secrets/bytes.h>

#include <memory>
#include <string>
#include <string_view>

namespace forecourt::secrets {

/// SHA-256 as 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

/// SHA-256 of something that comes in pieces (a file).
class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    void add(std::string_view bytes);
    /// Closes the sum; the object is used up.
    std::string hex();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// HMAC-SHA-256 with a key of any length, as lower-case hex.
std::string hmac_sha256_hex(std::string_view key, std::string_view message);

/// How an encrypted value is found again: keyed BLAKE2b-128 of the *normalised* value as 32 hex digits. Equal
/// values give equal indexes, so the key must never lie in the database or its backup.
std::string blind_index(const Key& key, std::string_view normalised_value);
/// Only the first 16 bits (4 hex digits): for values with few possibilities such as the last four digits of a
/// phone, where collisions are wanted because they hide the value.
std::string short_blind_index(const Key& key, std::string_view normalised_value);

}  // namespace forecourt::secrets
