#include <modules/payments/due/due_store.h>
#include <modules/payments/payment/payment_actions.h>
#include <modules/payments/payment/payment_rules.h>
#include <modules/payments/qr/qr_actions.h>
#include <modules/payments/qr/qr_rules.h>
#include <modules/payments/qr/qr_store.h>
#include <modules/payments/qr/qr_views.h>

namespace forecourt::payments {
namespace {

Result<QrOfDue> run_qr_of_due(Context& context, const QrOfDueIn& in) {
    auto& db = context.db();
    const auto due = load_due(db, context.store_id(), in.due_id);
    if (!due) return due_not_found;
    QrOfDue answer{.has_gateway = gateway() != nullptr,
                   .order = newest_order(db, context.store_id(), due->id)};
    if (const auto& order = answer.order) {
        answer.is_expired = order->state == QrState::waiting && order->expires_at <= context.now();
        allow(answer.allowed_actions, context, close_qr, may_close(*order));
    }
    allow(answer.allowed_actions, context, request_qr,
          answer.has_gateway ? may_receive(*due) : MaybeRefused(gateway_not_there));
    return answer;
}

Result<NoticeList> run_notice_list(Context& context, const Nothing&) {
    NoticeList list;
    for (const auto& notice : questioned_notices(context.db(), context.store_id())) {
        NoticeLine line{.notice = notice, .allowed_actions = {}};
        allow(line.allowed_actions, context, clear_notice, may_clear(notice));
        list.notices.push_back(std::move(line));
    }
    return list;
}

}  // namespace

const View<QrOfDueIn, QrOfDue> qr_of_due{{.name = "payments.qr_of_due",
                                          .needs = payment_receive,
                                          .refuses = {due_not_found},
                                          .run = run_qr_of_due}};
const View<Nothing, NoticeList> notice_list{
    {.name = "payments.notice_list", .needs = notice_clear, .refuses = {}, .run = run_notice_list}};

}  // namespace forecourt::payments
