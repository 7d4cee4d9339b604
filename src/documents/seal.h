#pragma once
#include <core/time.h>

#include <optional>
#include <string>
#include <string_view>

namespace forecourt::documents {

/// The store's certificate and its private key, both PEM. The key is a secret: keep it sealed.
struct SealKey {
    std::string certificate_pem;
    std::string key_pem;
};

struct SealFacts {
    std::string reason;    // 合同签署归档
    std::string name;      // the store
    std::string location;  // may be empty
    Instant at;
};

/// A new RSA-3072 key with a certificate signed by itself, good for ten years from `at`. A store that has one
/// from a certificate authority uses that instead.
SealKey make_self_signed(const std::string& common_name, Instant at);

/// Signs the whole PDF (ETSI.CAdES.detached, SHA-256): a reader then shows who sealed it, and that not one
/// byte was changed since. Seal last, and once: a second signature would need another way of writing. Throws
/// std::runtime_error when the PDF or the key cannot be used.
std::string seal(std::string_view pdf, const SealKey& key, const SealFacts& facts);

enum class SealVerdict { intact, changed, not_sealed };
/// Whether the seal covers the whole file and fits it; who signed is not judged. The certificate is the
/// sealer's.
struct SealCheck {
    SealVerdict verdict{};
    std::string certificate_pem;
};
SealCheck check_seal(std::string_view pdf);

}  // namespace forecourt::documents
