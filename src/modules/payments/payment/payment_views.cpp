#include <modules/payments/closing/closing_actions.h>
#include <modules/payments/closing/payments_closing.sql.h>
#include <modules/payments/due/due_store.h>
#include <modules/payments/due/payments_due.sql.h>
#include <modules/payments/payment/payment_actions.h>
#include <modules/payments/payment/payment_rules.h>
#include <modules/payments/payment/payment_store.h>
#include <modules/payments/payment/payment_views.h>
#include <modules/payments/payment/payments_payment.sql.h>
#include <modules/payments/qr/qr_actions.h>
#include <modules/payments/qr/qr_rules.h>
#include <modules/payments/qr/qr_store.h>
#include <modules/payments/refund/payments_refund.sql.h>
#include <modules/payments/refund/refund_actions.h>
#include <modules/payments/refund/refund_rules.h>
#include <modules/payments/refund/refund_store.h>
#include <services/access/api.h>

namespace forecourt::payments {
namespace {

using Switch = std::optional<std::int64_t>;

bool is_hidden(const Context& context, Id<customers::Customer> customer) {
    return context.actor().is_customer() && customer.value != context.actor().customer_id;
}

DueLine line_of(const Due& due, std::string customer_name) {
    return {.id = due.id,
            .object_type = due.object_type,
            .object_id = due.object_id,
            .customer_id = due.customer_id,
            .customer_name = std::move(customer_name),
            .kind = due.kind,
            .title = due.title,
            .amount = due.amount,
            .paid = due.paid,
            .open = open_of(due),
            .overpaid = overpaid_of(due),
            .set_at = due.set_at};
}

DueLine line_of(const Context& context, const Due& due) {
    return line_of(due, customers::customer_name(context.db(), context.store_id(), due.customer_id));
}

Result<Page<DueLine>> run_due_list(Context& context, const DueListIn& in) {
    const auto only = [&](DueStanding standing) { return in.standing == standing ? Switch(1) : Switch(); };
    const auto rows = list_page<DueListRow>(context, sql::payments_due::list_dues, in, "set_at",
                                            {{"only_open", only(DueStanding::open)},
                                             {"only_overpaid", only(DueStanding::overpaid)},
                                             {"only_settled", only(DueStanding::settled)}});
    if (!rows) return rows.refused();
    const customers::CustomerNames customers(context, rows->rows);
    Page<DueLine> page{.rows = {}, .next = rows->next};
    for (const auto& row : rows->rows) {
        page.rows.push_back(line_of({.id = row.id,
                                     .object_type = row.object_type,
                                     .object_id = row.object_id,
                                     .customer_id = row.customer_id,
                                     .kind = row.kind,
                                     .title = row.title,
                                     .amount = row.amount,
                                     .paid = row.paid,
                                     .set_at = row.set_at},
                                    customers.of(row.customer_id)));
    }
    return page;
}

PaymentLine line_of(const Context& context, const Payment& payment, const Due& due) {
    auto& db = context.db();
    const auto waiting = refunds_waiting(db, context.store_id(), payment);
    PaymentLine line{.payment = payment,
                     .received_by_name = access::user_name(db, context.store_id(), payment.received_by),
                     .refundable = refundable(payment, due, waiting)};
    const auto order = order_of_payment(db, context.store_id(), payment.id);
    for (const auto& refund : refunds_of(db, context.store_id(), payment.id)) {
        RefundLine refund_line{.refund = refund,
                               .by_gateway = gateway_refund_of(db, context.store_id(), refund.id)};
        const auto* sent = refund_line.by_gateway ? &*refund_line.by_gateway : nullptr;
        MaybeRefused by_hand = may_pay_refund(refund);
        if (!by_hand) by_hand = may_pay_by_hand(sent);
        if (order && gateway() != nullptr) {
            allow(refund_line.allowed_actions, context, refund_by_gateway,
                  may_refund_by_gateway(refund, &*order, sent));
        }
        allow(refund_line.allowed_actions, context, pay_refund, by_hand);
        line.refunds.push_back(std::move(refund_line));
    }
    allow(line.allowed_actions, context, request_refund, may_request_refund(payment, due, waiting));
    return line;
}

DueRecord record_of(const Context& context, const Due& due) {
    DueRecord record{.due = line_of(context, due)};
    for (const auto& payment : payments_of(context.db(), context.store_id(), due.id)) {
        record.payments.push_back(line_of(context, payment, due));
    }
    allow(record.allowed_actions, context, receive_payment, may_receive(due));
    return record;
}

Result<DueRecord> run_due_record(Context& context, const DueIn& in) {
    const auto due = load_due(context.db(), context.store_id(), in.due_id);
    if (!due || is_hidden(context, due->customer_id)) return due_not_found;
    return record_of(context, *due);
}

Result<PaidFor> run_paid_for_object(Context& context, const PaidObjectIn& in) {
    const auto due = load_due_of(context.db(), context.store_id(), {name_of(in.object_type), in.object_id});
    if (!due || is_hidden(context, due->customer_id)) return PaidFor{};
    return PaidFor{record_of(context, *due)};
}

Result<Page<PaymentListRow>> run_payment_list(Context& context, const PaymentListIn& in) {
    return list_page<PaymentListRow>(context, sql::payments_payment::list_payments, in, "-received_at");
}

Result<PaymentRecord> run_payment_record(Context& context, const PaymentIn& in) {
    const auto payment = load_payment(context.db(), context.store_id(), in.payment_id);
    if (!payment || is_hidden(context, payment->customer_id)) return payment_not_found;
    const auto due = load_due(context.db(), context.store_id(), payment->due_id);
    ensure(due.has_value());
    return PaymentRecord{line_of(context, *due), line_of(context, *payment, *due)};
}

Result<Download> run_receipt_pdf(Context& context, const PaymentIn& in) {
    const auto payment = load_payment(context.db(), context.store_id(), in.payment_id);
    if (!payment || is_hidden(context, payment->customer_id)) return payment_not_found;
    const auto due = load_due(context.db(), context.store_id(), payment->due_id);
    ensure(due.has_value());
    const auto store = access::store_facts(context.db(), context.store_id());
    const auto customer = customers::find_customer(context.db(), context.store_id(), payment->customer_id);
    const ReceiptPaper paper{
        .payment = *payment,
        .title = due->title,
        .customer_name = customer ? customer->name : "",
        .received_by_name = access::user_name(context.db(), context.store_id(), payment->received_by),
        .store_name = store.legal_name,
        .store_tax_number = store.tax_number,
        .store_lines = {store.address, "电话 " + store.phone, "统一社会信用代码 " + store.tax_number},
        .open = open_of(*due)};
    return Download{"application/pdf", payment->number + ".pdf", receipt_pdf_of(paper)};
}

Result<Page<RefundListRow>> run_refund_list(Context& context, const RefundListIn& in) {
    auto page = list_page<RefundListRow>(context, sql::payments_refund::list_refunds, in, "-asked_at");
    if (!page) return page.refused();
    for (auto& row : page->rows)
        row.asked_by_name = access::user_name(context.db(), context.store_id(), row.asked_by);
    return page;
}

Result<ClosingPreview> run_closing_preview(Context& context, const Nothing&) {
    auto& db = context.db();
    const auto store = context.store_id();
    ClosingPreview preview{
        .cash_expected = ledger::balance(db, store, ledger::Account::cash),
        .takings = load_takings(db, store),
        .open_dues = {db::number(db, sql::payments_due::sum_open, {{"store_id", store}}).value_or(0)}};
    allow(preview.allowed_actions, context, close_day, std::nullopt);
    return preview;
}

Result<TakingsByMonth> run_takings_by_month(Context& context, const Nothing&) {
    return TakingsByMonth{db::all<MonthOfTakings>(context.db(), sql::payments_closing::takings_by_month,
                                                  {{"store_id", context.store_id()}})};
}

Result<Page<Closing>> run_closing_list(Context& context, const ClosingListIn& in) {
    return list_page<Closing>(context, sql::payments_closing::list_closings, in, "-closed_at");
}

}  // namespace

const View<DueListIn, Page<DueLine>> due_list{{.name = "payments.due_list",
                                               .needs = payment_read,
                                               .refuses = {cursor_not_understood, sort_not_offered},
                                               .run = run_due_list}};
const View<DueIn, DueRecord> due_record{
    {.name = "payments.due_record", .needs = paid_read, .refuses = {due_not_found}, .run = run_due_record}};
const View<PaidObjectIn, PaidFor> paid_for_object{
    {.name = "payments.paid_for_object", .needs = paid_read, .refuses = {}, .run = run_paid_for_object}};
const View<PaymentListIn, Page<PaymentListRow>> payment_list{
    {.name = "payments.payment_list",
     .needs = payment_read,
     .refuses = {cursor_not_understood, sort_not_offered},
     .run = run_payment_list}};
const View<PaymentIn, PaymentRecord> payment_record{{.name = "payments.payment_record",
                                                     .needs = paid_read,
                                                     .refuses = {payment_not_found},
                                                     .run = run_payment_record}};
const View<PaymentIn, Download> receipt_pdf{{.name = "payments.receipt_pdf",
                                             .needs = paid_read,
                                             .refuses = {payment_not_found},
                                             .run = run_receipt_pdf}};
const View<RefundListIn, Page<RefundListRow>> refund_list{
    {.name = "payments.refund_list",
     .needs = payment_read,
     .refuses = {cursor_not_understood, sort_not_offered},
     .run = run_refund_list}};
const View<Nothing, ClosingPreview> closing_preview{
    {.name = "payments.closing_preview", .needs = day_close, .refuses = {}, .run = run_closing_preview}};
const View<ClosingListIn, Page<Closing>> closing_list{{.name = "payments.closing_list",
                                                       .needs = day_close,
                                                       .refuses = {cursor_not_understood, sort_not_offered},
                                                       .run = run_closing_list}};
const View<Nothing, TakingsByMonth> takings_by_month{
    {.name = "payments.takings_by_month", .needs = day_close, .refuses = {}, .run = run_takings_by_month}};

}  // namespace forecourt::payments
