#pragma once
#include <modules/payments/payment/payment.h>

namespace forecourt::payments {

enum class RefundState { asked, granted, declined, paid };
FORECOURT_ENUM(RefundState, asked, granted, declined, paid)

struct Refund {
    Id<Refund> id;
    std::string number;
    Id<Payment> payment_id;
    Id<customers::Customer> customer_id;
    RefundState state{};
    Money amount;
    std::string reason;
    Id<User> asked_by;
    Instant asked_at;
    std::optional<Id<User>> decided_by;
    std::optional<std::string> decided_by_name;
    std::optional<Instant> decided_at;
    std::optional<std::string> decided_note;
    std::optional<PaymentMeans> means;
    std::optional<std::string> reference;
    std::optional<Id<User>> paid_by;
    std::optional<Instant> paid_at;
    std::int64_t version{};
};
FORECOURT_STRUCT(Refund, id, number, payment_id, customer_id, state, amount, reason, asked_by, asked_at,
                 decided_by, decided_by_name, decided_at, decided_note, means, reference, paid_by, paid_at,
                 version)

/// What was asked for or granted and is not paid, of one payment and of all payments for the same thing.
struct RefundsWaiting {
    Money of_payment;
    Money of_due;
};

struct RequestRefund {
    Id<Payment> payment_id;
    Money amount;
    FilledText reason;
};
FORECOURT_STRUCT(RequestRefund, payment_id, amount, reason)

struct RefundRequested {
    Id<Refund> id;
    std::string number;
};
FORECOURT_STRUCT(RefundRequested, id, number)

struct PayRefund {
    Id<Refund> refund_id;
    std::int64_t version{};
    PaymentMeans means{};
    std::string reference;
};
FORECOURT_STRUCT(PayRefund, refund_id, version, means, reference)

inline constexpr Refusal refund_not_found{"refund_not_found", RefusalKind::not_found};
/// More than was paid and is neither refunded nor asked for already; the detail `limit` says how much that
/// is.
inline constexpr Refusal refund_over_payment{"refund_over_payment"};
/// The store keeps a part of the advance after a cancellation; the detail `limit` says what can go back of
/// the rest.
inline constexpr Refusal deposit_is_kept{"deposit_is_kept"};
/// Less cash is there than is to go out; the detail `drawer` says how much.
inline constexpr Refusal drawer_holds_less{"drawer_holds_less"};
inline constexpr Refusal refund_not_granted{"refund_not_granted"};
inline constexpr Refusal refund_is_declined{"refund_is_declined"};
inline constexpr Refusal refund_is_paid{"refund_is_paid"};

}  // namespace forecourt::payments
