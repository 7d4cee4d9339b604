#pragma once
#include <secrets/bytes.h>

#include <string>
#include <string_view>

namespace forecourt::secrets {

/// Ed25519, for the anchors of the audit chain. The pair follows from the seed, so only the seed is kept; any
/// Ed25519 program (`openssl pkeyutl -verify -rawin`) can check the signature with the public key.
class Signer {
  public:
    explicit Signer(const Key& seed);
    /// 128 hex digits.
    std::string sign(std::string_view message) const;
    /// 64 hex digits.
    std::string public_key_hex() const;

  private:
    std::array<unsigned char, 32> public_key_;
    std::array<unsigned char, 64> secret_key_;
};

/// False also for a key or signature that is not hex of the right length.
bool signature_is_valid(std::string_view public_key_hex, std::string_view message,
                        std::string_view signature_hex);

/// The public key as PEM, as OpenSSL reads it.
std::string public_key_pem(std::string_view public_key_hex);

}  // namespace forecourt::secrets
