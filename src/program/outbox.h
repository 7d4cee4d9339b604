#pragma once
#include <program/application.h>
#include <services/messages/outbox_sender.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace forecourt::program {

/// How messages leave the house: `<data>/messages.json`, readable by the owner alone because it holds
/// passwords. Both parts may be missing; what has no way out stays in the outbox.
///
///     {"smtp": {"host": "smtp.example.com", "port": 587, "security": "starttls", "user": "...",
///               "password": "...", "from": "service@example.com", "from_name": "前庭汽车"},
///      "sms": {"url": "https://gateway.example.com/send", "secret": "..."}}
struct SmtpPart {
    std::string host;
    int port = 587;
    std::string security;  // none, starttls, tls
    std::optional<std::string> user;
    std::optional<std::string> password;
    EmailAddress from;
    std::optional<std::string> from_name;
};
FORECOURT_STRUCT(SmtpPart, host, port, security, user, password, from, from_name)

struct SmsPart {
    std::string url;
    std::string secret;
    std::optional<bool> allow_private_addresses;  // a gateway in the own network
};
FORECOURT_STRUCT(SmsPart, url, secret, allow_private_addresses)

struct MessageSettings {
    std::optional<SmtpPart> smtp;
    std::optional<SmsPart> sms;
};
FORECOURT_STRUCT(MessageSettings, smtp, sms)

/// Throws std::runtime_error with what is wrong and where.
MessageSettings read_message_settings(std::string_view json);

/// The ways out that the settings describe.
std::map<messages::Channel, messages::Transport> transports_of(const MessageSettings& settings);

/// Starts sending by `<data>/messages.json`; null when there is no such file.
std::unique_ptr<messages::OutboxSender> start_outbox(Application& application);

}  // namespace forecourt::program
