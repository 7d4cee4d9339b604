#pragma once
#include <action/context.h>

#include <string>
#include <string_view>

namespace forecourt::secrets {
class KeyRing;
}

/// What goes out to people: written with the action that causes it, sent when that is on the disk.
namespace forecourt::messages {

struct Message;

enum class Channel { sms, email, in_app };
FORECOURT_ENUM(Channel, sms, email, in_app)

struct NewMessage {
    Channel channel = Channel::sms;
    std::int64_t customer_id = 0;
    std::string to;  // telephone number or address; encrypted where it is stored; empty for in_app
    std::string_view
        template_key;  // the words' key is message.<template_key>, and message.<template_key>.subject
    std::string params_json = "{}";
    ObjectRef about;
    Language language = Language::zh;
};

/// Puts a message into the outbox. It leaves only if this transaction is committed.
Id<Message> send(Tx& tx, const NewMessage& message);

/// The store's keys, once at start, before any action runs.
void configure(const secrets::KeyRing& keys);

}  // namespace forecourt::messages
