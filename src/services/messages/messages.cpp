#include <db/send.h>
#include <secrets/keys.h>
#include <secrets/sealing.h>
#include <services/messages/message.h>
#include <services/messages/messages.sql.h>
#include <services/messages/template.h>

namespace forecourt::messages {
namespace {

// Longer than the slowest attempt to send.
constexpr Duration lease = minutes(10);

std::optional<secrets::KeyRing>& keys() {
    static std::optional<secrets::KeyRing> ring;
    return ring;
}

secrets::SealedPlace place_of(Id<Message> id) {
    return {.table = "messages_message", .column = "recipient", .row_id = id.value};
}

std::string words_for(std::string_view template_key, std::string_view part, Language language, bool needed) {
    const std::string key = "message." + std::string(template_key) + std::string(part);
    const auto sentence = find_words(key, language);
    if (!sentence && needed) throw BrokenInvariant("there are no words " + key);
    return sentence.value_or("");
}

struct AttemptedRow {
    Id<Message> id;
    Channel channel{};
    std::int64_t customer_id{};
    std::string object_type;
    std::int64_t object_id{};
    std::string template_key;
    std::string recipient_hint;
    std::int64_t attempts{};
    std::optional<Instant> next_attempt_at;
};
FORECOURT_STRUCT(AttemptedRow, id, channel, customer_id, object_type, object_id, template_key, recipient_hint,
                 attempts, next_attempt_at)

struct SealedRecipient {
    Id<Message> id;
    std::string sealed;
};
FORECOURT_STRUCT(SealedRecipient, id, sealed)

/// What messages.sent and messages.given_up tell.
struct AttemptTold {
    Channel channel{};
    std::string template_key;
    std::string recipient_hint;
};
FORECOURT_STRUCT(AttemptTold, channel, template_key, recipient_hint)

}  // namespace

void configure(const secrets::KeyRing& ring) { keys() = ring; }

Id<Message> send(Tx& tx, const NewMessage& message) {
    ensure(keys());
    const auto id = tx.new_id<Message>();
    const bool leaves = message.channel != Channel::in_app;
    ensure(!leaves || !message.to.empty());
    const auto content =
        filled_in(words_for(message.template_key, "", message.language, true), message.params_json);
    auto subject =
        filled_in(words_for(message.template_key, ".subject", message.language, false), message.params_json);
    if (subject.empty()) subject = content.substr(0, content.find('\n'));
    db::send(tx.db(), sql::messages::insert_message,
             {{"id", id},
              {"store_id", tx.store_id()},
              {"channel", message.channel},
              {"customer_id", message.customer_id},
              {"recipient", leaves ? secrets::seal_field(*keys(), place_of(id), message.to) : std::string()},
              {"recipient_hint", hint_of(message.channel, message.to)},
              {"template_key", message.template_key},
              {"params", message.params_json},
              {"subject", subject},
              {"content", content},
              {"object_type", message.about.type},
              {"object_id", message.about.id},
              {"created_at", tx.now()},
              {"created_by_name", tx.actor().name},
              {"next_attempt_at", leaves ? std::optional(tx.now()) : std::nullopt},
              {"sent_at", leaves ? std::nullopt : std::optional(tx.now())}});
    return id;
}

std::vector<Outgoing> take_due(Tx& tx, Channel channel, std::int64_t limit) {
    ensure(keys());
    auto due = db::all<Outgoing>(
        tx.db(), sql::messages::due_messages,
        {{"store_id", tx.store_id()}, {"channel", channel}, {"now", tx.now()}, {"limit", limit}});
    for (auto& message : due) {
        auto recipient = secrets::open_field(*keys(), place_of(message.id), message.recipient);
        ensure(recipient);
        message.recipient = std::move(*recipient);
        db::send(tx.db(), sql::messages::lease_message,
                 {{"id", message.id}, {"store_id", tx.store_id()}, {"until_at", tx.now() + lease}});
    }
    return due;
}

std::int64_t reseal_messages(Tx& tx, std::int64_t limit) {
    ensure(keys());
    const auto rows = db::all<SealedRecipient>(
        tx.db(), sql::messages::messages_of_old_key,
        {{"store_id", tx.store_id()}, {"head", secrets::newest_head(*keys())}, {"limit", limit}});
    for (const auto& row : rows) {
        db::send(tx.db(), sql::messages::reseal_message,
                 {{"id", row.id},
                  {"store_id", tx.store_id()},
                  {"sealed", secrets::seal_anew(*keys(), place_of(row.id), row.sealed)}});
    }
    return static_cast<std::int64_t>(rows.size());
}

void record_attempt(Tx& tx, const Attempt& attempt) {
    const auto row = db::first<AttemptedRow>(tx.db(), sql::messages::find_attempted,
                                             {{"id", attempt.id}, {"store_id", tx.store_id()}});
    // Another copy of the program was faster after a lease had run out.
    if (!row || !row->next_attempt_at) return;
    const auto attempts = row->attempts + 1;
    const bool sent = attempt.ending == Ending::sent;
    const auto wait = attempt.ending == Ending::retry_later ? wait_after(attempts) : std::nullopt;
    const bool given_up = !sent && !wait;
    db::send(tx.db(), sql::messages::update_after_attempt,
             {{"id", attempt.id},
              {"store_id", tx.store_id()},
              {"attempts", attempts},
              {"next_attempt_at", wait ? std::optional(tx.now() + *wait) : std::nullopt},
              {"sent_at", sent ? std::optional(tx.now()) : std::nullopt},
              {"given_up_at", given_up ? std::optional(tx.now()) : std::nullopt},
              {"last_error", sent ? std::string() : attempt.detail}});
    const AttemptTold told{
        .channel = row->channel, .template_key = row->template_key, .recipient_hint = row->recipient_hint};
    if (sent) {
        tx.emit("messages.sent",
                {{"message", row->id}, {row->object_type, row->object_id}, {"customer", row->customer_id}},
                told);
    } else if (given_up) {
        tx.emit("messages.given_up",
                {{"message", row->id}, {row->object_type, row->object_id}, {"customer", row->customer_id}},
                told);
    }
}

}  // namespace forecourt::messages
