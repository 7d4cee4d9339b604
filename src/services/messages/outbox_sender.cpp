#include <services/messages/outbox_sender.h>

#include <chrono>
#include <memory>

namespace forecourt::messages {
namespace {

constexpr std::int64_t at_a_time = 50;

/// What the text message gateway is told.
struct SmsCall {
    Id<Message> message_id;
    std::string to;
    std::string template_key;
    JsonText params;
    std::string text;
};
FORECOURT_STRUCT(SmsCall, message_id, to, template_key, params, text)

Attempt attempt_of(Id<Message> id, const mail::Outcome& outcome) {
    Attempt attempt{.id = id, .ending = Ending::retry_later, .detail = outcome.detail};
    switch (outcome.state) {
        case mail::Outcome::State::sent:
            attempt.ending = Ending::sent;
            break;
        case mail::Outcome::State::retry_later:
            attempt.ending = Ending::retry_later;
            break;
        case mail::Outcome::State::failed_for_good:
            attempt.ending = Ending::failed_for_good;
            break;
    }
    return attempt;
}

}  // namespace

Transport email_transport(mail::SmtpSettings settings, mail::Mailbox from) {
    const auto sender = std::make_shared<mail::SmtpSender>(std::move(settings));
    return [sender, from = std::move(from)](const Outgoing& message) {
        const auto host = from.address.substr(from.address.find('@') + 1);
        mail::Message mail;
        mail.from = from;
        mail.to = {{.address = message.recipient, .name = {}}};
        mail.subject = message.subject;
        mail.text = message.content;
        mail.message_id = "<message-" + std::to_string(message.id.value) + "@" + host + ">";
        mail.at = message.created_at;
        return attempt_of(message.id, sender->send(mail));
    };
}

Transport sms_transport(mail::WebhookSettings settings) {
    return [settings = std::move(settings)](const Outgoing& message) {
        const auto body = reflect::to_json(SmsCall{.message_id = message.id,
                                                   .to = message.recipient,
                                                   .template_key = message.template_key,
                                                   .params = message.params,
                                                   .text = message.content});
        // The signature's time is that of the call, not of the message: receivers refuse old ones.
        const Instant now{std::chrono::duration_cast<std::chrono::milliseconds>(
                              std::chrono::system_clock::now().time_since_epoch())
                              .count()};
        return attempt_of(
            message.id,
            mail::post_webhook(
                settings,
                {.event_id = "message-" + std::to_string(message.id.value), .body = body, .at = now}));
    };
}

OutboxSender::OutboxSender(Settings settings) : settings_(std::move(settings)) {}

OutboxSender::~OutboxSender() {
    {
        const std::lock_guard guard(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void OutboxSender::start() {
    thread_ = std::thread([this] { loop(); });
}

void OutboxSender::wake() {
    {
        const std::lock_guard guard(mutex_);
        awake_ = true;
    }
    wake_.notify_one();
}

void OutboxSender::loop() {
    for (;;) {
        {
            std::unique_lock lock(mutex_);
            wake_.wait_for(lock, std::chrono::milliseconds(settings_.every.ms),
                           [&] { return stopping_ || awake_; });
            if (stopping_) return;
            awake_ = false;
        }
        try {
            send_due();
        } catch (const std::exception& error) {
            if (settings_.failed) settings_.failed(error.what());
        }
    }
}

std::size_t OutboxSender::send_due() {
    std::size_t tried = 0;
    for (const auto store : settings_.stores()) {
        for (const auto& [channel, transport] : settings_.transports) {
            tried += send_due_of(store, channel, transport);
        }
    }
    return tried;
}

std::size_t OutboxSender::send_due_of(Id<Store> store, Channel channel, const Transport& transport) {
    std::size_t tried = 0;
    std::vector<Outgoing> due;
    do {
        settings_.transaction(store, [&](Tx& tx) { due = take_due(tx, channel, at_a_time); });
        for (const auto& message : due) {
            {
                const std::lock_guard guard(mutex_);
                if (stopping_) return tried;
            }
            const auto attempt = transport(message);
            settings_.transaction(store, [&](Tx& tx) { record_attempt(tx, attempt); });
            ++tried;
        }
    } while (due.size() == static_cast<std::size_t>(at_a_time));
    return tried;
}

}  // namespace forecourt::messages
