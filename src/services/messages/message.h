#pragma once
#include <services/messages/api.h>

#include <optional>
#include <string>
#include <vector>

namespace forecourt::messages {

/// A message on its way out, with its recipient in clear. Never stored or logged like this.
struct Outgoing {
    Id<Message> id;
    Channel channel{};
    std::string recipient;
    std::string template_key;
    JsonText params;
    std::string subject;
    std::string content;
    Instant created_at;
};
FORECOURT_STRUCT(Outgoing, id, channel, recipient, template_key, params, subject, content, created_at)

/// Takes what is due on this channel and holds it for a while, so that another copy of the program leaves it
/// alone. Whoever takes it and dies lets it come due again.
std::vector<Outgoing> take_due(Tx& tx, Channel channel, std::int64_t limit);

enum class Ending { sent, retry_later, failed_for_good };
struct Attempt {
    Id<Message> id;
    Ending ending{};
    std::string detail;
};
/// Writes how an attempt ended: sent, to be tried again after a while, or given up.
void record_attempt(Tx& tx, const Attempt& attempt);
/// Seals so many of the recipients of an old key anew; how many there were.
std::int64_t reseal_messages(Tx& tx, std::int64_t limit);

/// How long to wait after so many attempts that failed; nothing when it is time to give up.
std::optional<Duration> wait_after(std::int64_t attempts);

/// "138****8000", "w***@example.com".
std::string hint_of(Channel channel, const std::string& recipient);

}  // namespace forecourt::messages
