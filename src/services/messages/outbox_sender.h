#pragma once
#include <mail/smtp.h>
#include <mail/webhook.h>
#include <services/messages/message.h>

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace forecourt::messages {

/// Hands one message to the outside. Called on the sender's thread; must not throw for what the network does.
using Transport = std::function<Attempt(const Outgoing&)>;

/// E-mail by SMTP.
Transport email_transport(mail::SmtpSettings settings, mail::Mailbox from);
/// Text messages by the store's gateway: a signed POST of {message_id, to, template, params, text}.
Transport sms_transport(mail::WebhookSettings settings);

/// Sends what is due, outside of every transaction: one takes the due messages, then they are sent, another
/// writes what came of it. A message may arrive twice when the program dies in between, and never gets lost.
/// Channels without a transport stay in the outbox.
class OutboxSender {
  public:
    using Transaction = std::function<void(Id<Store>, const std::function<void(Tx&)>&)>;
    struct Settings {
        std::map<Channel, Transport> transports;
        std::function<std::vector<Id<Store>>()> stores;
        /// Runs the work in a transaction of this store and returns when it is on the disk; throws if it is
        /// not.
        Transaction transaction;
        /// Told what went wrong with the database; the next round tries again.
        std::function<void(const std::string&)> failed;
        Duration every = seconds(5);
    };
    explicit OutboxSender(Settings settings);
    /// Ends after the message that is being sent.
    ~OutboxSender();

    /// Starts the thread.
    void start();
    /// Something has been put into the outbox.
    void wake();
    /// One round on the calling thread; how many messages were tried.
    std::size_t send_due();

  private:
    void loop();
    std::size_t send_due_of(Id<Store> store, Channel channel, const Transport& transport);

    Settings settings_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool awake_ = false;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace forecourt::messages
