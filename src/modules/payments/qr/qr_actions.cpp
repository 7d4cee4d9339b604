#include <modules/payments/due/due_store.h>
#include <modules/payments/payment/payment_actions.h>
#include <modules/payments/payment/payment_rules.h>
#include <modules/payments/qr/qr_actions.h>
#include <modules/payments/qr/qr_rules.h>
#include <modules/payments/qr/qr_store.h>
#include <services/numbering/api.h>
#include <services/tasks/api.h>

namespace forecourt::payments {
namespace {

struct QrEvent {
    std::string number;
    std::string title;
    Money amount;
};
FORECOURT_STRUCT(QrEvent, number, title, amount)

struct NoticeEvent {
    std::string number;  // of the order, as the company said it
    Money amount;
    NoticeQuestion question{};
    std::string text;
};
FORECOURT_STRUCT(NoticeEvent, number, amount, question, text)

Result<QrRequested> run_request_qr(Tx& tx, const RequestQr& in) {
    const auto* company = gateway();
    if (company == nullptr) return gateway_not_there;
    const auto due = load_due(tx.db(), tx.store_id(), in.due_id);
    if (!due) return due_not_found;
    if (auto no = check_qr(*due, in)) return *no;
    close_waiting_orders(tx, due->id);
    QrOrder order{.id = tx.new_id<QrOrder>(),
                  .number = numbering::next_number(tx, "QR"),
                  .state = QrState::waiting,
                  .due_id = due->id,
                  .customer_id = due->customer_id,
                  .amount = in.amount,
                  .created_by = tx.actor().user_id,
                  .created_at = tx.now(),
                  .expires_at = tx.now() + qr_good_for,
                  .version = 1};
    order.code_text = company->code_text({.store_id = tx.store_id().value,
                                          .order_number = order.number,
                                          .amount = order.amount,
                                          .title = due->title,
                                          .expires_at = order.expires_at});
    insert_order(tx, order);
    tx.emit("payments.qr_requested", {{"due", due->id}, {"customer", due->customer_id}, object_of(*due)},
            QrEvent{order.number, due->title, order.amount});
    return QrRequested{order.id, order.number, order.code_text, order.expires_at};
}

Result<Nothing> run_close_qr(Tx& tx, const CloseQr& in) {
    auto order = load_order(tx.db(), tx.store_id(), in.order_id);
    if (!order) return qr_order_not_found;
    if (auto no = may_close(*order)) return *no;
    order->state = QrState::closed;
    order->version = in.version;
    update_order(tx, *order);
    const auto due = load_due(tx.db(), tx.store_id(), order->due_id);
    tx.emit("payments.qr_closed", {{"due", order->due_id}, {"customer", order->customer_id}, object_of(*due)},
            QrEvent{order->number, due->title, order->amount});
    return Nothing{};
}

void book(Tx& tx, QrOrder& order, const Due& due, const NoticeBody& notice) {
    const auto received = take_payment(tx, due,
                                       {.due_id = due.id,
                                        .means = PaymentMeans::qr,
                                        .amount = notice.amount,
                                        .reference = notice.gateway_reference},
                                       "");
    ensure(received.ok());
    order.state = QrState::paid;
    order.gateway_reference = notice.gateway_reference;
    order.payment_id = received->id;
    update_order(tx, order);
}

// Money that is there and fits nothing: finance finds out whose it is.
void question(Tx& tx, const Notice& notice) {
    const NoticeEvent data{notice.order_number, notice.amount, notice.question, notice.gateway_reference};
    tasks::add_task(tx, {.title_key = "task.payments.clear_notice",
                         .params_json = reflect::to_json(data),
                         .role = Role::finance,
                         .due_at = tx.now() + hours(4),
                         .about = {"notice", notice.id},
                         .link = "/payments/notices"});
    tx.emit("payments.notice_questioned", {{"notice", notice.id}}, data);
}

Result<NoticeTaken> run_take_notice(Tx& tx, const TakeNotice& in) {
    const auto* company = gateway();
    if (company == nullptr) return gateway_not_there;
    switch (company->check(in.body, in.signature, tx.now())) {
        case QrGateway::Signature::wrong:
            return notice_forged;
        case QrGateway::Signature::too_old:
            return notice_too_old;
        case QrGateway::Signature::right:
            break;
    }
    NoticeBody body;
    if (!reflect::from_json(body, in.body).empty() || body.gateway_reference.empty() ||
        body.amount <= Money{0})
        return notice_not_understood;
    const auto known = notice_with(tx.db(), tx.store_id(), body.gateway_reference);
    auto order = order_numbered(tx.db(), tx.store_id(), body.order_number);
    std::optional<Due> due;
    if (order) due = load_due(tx.db(), tx.store_id(), order->due_id);
    const auto decided =
        decide_notice(body, known ? &*known : nullptr, order ? &*order : nullptr, due ? &*due : nullptr);
    if (decided.outcome == NoticeOutcome::repeated) return NoticeTaken{decided.outcome, decided.question};
    Notice notice{.id = tx.new_id<Notice>(),
                  .order_number = body.order_number,
                  .gateway_reference = body.gateway_reference,
                  .amount = body.amount,
                  .outcome = decided.outcome,
                  .question = decided.question,
                  .received_at = tx.now()};
    if (order) notice.order_id = order->id;
    insert_notice(tx, notice);
    if (decided.outcome == NoticeOutcome::booked) {
        book(tx, *order, *due, body);
    } else {
        question(tx, notice);
    }
    return NoticeTaken{decided.outcome, decided.question};
}

Result<Nothing> run_clear_notice(Tx& tx, const ClearNotice& in) {
    auto notice = load_notice(tx.db(), tx.store_id(), in.notice_id);
    if (!notice) return notice_not_found;
    if (auto no = may_clear(*notice)) return *no;
    notice->cleared_by = tx.actor().user_id;
    notice->cleared_at = tx.now();
    notice->cleared_how = in.how.text;
    if (!clear_notice_row(tx, *notice)) return notice_is_cleared;
    tasks::close_every_task(tx, {"notice", notice->id});
    tx.emit("payments.notice_cleared", {{"notice", notice->id}},
            NoticeEvent{notice->order_number, notice->amount, notice->question, in.how.text});
    return Nothing{};
}

}  // namespace

const Action<RequestQr, QrRequested> request_qr{
    {.name = "payments.request_qr",
     .needs = payment_receive,
     .refuses = {gateway_not_there, due_not_found, amount_not_positive, nothing_is_due, payment_over_due},
     .run = run_request_qr}};

const Action<CloseQr, Nothing> close_qr{{.name = "payments.close_qr",
                                         .needs = payment_receive,
                                         .refuses = {qr_order_not_found, qr_is_paid, qr_is_closed},
                                         .run = run_close_qr}};

const Action<TakeNotice, NoticeTaken> take_notice{
    {.name = "payments.take_notice",
     .needs = notice_take,
     .refuses = {gateway_not_there, notice_forged, notice_too_old, notice_not_understood},
     .run = run_take_notice}};

const Action<ClearNotice, Nothing> clear_notice{{.name = "payments.clear_notice",
                                                 .needs = notice_clear,
                                                 .refuses = {notice_not_found, notice_is_cleared},
                                                 .run = run_clear_notice}};

}  // namespace forecourt::payments
