#pragma once
#include <action/module.h>
#include <modules/payments/qr/gateway.h>
#include <modules/payments/qr/qr.h>

namespace forecourt::payments {

inline constexpr Right notice_take{"payments.notice_take"};
inline constexpr Right notice_clear{"payments.notice_clear"};

extern const Action<RequestQr, QrRequested> request_qr;
extern const Action<CloseQr, Nothing> close_qr;
extern const Action<TakeNotice, NoticeTaken> take_notice;
extern const Action<ClearNotice, Nothing> clear_notice;
extern const Action<RefundByGateway, Nothing> refund_by_gateway;

// Refunds on their way over the gateway; called outside of any transaction by the program's sender.

/// What is to be asked of the gateway now, and how its row is found again.
struct RefundOnItsWay {
    Id<Refund> refund_id;
    RefundAsked asked;
};
std::vector<RefundOnItsWay> refunds_on_their_way(Tx& tx);
/// Writes how the company answered: paid out and booked, to be tried again, or given up with a task for
/// finance.
void record_refund_answer(Tx& tx, Id<Refund> refund, const QrGateway::RefundAnswer& answer);

}  // namespace forecourt::payments
