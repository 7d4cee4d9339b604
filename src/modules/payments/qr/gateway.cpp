#include <mail/webhook.h>
#include <modules/payments/qr/gateway.h>
#include <reflect/json.h>
#include <secrets/digest.h>

#include <cctype>

namespace forecourt::payments {
namespace {

std::shared_ptr<const QrGateway>& configured() {
    static std::shared_ptr<const QrGateway> gateway;
    return gateway;
}

std::string url_encoded(std::string_view text) {
    static constexpr char hex[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '-' || c == '_' || c == '.' || c == '~') {
            out += c;
        } else {
            out += {'%', hex[byte >> 4], hex[byte & 15]};
        }
    }
    return out;
}

struct RefundCall {
    std::int64_t store_id{};
    std::string order_number;
    std::string refund_number;
    Money amount;
};
FORECOURT_STRUCT(RefundCall, store_id, order_number, refund_number, amount)

class HttpGateway final : public QrGateway {
  public:
    explicit HttpGateway(HttpGatewaySettings settings) : settings_(std::move(settings)) {}

    std::string code_text(const QrAsked& asked) const override {
        const auto query = pay_query(asked, settings_.notify_url + "/" + std::to_string(asked.store_id));
        return settings_.url + "/pay?" + query + "&sign=" + pay_signature(settings_.secret, query);
    }

    Signature check(std::string_view body, std::string_view signature, Instant now) const override {
        if (mail::webhook_signature_is_valid(signature, settings_.secret, body, now, notice_tolerance))
            return Signature::right;
        // A right signature of another time is told apart, so that a clock that runs wrong is found.
        const bool of_some_day =
            mail::webhook_signature_is_valid(signature, settings_.secret, body, now, Duration{days(36'500)});
        return of_some_day ? Signature::too_old : Signature::wrong;
    }

    RefundAnswer refund(const RefundAsked& asked) const override {
        const auto outcome =
            mail::post_webhook({.url = settings_.url + "/refund",
                                .secret = settings_.secret,
                                .ca_file = {},
                                .allow_private_addresses = settings_.allow_private_addresses},
                               {.event_id = std::to_string(asked.store_id) + "/" + asked.refund_number,
                                .body = reflect::to_json(RefundCall{asked.store_id, asked.order_number,
                                                                    asked.refund_number, asked.amount}),
                                .at = asked.at});
        switch (outcome.state) {
            case mail::Outcome::State::sent:
                return {RefundAnswer::State::taken, outcome.detail};
            case mail::Outcome::State::retry_later:
                return {RefundAnswer::State::retry_later, outcome.detail};
            case mail::Outcome::State::failed_for_good:
                return {RefundAnswer::State::failed, outcome.detail};
        }
        return {RefundAnswer::State::failed, outcome.detail};
    }

  private:
    HttpGatewaySettings settings_;
};

}  // namespace

void configure_gateway(std::shared_ptr<const QrGateway> gateway) { configured() = std::move(gateway); }

const QrGateway* gateway() { return configured().get(); }

std::shared_ptr<const QrGateway> http_gateway(HttpGatewaySettings settings) {
    return std::make_shared<HttpGateway>(std::move(settings));
}

std::string pay_query(const QrAsked& asked, std::string_view notify_url) {
    return "order=" + url_encoded(asked.order_number) + "&amount=" + std::to_string(asked.amount.fen) +
           "&title=" + url_encoded(asked.title) + "&expires=" + std::to_string(asked.expires_at.ms / 1000) +
           "&notify=" + url_encoded(notify_url);
}

std::string pay_signature(std::string_view secret, std::string_view query) {
    return secrets::hmac_sha256_hex(secret, query);
}

}  // namespace forecourt::payments
