#include <curl/curl.h>
#include <gtest/gtest.h>
#include <mail/webhook.h>
#include <modules/customers/api.h>
#include <modules/payments/api.h>
#include <modules/payments/payment/payment_store.h>
#include <modules/payments/qr/qr_actions.h>
#include <program/api.h>
#include <program/payment_gateway.h>
#include <program/test_gateway.h>
#include <services/ledger/api.h>
#include <testing/json_value.h>
#include <testing/place.h>

#include <chrono>
#include <thread>

// A customer pays by code over real HTTP: the code's page at the test gateway, its signed call to our server,
// the money in the ledger, and the refund back. The server, the gateway and the customer's phone are three
// ends of real sockets.
namespace forecourt::program {
namespace {

constexpr const char* secret = "a secret of at least sixteen characters";

struct Fetched {
    long status = 0;
    std::string body;
};

std::size_t append(char* data, std::size_t size, std::size_t count, void* target) {
    static_cast<std::string*>(target)->append(data, size * count);
    return size * count;
}

Fetched fetch(const std::string& url, bool post) {
    Fetched fetched;
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), curl_easy_cleanup);
    curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_NOPROXY, "*");
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 10L);
    if (post) curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, "");
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, append);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &fetched.body);
    curl_easy_perform(curl.get());
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &fetched.status);
    return fetched;
}

