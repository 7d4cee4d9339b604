#pragma once
#include <action/action.h>
#include <action/view.h>
#include <services/messages/api.h>

namespace forecourt::messages {

inline constexpr Right outbox_read{"messages.outbox_read"};
inline constexpr Right own_messages{"messages.own"};

enum class MessageState { waiting, sent, given_up };
FORECOURT_ENUM(MessageState, waiting, sent, given_up)

struct OutboxInput {
    std::optional<Channel> channel;
    std::optional<std::int64_t> customer_id;
    std::optional<MessageState> state;
    std::optional<int> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
};
FORECOURT_STRUCT(OutboxInput, channel, customer_id, state, limit, after, sort)

struct OutboxRow {
    Id<Message> id;
    Channel channel{};
    std::int64_t customer_id{};
    std::string recipient_hint;
    std::string template_key;
    std::string subject;
    std::string content;
    Instant created_at;
    std::string created_by_name;
    int attempts{};
    std::optional<Instant> next_attempt_at;
    std::optional<Instant> sent_at;
    std::optional<Instant> given_up_at;
    std::string last_error;
};
FORECOURT_STRUCT(OutboxRow, id, channel, customer_id, recipient_hint, template_key, subject, content,
                 created_at, created_by_name, attempts, next_attempt_at, sent_at, given_up_at, last_error)

struct OwnMessage {
    Id<Message> id;
    Channel channel{};
    std::string subject;
    std::string content;
    std::string object_type;
    std::int64_t object_id{};
    Instant created_at;
};
FORECOURT_STRUCT(OwnMessage, id, channel, subject, content, object_type, object_id, created_at)

struct OwnMessages {
    std::vector<OwnMessage> rows;
};
FORECOURT_STRUCT(OwnMessages, rows)

extern const View<OutboxInput, Page<OutboxRow>> outbox;
extern const View<Nothing, OwnMessages> mine;

}  // namespace forecourt::messages
