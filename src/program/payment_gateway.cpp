#include <modules/payments/qr/qr_actions.h>
#include <program/payment_gateway.h>
#include <program/test_gateway.h>
#include <secrets/bytes.h>
#include <services/access/api.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace forecourt::program {
namespace {

void in_transaction(Application& application, Id<Store> store, Instant now,
                    const std::function<void(Tx&)>& work) {
    const auto answer =
        application.runner().run_work_and_wait(system_actor(store), now, [&](Tx& tx) -> MaybeRefused {
            work(tx);
            return std::nullopt;
        });
    if (answer.ending != Ending::done) throw std::runtime_error("the database did not take it");
}

std::vector<access::StoreFacts> facts_of_stores(Application& application) {
    std::vector<access::StoreFacts> stores;
    application.database().read([&](db::Connection& db) { stores = access::every_store(db); });
    return stores;
}

}  // namespace

PaymentSettings read_payment_settings(std::string_view json) {
    PaymentSettings settings;
    if (const auto errors = reflect::from_json(settings, json); !errors.empty()) {
        throw std::runtime_error("payments.json: " + errors.front().path + ": " + errors.front().code);
    }
    if (settings.gateway && settings.gateway->secret.size() < 16)
        throw std::runtime_error("payments.json: /gateway/secret: at least 16 characters");
    return settings;
}

std::size_t send_refunds(Application& application, Instant now) {
    const auto* company = payments::gateway();
    if (company == nullptr) return 0;
    std::size_t asked = 0;
    for (const auto& store : facts_of_stores(application)) {
        std::vector<payments::RefundOnItsWay> waiting;
        in_transaction(application, store.id, now,
                       [&](Tx& tx) { waiting = payments::refunds_on_their_way(tx); });
        for (const auto& refund : waiting) {
            const auto answer = company->refund(refund.asked);
            in_transaction(application, store.id, now,
                           [&](Tx& tx) { payments::record_refund_answer(tx, refund.refund_id, answer); });
            ++asked;
        }
    }
    return asked;
}

PaymentCompany::PaymentCompany(Application& application, const std::string& own_url)
    : application_(application) {
    std::ifstream file(application.place().data_folder + "/payments.json", std::ios::binary);
    if (file) {
        const std::string json(std::istreambuf_iterator<char>(file), {});
        if (const auto settings = read_payment_settings(json); settings.gateway) {
            const auto& part = *settings.gateway;
            payments::configure_gateway(payments::http_gateway(
                {.url = part.url,
                 .secret = part.secret,
                 .notify_url = part.notify_url,
                 .allow_private_addresses = part.allow_private_addresses.value_or(false)}));
        }
    } else {
        const auto stores = facts_of_stores(application);
        if (stores.empty() || !stores.front().is_demo) return;
        const auto secret = secrets::random_token();
        test_gateway_ = std::make_unique<TestGateway>("127.0.0.1", std::uint16_t{0}, secret);
        payments::configure_gateway(payments::http_gateway({.url = test_gateway_->url(),
                                                            .secret = secret,
                                                            .notify_url = own_url + "/api/gateway",
                                                            .allow_private_addresses = true}));
        spdlog::info("test gateway for QR payments on {}", test_gateway_->url());
    }
    thread_ = std::thread([this] { loop(); });
}

PaymentCompany::~PaymentCompany() {
    stopping_ = true;
    if (thread_.joinable()) thread_.join();
    payments::configure_gateway(nullptr);
}

void PaymentCompany::loop() {
    int round = 0;
    while (!stopping_) {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        if (++round % 20 != 0 || !application_.turn().is_ours()) continue;
        try {
            send_refunds(application_, system_clock());
        } catch (const std::exception& error) {
            spdlog::warn("refunds: {}", error.what());
        }
    }
}

}  // namespace forecourt::program
