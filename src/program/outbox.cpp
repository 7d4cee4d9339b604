#include <program/outbox.h>
#include <services/access/api.h>
#include <spdlog/spdlog.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace forecourt::program {
namespace {

mail::SmtpSecurity security_of(const std::string& name) {
    if (name == "none") return mail::SmtpSecurity::none;
    if (name == "starttls") return mail::SmtpSecurity::starttls;
    if (name == "tls") return mail::SmtpSecurity::tls;
    throw std::runtime_error("messages.json: /smtp/security: none, starttls or tls");
}

}  // namespace

MessageSettings read_message_settings(std::string_view json) {
    MessageSettings settings;
    if (const auto errors = reflect::from_json(settings, json); !errors.empty()) {
        throw std::runtime_error("messages.json: " + errors.front().path + ": " + errors.front().code);
    }
    if (settings.smtp) security_of(settings.smtp->security);
    return settings;
}

std::map<messages::Channel, messages::Transport> transports_of(const MessageSettings& settings) {
    std::map<messages::Channel, messages::Transport> transports;
    if (const auto& smtp = settings.smtp) {
        mail::SmtpSettings server;
        server.host = smtp->host;
        server.port = smtp->port;
        server.security = security_of(smtp->security);
        server.user = smtp->user.value_or("");
        server.password = smtp->password.value_or("");
        transports.emplace(
            messages::Channel::email,
            messages::email_transport(std::move(server),
                                      {.address = smtp->from.text, .name = smtp->from_name.value_or("")}));
    }
    if (const auto& sms = settings.sms) {
        mail::WebhookSettings gateway;
        gateway.url = sms->url;
        gateway.secret = sms->secret;
        gateway.allow_private_addresses = sms->allow_private_addresses.value_or(false);
        transports.emplace(messages::Channel::sms, messages::sms_transport(std::move(gateway)));
    }
    return transports;
}

std::unique_ptr<messages::OutboxSender> start_outbox(Application& application) {
    std::ifstream file(application.place().data_folder + "/messages.json", std::ios::binary);
    if (!file) return nullptr;
    const std::string json(std::istreambuf_iterator<char>(file), {});
    auto transaction = [&application](Id<Store> store, const std::function<void(Tx&)>& work) {
        const auto answer = application.runner().run_work_and_wait(system_actor(store), system_clock(),
                                                                   [&](Tx& tx) -> MaybeRefused {
                                                                       work(tx);
                                                                       return std::nullopt;
                                                                   });
        if (answer.ending != Ending::done) throw std::runtime_error("the database did not take it");
    };
    auto sender = std::make_unique<messages::OutboxSender>(messages::OutboxSender::Settings{
        .transports = transports_of(read_message_settings(json)),
        .stores = [&application] { return stores_of(application); },
        .transaction = std::move(transaction),
        .failed = [](const std::string& what) { spdlog::warn("outbox: {}", what); }});
    sender->start();
    return sender;
}

}  // namespace forecourt::program
