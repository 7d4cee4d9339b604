#include <modules/payments/due/due_store.h>
#include <modules/payments/payment/payment_rules.h>
#include <modules/payments/payment/payment_store.h>
#include <modules/payments/qr/qr_rules.h>
#include <modules/payments/qr/qr_store.h>
#include <modules/payments/refund/refund_actions.h>
#include <modules/payments/refund/refund_rules.h>
#include <modules/payments/refund/refund_store.h>
#include <services/approvals/api.h>
#include <services/ledger/api.h>
#include <services/numbering/api.h>
#include <services/tasks/api.h>

namespace forecourt::payments {
namespace {

constexpr std::string_view approval_kind = "payments.refund";

struct RefundEvent {
    std::string number;
    std::string payment_number;
    Money amount;
    std::string reason;
};
FORECOURT_STRUCT(RefundEvent, number, payment_number, amount, reason)

struct RefundDecidedEvent {
    std::string number;
    Money amount;
    std::string decided_by_name;
    std::string note;
};
FORECOURT_STRUCT(RefundDecidedEvent, number, amount, decided_by_name, note)

struct RefundTaskParams {
    std::string number;
    Money amount;
    std::string customer_name;
};
FORECOURT_STRUCT(RefundTaskParams, number, amount, customer_name)

std::string link_of(Id<Payment> payment) { return "/payments/" + std::to_string(payment.value); }

Result<RefundRequested> run_request_refund(Tx& tx, const RequestRefund& in) {
    const auto payment = load_payment(tx.db(), tx.store_id(), in.payment_id);
    if (!payment) return payment_not_found;
    const auto due = load_due(tx.db(), tx.store_id(), payment->due_id);
    ensure(due.has_value());
    const auto waiting = refunds_waiting(tx.db(), tx.store_id(), *payment);
    if (auto no = check_request(*payment, *due, waiting, in)) return *no;
    const Refund refund{.id = tx.new_id<Refund>(),
                        .number = numbering::next_number(tx, "RF"),
                        .payment_id = payment->id,
                        .customer_id = payment->customer_id,
                        .state = RefundState::asked,
                        .amount = in.amount,
                        .reason = in.reason.text,
                        .asked_by = tx.actor().user_id,
                        .asked_at = tx.now()};
    insert_refund(tx, refund);
    const std::string customer = customers::customer_name(tx.db(), tx.store_id(), payment->customer_id);
    approvals::request_approval(tx,
                                {.kind = approval_kind,
                                 .about = {"refund", refund.id},
                                 .amount = in.amount,
                                 .reason = in.reason.text,
                                 .decider = refund_decider(in.amount),
                                 .link = link_of(payment->id),
                                 .summary = due->title + " 退款 " + to_text(in.amount) + "，" + customer});
    tx.emit("payments.refund_requested",
            {{"refund", refund.id},
             {"payment", payment->id},
             {"customer", payment->customer_id},
             object_of(*due)},
            RefundEvent{refund.number, payment->number, in.amount, in.reason.text});
    return RefundRequested{refund.id, refund.number};
}

Result<RefundPaid> run_pay_refund(Tx& tx, const PayRefund& in) {
    auto refund = load_refund(tx.db(), tx.store_id(), in.refund_id);
    if (!refund) return refund_not_found;
    const Money drawer = ledger::balance(tx.db(), tx.store_id(), ledger::Account::cash);
    if (auto no = check_pay_refund(*refund, in, drawer)) return *no;
    const auto sent = gateway_refund_of(tx.db(), tx.store_id(), refund->id);
    if (auto no = may_pay_by_hand(sent ? &*sent : nullptr)) return *no;
    refund->version = in.version;
    book_refund(tx, *refund, in.means, in.reference);
    return RefundPaid{refund->id, refund->amount};
}

struct Answered {
    Refund refund;
    approvals::Decided decided;
};

// The refund an answer is about; nothing when it answers another module's question.
std::optional<Answered> answered_refund(Tx& tx, const Event& event) {
    approvals::Decided decided;
    ensure(reflect::from_json(decided, event.data).empty());
    if (decided.kind != approval_kind) return std::nullopt;
    auto refund = load_refund(tx.db(), tx.store_id(), {event.object("refund")});
    ensure(refund && refund->state == RefundState::asked);
    refund->decided_by = decided.decided_by;
    refund->decided_by_name = decided.decided_by_name;
    refund->decided_at = tx.now();
    refund->decided_note = decided.note;
    return Answered{*refund, decided};
}

}  // namespace

void book_refund(Tx& tx, Refund refund, PaymentMeans means, const std::string& reference) {
    auto payment = load_payment(tx.db(), tx.store_id(), refund.payment_id);
    ensure(payment.has_value());
    auto due = load_due(tx.db(), tx.store_id(), payment->due_id);
    ensure(due.has_value());
    refund.state = RefundState::paid;
    refund.means = means;
    refund.reference = reference;
    refund.paid_by = tx.actor().user_id;
    refund.paid_at = tx.now();
    update_refund(tx, refund);
    payment->refunded += refund.amount;
    ensure(payment->refunded <= payment->amount);
    update_refunded(tx, *payment);
    ledger::post(tx, "payments.refund_paid", {"refund", refund.id}, postings_of(*due, means, -refund.amount));
    due->paid -= refund.amount;
    update_due(tx, *due);
    tasks::close_tasks(tx, {"refund", refund.id}, "task.payments.pay_refund");
    tx.emit("payments.refund_paid",
            {{"refund", refund.id},
             {"payment", payment->id},
             {"customer", payment->customer_id},
             object_of(*due)},
            RefundEvent{refund.number, payment->number, refund.amount, refund.reason});
}

MaybeRefused on_refund_granted(Tx& tx, const Event& event) {
    auto answered = answered_refund(tx, event);
    if (!answered) return std::nullopt;
    Refund& refund = answered->refund;
    refund.state = RefundState::granted;
    update_refund(tx, refund);
    const RefundTaskParams params{refund.number, refund.amount,
                                  customers::customer_name(tx.db(), tx.store_id(), refund.customer_id)};
    tasks::add_task(tx, {.title_key = "task.payments.pay_refund",
                         .params_json = reflect::to_json(params),
                         .role = Role::cashier,
                         .due_at = tx.now() + hours(4),
                         .about = {"refund", refund.id},
                         .customer_id = refund.customer_id.value,
                         .link = link_of(refund.payment_id)});
    tx.emit("payments.refund_granted",
            {{"refund", refund.id}, {"payment", refund.payment_id}, {"customer", refund.customer_id}},
            RefundDecidedEvent{refund.number, refund.amount, answered->decided.decided_by_name,
                               answered->decided.note});
    return std::nullopt;
}

MaybeRefused on_refund_declined(Tx& tx, const Event& event) {
    auto answered = answered_refund(tx, event);
    if (!answered) return std::nullopt;
    Refund& refund = answered->refund;
    refund.state = RefundState::declined;
    update_refund(tx, refund);
    tx.emit("payments.refund_declined",
            {{"refund", refund.id}, {"payment", refund.payment_id}, {"customer", refund.customer_id}},
            RefundDecidedEvent{refund.number, refund.amount, answered->decided.decided_by_name,
                               answered->decided.note});
    return std::nullopt;
}

const Action<RequestRefund, RefundRequested> request_refund{
    {.name = "payments.request_refund",
     .needs = refund_request,
     .refuses = {payment_not_found, amount_not_positive, refund_over_payment, deposit_is_kept},
     .run = run_request_refund}};

const Action<PayRefund, RefundPaid> pay_refund{
    {.name = "payments.pay_refund",
     .needs = refund_pay,
     .refuses = {refund_not_found, refund_not_granted, refund_is_declined, refund_is_paid, reference_missing,
                 drawer_holds_less, refund_is_sent},
     .run = run_pay_refund}};

}  // namespace forecourt::payments
