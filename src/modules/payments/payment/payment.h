#pragma once
#include <action/action.h>
#include <modules/payments/due/due.h>

namespace forecourt::payments {

struct Closing;

enum class PaymentKind { deposit, balance, settlement };
FORECOURT_ENUM(PaymentKind, deposit, balance, settlement)

/// Money that came in. Never changed; what is wrong is refunded.
struct Payment {
    Id<Payment> id;
    std::string number;
    Id<Due> due_id;
    PaidObject object_type{};
    std::int64_t object_id{};
    Id<customers::Customer> customer_id;
    PaymentKind kind{};
    PaymentMeans means{};
    Money amount;
    Money refunded;
    std::string reference;  // of the card slip, the transfer, the QR order
    std::string payer;      // who paid, when it was not the customer: a lender
    Id<User> received_by;
    Instant received_at;
    std::optional<Id<Closing>> closing_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(Payment, id, number, due_id, object_type, object_id, customer_id, kind, means, amount,
                 refunded, reference, payer, received_by, received_at, closing_id, version)

struct ReceivePayment {
    Id<Due> due_id;
    PaymentMeans means{};
    Money amount;
    std::string reference;
};
FORECOURT_STRUCT(ReceivePayment, due_id, means, amount, reference)

struct PaymentReceived {
    Id<Payment> id;
    std::string number;
    Money open;  // what is still to come in
};
FORECOURT_STRUCT(PaymentReceived, id, number, open)

inline constexpr Refusal payment_not_found{"payment_not_found", RefusalKind::not_found};
inline constexpr Refusal amount_not_positive{"amount_not_positive", RefusalKind::unprocessable};
/// Cards, transfers and QR payments leave a number behind by which the bank's list is matched.
inline constexpr Refusal reference_missing{"reference_missing", RefusalKind::unprocessable};

}  // namespace forecourt::payments