class PaymentGatewayTest : public ::testing::Test {
  protected:
    template <class Work>
    auto work(Work what) {
        std::optional<decltype(what(std::declval<Tx&>()))> made;
        const auto answer = application.runner().run_work_and_wait(system_actor(store), system_clock(),
                                                                   [&](Tx& tx) -> MaybeRefused {
                                                                       made = what(tx);
                                                                       return std::nullopt;
                                                                   });
        ensure(answer.ending == Ending::done);
        return *made;
    }
    PaymentGatewayTest() : gateway("127.0.0.1", std::uint16_t{0}, secret) {
        store = testing::open_two_stores(application, system_clock()).first.store_id;
        server = std::make_unique<http::Server>(http::Options{},
                                                [this](http::Request&& request, http::Responder responder) {
                                                    api.handle(std::move(request), std::move(responder));
                                                });
        server->start();
        payments::configure_gateway(payments::http_gateway({.url = gateway.url(),
                                                            .secret = secret,
                                                            .notify_url = own_url() + "/api/gateway",
                                                            .allow_private_addresses = true}));
        customer = work([](Tx& tx) {
            return *customers::register_customer(tx, {.name = "顾南", .phone = Phone{"13700137000"}});
        });
        work([&](Tx& tx) {
            payments::set_due(tx, {"deal", 17}, customer, yuan(1'000), "购车 DC1",
                              payments::DueKind::prepayment);
            return 0;
        });
    }
    ~PaymentGatewayTest() override {
        server->stop_gracefully(std::chrono::milliseconds(200));
        payments::configure_gateway(nullptr);
    }

    std::string own_url() const { return "http://127.0.0.1:" + std::to_string(server->port()); }

    payments::QrRequested ask(Money amount) {
        return work([&](Tx& tx) {
            const auto due = payments::find_due(tx.db(), tx.store_id(), {"deal", 17});
            const auto asked = payments::request_qr.run(tx, {.due_id = due->id, .amount = amount});
            ensure(asked.ok());
            return *asked;
        });
    }
    Actor person(Role role) {
        Actor actor{.user_id = {static_cast<std::int64_t>(role) + 1},
                    .store_id = store,
                    .name = "x",
                    .roles = {role}};
        actor.rights = application.runner().modules().rights_of(actor.roles);
        return actor;
    }
    std::string act(Role role, const char* name, const std::string& input) {
        const auto answer =
            application.runner().run_and_wait({.action = application.runner().modules().find_action(name),
                                               .actor = person(role),
                                               .input = input,
                                               .idempotency_key = {},
                                               .now = system_clock()});
        EXPECT_EQ(answer.ending, Ending::done) << name << ' ' << input;
        return answer.output;
    }
    static std::int64_t number_in(const std::string& json, const char* member) {
        return std::stoll(testing::parse_json(json).member(member)->text);
    }
    std::int64_t waiting_approval() {
        std::string output;
        application.database().read([&](db::Connection& db) {
            const auto actor = person(Role::finance);
            Context context(db, actor, system_clock());
            output =
                application.runner().modules().find_view("approvals.waiting")->run_query(context, {}).output;
        });
        return std::stoll(testing::parse_json(output).member("rows")->items.at(0).member("id")->text);
    }
    Money paid() {
        return work([](Tx& tx) { return payments::paid_for(tx.db(), tx.store_id(), {"deal", 17}); });
    }
    Money in_ledger() {
        return work(
            [](Tx& tx) { return ledger::balance(tx.db(), tx.store_id(), ledger::Account::qr_clearing); });
    }
    bool comes_to(Money wanted) {
        for (int i = 0; i < 100 && paid() != wanted; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        return paid() == wanted;
    }
    mail::Outcome tell(const std::string& key, const payments::NoticeBody& body, Instant at) {
        return mail::post_webhook({.url = own_url() + "/api/gateway/" + std::to_string(store.value),
                                   .secret = key,
                                   .ca_file = {},
                                   .allow_private_addresses = true},
                                  {.event_id = "x", .body = reflect::to_json(body), .at = at});
    }

    Application application{testing::make_place(false, "payment_gateway")};
    TestGateway gateway;
    Workers workers{1};
    Api api{application.runner(), workers, {.password_pepper = {}, .clock = system_clock}};
    std::unique_ptr<http::Server> server;
    Id<Store> store;
    Id<customers::Customer> customer;
};

TEST_F(PaymentGatewayTest, a_code_is_paid_told_once_and_refunded) {
    const auto asked = ask(yuan(300));
    EXPECT_NE(fetch(asked.code_text, false).body.find("300.00"), std::string::npos);
    // Whoever changes the sum in the code's address has no signature for it.
    auto cheaper = asked.code_text;
    cheaper.replace(cheaper.find("amount=30000"), 12, "amount=10000");
    EXPECT_EQ(fetch(cheaper, true).status, 403);
    EXPECT_EQ(fetch(asked.code_text, true).status, 200);
    ASSERT_TRUE(comes_to(yuan(300)));
    EXPECT_EQ(in_ledger(), yuan(300));

    // Told again: answered, and nothing booked twice.
    const auto money = gateway.paid(asked.number);
    ASSERT_TRUE(money.has_value());
    const payments::NoticeBody body{asked.number, money->gateway_reference, yuan(300)};
    EXPECT_EQ(tell(secret, body, system_clock()).code, 200);
    EXPECT_EQ(paid(), yuan(300));
    // Forged, and rightly signed an hour ago.
    EXPECT_EQ(tell("another secret of sixteen letters", {asked.number, "X", yuan(300)}, system_clock()).code,
              401);
    EXPECT_EQ(tell(secret, {asked.number, "Y", yuan(300)}, system_clock() - hours(1)).code, 401);
    // Another sum than the code's: taken note of, never booked.
    const auto second = ask(yuan(200));
    EXPECT_EQ(tell(secret, {second.number, "Z", yuan(150)}, system_clock()).code, 200);
    EXPECT_EQ(paid(), yuan(300));
    EXPECT_EQ(fetch(own_url() + "/api/gateway/0", true).status, 404);

    const auto payment = work([&](Tx& tx) {
        return payments::payments_of(tx.db(), tx.store_id(),
                                     payments::find_due(tx.db(), tx.store_id(), {"deal", 17})->id)
            .at(0)
            .id;
    });
    const auto refund = number_in(act(Role::cashier, "payments.request_refund",
                                      "{\"payment_id\":" + std::to_string(payment.value) +
                                          ",\"amount\":10000,\"reason\":\"少装一项\"}"),
                                  "id");
    act(Role::finance, "approvals.decide",
        "{\"approval_id\":" + std::to_string(waiting_approval()) + ",\"granted\":true,\"note\":\"\"}");
    act(Role::cashier, "payments.refund_by_gateway",
        "{\"refund_id\":" + std::to_string(refund) + ",\"version\":2}");
    EXPECT_EQ(send_refunds(application, system_clock()), 1U);
    EXPECT_EQ(gateway.paid(asked.number)->refunded, yuan(100));
    EXPECT_EQ(paid(), yuan(200));
    EXPECT_EQ(in_ledger(), yuan(200));
    EXPECT_EQ(send_refunds(application, system_clock()), 0U);
}

TEST(PaymentSettings, say_what_is_wrong) {
    EXPECT_FALSE(read_payment_settings("{}").gateway.has_value());
    EXPECT_THROW(read_payment_settings(
                     R"({"gateway": {"url": "https://p", "secret": "short", "notify_url": "https://d"}})"),
                 std::runtime_error);
    EXPECT_THROW(read_payment_settings("{"), std::runtime_error);
}

}  // namespace
}  // namespace forecourt::program
