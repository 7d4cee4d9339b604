#pragma once
#include <core/time.h>
#include <mail/outcome.h>

#include <string>
#include <string_view>

namespace forecourt::mail {

struct WebhookSettings {
    std::string url;     // http or https
    std::string secret;  // shared with the receiver
    std::string ca_file;
    /// Addresses of this machine and of private networks are refused unless the store asks for them: else
    /// whoever may set a webhook could make the server call what only the server can reach.
    bool allow_private_addresses = false;
    long connect_timeout_ms = 5'000;
    long timeout_ms = 15'000;
};

struct WebhookCall {
    std::string event_id;  // the same for every attempt: header Forecourt-Event
    std::string body;      // JSON
    Instant at;
};

/// POSTs the body with `Forecourt-Signature: t=<seconds>,v1=<hex>`. Redirects are not followed. 2xx is sent;
/// 408, 425, 429, 5xx and everything of the network is to be retried; other answers and an address that is
/// not allowed failed for good.
Outcome post_webhook(const WebhookSettings& settings, const WebhookCall& call);

/// The header's value: v1 is HMAC-SHA-256 over "<seconds>.<body>". The time is signed so that an old call
/// cannot be played again.
std::string webhook_signature(std::string_view secret, std::string_view body, Instant at);

/// What a receiver checks: the right secret and not older or newer than the tolerance. Used for calls we
/// receive.
bool webhook_signature_is_valid(std::string_view header, std::string_view secret, std::string_view body,
                                Instant now, Duration tolerance);

/// Whether an IPv4 or IPv6 address (text) is loopback, private, link-local or otherwise not on the open
/// network.
bool is_private_address(const std::string& address);

}  // namespace forecourt::mail
