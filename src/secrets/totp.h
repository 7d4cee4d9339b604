#pragma once
#include <core/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace forecourt::secrets {

/// A fresh second-factor seed of 160 bits, raw bytes: store it sealed, show it as base32.
std::string new_totp_seed();
/// As authenticator programs want it, without padding.
std::string to_base32(std::string_view bytes);
std::optional<std::string> from_base32(std::string_view text);

/// The `otpauth://` address that goes into the QR code.
std::string totp_address(std::string_view seed, std::string_view issuer, std::string_view account);

/// The code of RFC 6238 (SHA-1, 30 s) at an instant.
std::string totp_code(std::string_view seed, Instant at, int digits = 6);

/// The number of the matched time step when the code fits now or one step (30 s) to either side, for clocks
/// that are a little off. A step at or before `last_used_step` is never taken again: store the answer, so
/// that a code seen over someone's shoulder is worth nothing.
std::optional<std::int64_t> totp_step(std::string_view seed, std::string_view code, Instant now,
                                      std::int64_t last_used_step = 0);

}  // namespace forecourt::secrets
