#pragma once
#include <modules/payments/qr/gateway.h>

#include <map>
#include <vector>

namespace forecourt::simulator {

/// The company that takes money by QR code, as the store meets it: it takes most refunds, wants some to be
/// asked again, and declines a few.
class PaymentCompany : public payments::QrGateway {
  public:
    struct Asked {
        std::int64_t store_id{};
        std::string order_number;
        std::string refund_number;
        std::int64_t amount{};
        RefundAnswer::State answer{};
    };

    std::string code_text(const payments::QrAsked& asked) const override { return asked.order_number; }
    Signature check(std::string_view body, std::string_view signature, Instant now) const override;
    RefundAnswer refund(const payments::RefundAsked& asked) const override;
    /// What it was asked since the last time.
    std::vector<Asked> take_asked() const;

  private:
    mutable std::vector<Asked> asked_;
    mutable std::map<std::pair<std::int64_t, std::string>, int> times_;
};

}  // namespace forecourt::simulator
