#include <simulator/payment_company.h>

namespace forecourt::simulator {

payments::QrGateway::Signature PaymentCompany::check(std::string_view, std::string_view signature,
                                                     Instant) const {
    if (signature == "old") return Signature::too_old;
    return signature == "right" ? Signature::right : Signature::wrong;
}

payments::QrGateway::RefundAnswer PaymentCompany::refund(const payments::RefundAsked& asked) const {
    using State = RefundAnswer::State;
    const int times = ++times_[{asked.store_id, asked.refund_number}];
    const char last = asked.refund_number.back();
    auto state = State::taken;
    if (last == '3') state = State::failed;
    if (last == '5' && times % 3 != 0) state = State::retry_later;
    if (last == '7' && times < 12) state = State::retry_later;
    asked_.push_back({asked.store_id, asked.order_number, asked.refund_number, asked.amount.fen, state});
    return {state, "answer"};
}

std::vector<PaymentCompany::Asked> PaymentCompany::take_asked() const {
    auto asked = std::move(asked_);
    asked_.clear();
    return asked;
}

}  // namespace forecourt::simulator
