#pragma once
#include <program/application.h>

#include <atomic>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

namespace forecourt::program {

class TestGateway;

/// Which company takes money by QR code: `<data>/payments.json`, readable by the owner alone because it holds
/// the secret.
///
///     {"gateway": {"url": "https://pay.example.com", "secret": "...",
///                  "notify_url": "https://dms.example.com/api/gateway"}}
struct GatewayPart {
    std::string url;
    std::string secret;
    std::string notify_url;
    std::optional<bool> allow_private_addresses;
};
FORECOURT_STRUCT(GatewayPart, url, secret, notify_url, allow_private_addresses)

struct PaymentSettings {
    std::optional<GatewayPart> gateway;
};
FORECOURT_STRUCT(PaymentSettings, gateway)

/// Throws std::runtime_error with what is wrong and where.
PaymentSettings read_payment_settings(std::string_view json);

/// Asks the gateway for the refunds that wait, and writes how it answered; how many were asked for.
std::size_t send_refunds(Application& application, Instant now);

/// The payment company while the program serves: configured by payments.json; a demo dealership without that
/// file gets a test gateway of its own on this machine. Sends refunds every few seconds.
class PaymentCompany {
  public:
    /// `own_url` is where this program is reached: "http://127.0.0.1:8080".
    PaymentCompany(Application& application, const std::string& own_url);
    ~PaymentCompany();

  private:
    void loop();
    Application& application_;
    std::unique_ptr<TestGateway> test_gateway_;
    std::atomic<bool> stopping_{false};
    std::thread thread_;
};

}  // namespace forecourt::program
