#pragma once
#include <action/view.h>
#include <modules/payments/closing/closing.h>
#include <modules/payments/qr/qr.h>
#include <modules/payments/refund/refund.h>

namespace forecourt::payments {

enum class DueStanding { open, overpaid, settled };
FORECOURT_ENUM(DueStanding, open, overpaid, settled)

struct DueListIn {
    std::optional<DueStanding> standing;  // all when not said
    std::optional<PaidObject> object_type;
    std::optional<Id<customers::Customer>> customer_id;
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;  // set_at (default: who waits longest), -set_at
};
FORECOURT_STRUCT(DueListIn, standing, object_type, customer_id, limit, after, sort)

/// A row of due_list as the query gives it.
struct DueListRow {
    Id<Due> id;
    PaidObject object_type{};
    std::int64_t object_id{};
    Id<customers::Customer> customer_id;
    DueKind kind{};
    std::string title;
    Money amount;
    Money paid;
    Instant set_at;
    std::int64_t version{};
};
FORECOURT_STRUCT(DueListRow, id, object_type, object_id, customer_id, kind, title, amount, paid, set_at,
                 version)

struct DueLine {
    Id<Due> id;
    PaidObject object_type{};
    std::int64_t object_id{};
    Id<customers::Customer> customer_id;
    std::string customer_name;
    DueKind kind{};
    std::string title;
    Money amount;
    Money paid;
    Money open;
    Money overpaid;
    Instant set_at;
};
FORECOURT_STRUCT(DueLine, id, object_type, object_id, customer_id, customer_name, kind, title, amount, paid,
                 open, overpaid, set_at)

struct DueIn {
    Id<Due> due_id;
};
FORECOURT_STRUCT(DueIn, due_id)

struct PaidObjectIn {
    PaidObject object_type{};
    std::int64_t object_id{};
};
FORECOURT_STRUCT(PaidObjectIn, object_type, object_id)

struct RefundLine {
    Refund refund;
    std::optional<GatewayRefund> by_gateway;  // when it was sent back over the payment company
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(RefundLine, refund, by_gateway, allowed_actions)

struct PaymentLine {
    Payment payment;
    std::string received_by_name;
    Money refundable;
    std::vector<RefundLine> refunds;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(PaymentLine, payment, received_by_name, refundable, refunds, allowed_actions)

/// All that is known of the money for one record.
struct DueRecord {
    DueLine due;
    std::vector<PaymentLine> payments;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(DueRecord, due, payments, allowed_actions)

/// Nothing was ever due for the record: `money` is missing.
struct PaidFor {
    std::optional<DueRecord> money;
};
FORECOURT_STRUCT(PaidFor, money)

struct PaymentListIn {
    std::optional<PaymentMeans> means;
    std::optional<PaymentKind> kind;
    std::optional<Id<customers::Customer>> customer_id;
    std::optional<PaidObject> object_type;
    std::optional<std::int64_t> object_id;
    std::optional<std::string> number;
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;  // -received_at (default), received_at
};
FORECOURT_STRUCT(PaymentListIn, means, kind, customer_id, object_type, object_id, number, limit, after, sort)

struct PaymentListRow {
    Id<Payment> id;
    std::string number;
    PaidObject object_type{};
    std::int64_t object_id{};
    Id<customers::Customer> customer_id;
    PaymentKind kind{};
    PaymentMeans means{};
    Money amount;
    Money refunded;
    std::string reference;
    std::string payer;
    Id<User> received_by;
    Instant received_at;
};
FORECOURT_STRUCT(PaymentListRow, id, number, object_type, object_id, customer_id, kind, means, amount,
                 refunded, reference, payer, received_by, received_at)

struct PaymentIn {
    Id<Payment> payment_id;
};
FORECOURT_STRUCT(PaymentIn, payment_id)

struct PaymentRecord {
    DueLine due;
    PaymentLine line;
};
FORECOURT_STRUCT(PaymentRecord, due, line)

struct RefundListIn {
    std::optional<RefundState> state;
    std::optional<Id<customers::Customer>> customer_id;
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;  // -asked_at (default), asked_at
};
FORECOURT_STRUCT(RefundListIn, state, customer_id, limit, after, sort)

struct RefundListRow {
    Id<Refund> id;
    std::string number;
    Id<Payment> payment_id;
    std::string payment_number;
    Id<customers::Customer> customer_id;
    RefundState state{};
    Money amount;
    std::string reason;
    Id<User> asked_by;
    std::string asked_by_name;
    Instant asked_at;
    std::optional<std::string> decided_by_name;
    std::optional<Instant> paid_at;
    std::int64_t version{};
};
FORECOURT_STRUCT(RefundListRow, id, number, payment_id, payment_number, customer_id, state, amount, reason,
                 asked_by, asked_by_name, asked_at, decided_by_name, paid_at, version)

struct ClosingPreview {
    Money cash_expected;  // what the ledger says lies in the drawer
    Takings takings;
    Money open_dues;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(ClosingPreview, cash_expected, takings, open_dues, allowed_actions)

struct ClosingListIn {
    std::optional<Date> counted_from;
    std::optional<Date> counted_until;  // this day too
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;  // -closed_at
};
FORECOURT_STRUCT(ClosingListIn, counted_from, counted_until, limit, after, sort)

/// The closings of one month, the newest month first.
struct MonthOfTakings {
    std::string month;  // 2026-11
    std::int64_t closings{};
    Money received_cash;
    Money received_card;
    Money received_transfer;
    Money received_qr;
    Money refunded;
    Money difference;  // counted less expected
    Money cash_banked;
};
FORECOURT_STRUCT(MonthOfTakings, month, closings, received_cash, received_card, received_transfer,
                 received_qr, refunded, difference, cash_banked)
struct TakingsByMonth {
    std::vector<MonthOfTakings> months;  // two years at most
};
FORECOURT_STRUCT(TakingsByMonth, months)

/// What a receipt says.
struct ReceiptPaper {
    Payment payment;
    std::string title;
    std::string customer_name;
    std::string received_by_name;
    std::string store_name;
    std::string store_tax_number;
    std::vector<std::string> store_lines;
    Money open;
};
std::string receipt_pdf_of(const ReceiptPaper& paper);

inline constexpr Right payment_read{"payments.payment_read"};
/// What concerns one record or one payment; customers see their own.
inline constexpr Right paid_read{"payments.paid_read"};

extern const View<DueListIn, Page<DueLine>> due_list;
extern const View<DueIn, DueRecord> due_record;
extern const View<PaidObjectIn, PaidFor> paid_for_object;
extern const View<PaymentListIn, Page<PaymentListRow>> payment_list;
extern const View<PaymentIn, PaymentRecord> payment_record;
extern const View<PaymentIn, Download> receipt_pdf;
extern const View<RefundListIn, Page<RefundListRow>> refund_list;
extern const View<Nothing, ClosingPreview> closing_preview;
extern const View<ClosingListIn, Page<Closing>> closing_list;
extern const View<Nothing, TakingsByMonth> takings_by_month;

}  // namespace forecourt::payments
