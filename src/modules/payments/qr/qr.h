#pragma once
#include <action/action.h>
#include <modules/payments/due/due.h>
#include <modules/payments/refund/refund.h>

namespace forecourt::payments {

struct QrOrder;
struct Notice;
struct GatewayRefund;

enum class QrState { waiting, paid, closed };
FORECOURT_ENUM(QrState, waiting, paid, closed)

/// A sum the customer shall pay by scanning a code.
struct QrOrder {
    Id<QrOrder> id;
    std::string number;
    QrState state{};
    Id<Due> due_id;
    Id<customers::Customer> customer_id;
    Money amount;
    std::string code_text;  // what the code on the screen says
    Id<User> created_by;
    Instant created_at;
    Instant expires_at;
    std::string gateway_reference;
    std::optional<Id<Payment>> payment_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(QrOrder, id, number, state, due_id, customer_id, amount, code_text, created_by, created_at,
                 expires_at, gateway_reference, payment_id, version)

/// What the payment company says when money came in: the body of its call, signed.
struct NoticeBody {
    std::string order_number;
    std::string gateway_reference;
    Money amount;
};
FORECOURT_STRUCT(NoticeBody, order_number, gateway_reference, amount)

enum class NoticeOutcome { booked, questioned, repeated };
FORECOURT_ENUM(NoticeOutcome, booked, questioned, repeated)
/// Why money that came in could not be booked.
enum class NoticeQuestion { none, unknown_order, wrong_amount, paid_twice, nothing_open };
FORECOURT_ENUM(NoticeQuestion, none, unknown_order, wrong_amount, paid_twice, nothing_open)

struct Notice {
    Id<Notice> id;
    std::optional<Id<QrOrder>> order_id;
    std::string order_number;
    std::string gateway_reference;
    Money amount;
    NoticeOutcome outcome{};
    NoticeQuestion question{};
    Instant received_at;
    std::optional<Id<User>> cleared_by;
    std::optional<Instant> cleared_at;
    std::string cleared_how;
};
FORECOURT_STRUCT(Notice, id, order_id, order_number, gateway_reference, amount, outcome, question,
                 received_at, cleared_by, cleared_at, cleared_how)

struct RequestQr {
    Id<Due> due_id;
    Money amount;
};
FORECOURT_STRUCT(RequestQr, due_id, amount)

struct QrRequested {
    Id<QrOrder> id;
    std::string number;
    std::string code_text;
    Instant expires_at;
};
FORECOURT_STRUCT(QrRequested, id, number, code_text, expires_at)

struct CloseQr {
    Id<QrOrder> order_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(CloseQr, order_id, version)

/// The company's call as it came: nothing of it is believed before the signature is checked.
struct TakeNotice {
    std::string body;
    std::string signature;  // "t=<seconds>,v1=<hex>"
};
FORECOURT_STRUCT(TakeNotice, body, signature)

struct NoticeTaken {
    NoticeOutcome outcome{};
    NoticeQuestion question{};
};
FORECOURT_STRUCT(NoticeTaken, outcome, question)

struct ClearNotice {
    Id<Notice> notice_id;
    FilledText how;  // booked by hand, returned to the payer
};
FORECOURT_STRUCT(ClearNotice, notice_id, how)

enum class GatewayRefundState { waiting, done, failed };
FORECOURT_ENUM(GatewayRefundState, waiting, done, failed)
struct GatewayRefund {
    Id<GatewayRefund> id;
    Id<Refund> refund_id;
    Id<QrOrder> order_id;
    GatewayRefundState state{};
    std::int64_t attempts{};
    Instant next_attempt_at;
    std::string detail;
};
FORECOURT_STRUCT(GatewayRefund, id, refund_id, order_id, state, attempts, next_attempt_at, detail)

struct RefundByGateway {
    Id<Refund> refund_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(RefundByGateway, refund_id, version)

/// The store has no contract with a payment company.
inline constexpr Refusal gateway_not_there{"gateway_not_there"};
inline constexpr Refusal qr_order_not_found{"qr_order_not_found", RefusalKind::not_found};
inline constexpr Refusal qr_is_paid{"qr_is_paid"};
inline constexpr Refusal qr_is_closed{"qr_is_closed"};
/// The signature is missing, wrong, or of another secret.
inline constexpr Refusal notice_forged{"notice_forged", RefusalKind::unauthenticated};
/// Rightly signed, but too long ago or in the future: it may be an old call played again.
inline constexpr Refusal notice_too_old{"notice_too_old", RefusalKind::unauthenticated};
inline constexpr Refusal notice_not_understood{"notice_not_understood", RefusalKind::unprocessable};
inline constexpr Refusal notice_not_found{"notice_not_found", RefusalKind::not_found};
inline constexpr Refusal notice_is_cleared{"notice_is_cleared"};
/// The payment did not come over the payment company.
inline constexpr Refusal payment_not_by_gateway{"payment_not_by_gateway"};
/// The refund is on its way over the payment company.
inline constexpr Refusal refund_is_sent{"refund_is_sent"};

}  // namespace forecourt::payments
