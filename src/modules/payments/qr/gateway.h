#pragma once
#include <core/money.h>
#include <core/time.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace forecourt::payments {

/// A sum to be paid, as the payment company is told of it.
struct QrAsked {
    std::int64_t store_id{};
    std::string order_number;
    Money amount;
    std::string title;
    Instant expires_at;
};

/// A refund, as the payment company is told of it.
struct RefundAsked {
    std::int64_t store_id{};  // numbers are a store's own: the other store's refund may have the same
    std::string order_number;
    std::string refund_number;  // the same at each attempt: the company pays it once
    Money amount;
    Instant at;
};

/// What the store needs of a company that takes money by QR code. Everything but `refund` is free of the
/// network, so that it can be used inside a transaction.
class QrGateway {
  public:
    virtual ~QrGateway() = default;
    /// What the code says: an address of the company with the order in it, signed so that nobody changes the
    /// sum.
    virtual std::string code_text(const QrAsked& asked) const = 0;

    enum class Signature { right, wrong, too_old };
    /// Whether a call comes from the company, and now.
    virtual Signature check(std::string_view body, std::string_view signature, Instant now) const = 0;

    struct RefundAnswer {
        enum class State { taken, retry_later, failed } state{};
        std::string detail;
    };
    /// Asks the company to pay back. Waits for its answer.
    virtual RefundAnswer refund(const RefundAsked& asked) const = 0;
};

/// The gateway of this program, once at start; null takes it away.
void configure_gateway(std::shared_ptr<const QrGateway> gateway);
/// Null without one.
const QrGateway* gateway();

/// Calls older or newer than this are not believed; the company signs each attempt anew.
inline constexpr Duration notice_tolerance = minutes(5);

/// A gateway that is called with signed JSON over HTTP.
struct HttpGatewaySettings {
    std::string url;         // https://pay.example.com: /pay and /refund are below it
    std::string secret;      // shared with the company, both ways
    std::string notify_url;  // where it tells us, without the store: https://dms.example.com/api/gateway
    bool allow_private_addresses = false;
};
std::shared_ptr<const QrGateway> http_gateway(HttpGatewaySettings settings);

/// The address a code says, and the signature over it: what both sides compute.
std::string pay_query(const QrAsked& asked, std::string_view notify_url);
std::string pay_signature(std::string_view secret, std::string_view query);

}  // namespace forecourt::payments
