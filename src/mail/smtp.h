#pragma once
#include <core/time.h>
#include <mail/outcome.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace forecourt::mail {

enum class SmtpSecurity {
    none,      // only for a server on the same machine
    starttls,  // port 587; refused when the server does not offer it
    tls,       // port 465
};

struct SmtpSettings {
    std::string host;
    int port = 587;
    SmtpSecurity security = SmtpSecurity::starttls;
    std::string user;  // empty: no sign-in
    std::string password;
    std::string ca_file;  // empty: the system's certificates
    long connect_timeout_ms = 10'000;
    long timeout_ms = 60'000;
};

struct Mailbox {
    std::string address;
    std::string name;
};

struct Attachment {
    std::string file_name;
    std::string media_type;
    std::string bytes;
};

struct Message {
    Mailbox from;
    std::vector<Mailbox> to;
    Mailbox reply_to;  // no address: none
    std::string subject;
    std::string text;
    std::string html;  // empty: text only
    std::vector<Attachment> attachments;
    /// The same for every attempt, so that a mailbox can drop what arrives twice: "<outbox-17@store>".
    std::string message_id;
    Instant at;
};

/// Sends mail and keeps its connection for the next one. For one thread.
class SmtpSender {
  public:
    explicit SmtpSender(SmtpSettings settings);
    ~SmtpSender();
    SmtpSender(const SmtpSender&) = delete;
    SmtpSender& operator=(const SmtpSender&) = delete;

    /// Never throws for what the network or the other side does; see Outcome. A refused sign-in is to be
    /// retried: the settings are wrong then, not the message.
    Outcome send(const Message& message);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// One message on a connection of its own.
Outcome send(const SmtpSettings& settings, const Message& message);

/// Words of RFC 2047 for a header, folded, never splitting a character; plain ASCII stays as it is.
std::string encoded_header(std::string_view utf8);
/// "Sun, 22 Nov 2026 05:35:16 +0000"
std::string mail_date(Instant at);
/// One @, no blanks or control characters, ASCII only: what may stand in an envelope.
bool is_deliverable_address(std::string_view address);

}  // namespace forecourt::mail
