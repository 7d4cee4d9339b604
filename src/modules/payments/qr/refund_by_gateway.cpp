#include <modules/payments/payment/payment_store.h>
#include <modules/payments/qr/qr_actions.h>
#include <modules/payments/qr/qr_rules.h>
#include <modules/payments/qr/qr_store.h>
#include <modules/payments/refund/refund_actions.h>
#include <modules/payments/refund/refund_store.h>
#include <services/tasks/api.h>

// A refund that goes back the way the money came. The action only writes that it shall: the company is called
// outside of the transaction, as often as needed and each time with the same refund number, and is booked
// when it took it.
namespace forecourt::payments {
namespace {

struct GatewayRefundEvent {
    std::string number;
    Money amount;
    std::string text;
};
FORECOURT_STRUCT(GatewayRefundEvent, number, amount, text)

void emit_refund(Tx& tx, std::string_view name, const Refund& refund, std::string text) {
    tx.emit(name, {{"refund", refund.id}, {"payment", refund.payment_id}, {"customer", refund.customer_id}},
            GatewayRefundEvent{refund.number, refund.amount, std::move(text)});
}

Result<Nothing> run_refund_by_gateway(Tx& tx, const RefundByGateway& in) {
    if (gateway() == nullptr) return gateway_not_there;
    auto refund = load_refund(tx.db(), tx.store_id(), in.refund_id);
    if (!refund) return refund_not_found;
    const auto order = order_of_payment(tx.db(), tx.store_id(), refund->payment_id);
    auto sent = gateway_refund_of(tx.db(), tx.store_id(), refund->id);
    if (auto no = may_refund_by_gateway(*refund, order ? &*order : nullptr, sent ? &*sent : nullptr))
        return *no;
    refund->version = in.version;
    update_refund(tx, *refund);
    if (sent) {
        sent->state = GatewayRefundState::waiting;
        sent->attempts = 0;
        sent->next_attempt_at = tx.now();
        update_gateway_refund(tx, *sent);
    } else {
        insert_gateway_refund(tx, {.id = tx.new_id<GatewayRefund>(),
                                   .refund_id = refund->id,
                                   .order_id = order->id,
                                   .state = GatewayRefundState::waiting,
                                   .next_attempt_at = tx.now()});
    }
    emit_refund(tx, "payments.refund_sent", *refund, "");
    return Nothing{};
}

}  // namespace

std::vector<RefundOnItsWay> refunds_on_their_way(Tx& tx) {
    std::vector<RefundOnItsWay> on_their_way;
    for (const auto& sent : due_gateway_refunds(tx.db(), tx.store_id(), tx.now())) {
        const auto refund = load_refund(tx.db(), tx.store_id(), sent.refund_id);
        const auto order = load_order(tx.db(), tx.store_id(), sent.order_id);
        ensure(refund && order);
        on_their_way.push_back({refund->id,
                                {.store_id = tx.store_id().value,
                                 .order_number = order->number,
                                 .refund_number = refund->number,
                                 .amount = refund->amount,
                                 .at = tx.now()}});
    }
    return on_their_way;
}

void record_refund_answer(Tx& tx, Id<Refund> id, const QrGateway::RefundAnswer& answer) {
    using State = QrGateway::RefundAnswer::State;
    auto sent = gateway_refund_of(tx.db(), tx.store_id(), id);
    const auto refund = load_refund(tx.db(), tx.store_id(), id);
    ensure(sent && refund);
    if (sent->state != GatewayRefundState::waiting) return;
    ++sent->attempts;
    sent->detail = answer.detail.substr(0, 200);
    const auto wait = answer.state == State::retry_later ? refund_wait_after(sent->attempts) : std::nullopt;
    if (answer.state == State::taken) {
        sent->state = GatewayRefundState::done;
        update_gateway_refund(tx, *sent);
        book_refund(tx, *refund, PaymentMeans::qr, refund->number);
    } else if (wait) {
        sent->next_attempt_at = tx.now() + *wait;
        update_gateway_refund(tx, *sent);
    } else {
        sent->state = GatewayRefundState::failed;
        update_gateway_refund(tx, *sent);
        emit_refund(tx, "payments.refund_not_taken", *refund, sent->detail);
        tasks::alert(tx, {.title_key = "alert.payments.refund_not_taken",
                          .params_json = reflect::to_json(
                              GatewayRefundEvent{refund->number, refund->amount, sent->detail}),
                          .role = Role::finance,
                          .link = "/payments/" + std::to_string(refund->payment_id.value),
                          .about = {"refund", refund->id},
                          .level = tasks::AlertLevel::warning});
    }
}

const Action<RefundByGateway, Nothing> refund_by_gateway{
    {.name = "payments.refund_by_gateway",
     .needs = refund_pay,
     .refuses = {gateway_not_there, refund_not_found, refund_not_granted, refund_is_declined, refund_is_paid,
                 payment_not_by_gateway, refund_is_sent},
     .run = run_refund_by_gateway}};

}  // namespace forecourt::payments
