#include <modules/payments/due/due_store.h>
#include <modules/payments/payment/payment_actions.h>
#include <modules/payments/payment/payment_rules.h>
#include <modules/payments/payment/payment_store.h>
#include <services/numbering/api.h>

namespace forecourt::payments {
namespace {

struct PaymentEvent {
    std::string number;
    std::string title;
    PaymentKind kind{};
    PaymentMeans means{};
    Money amount;
    Money open;
};
FORECOURT_STRUCT(PaymentEvent, number, title, kind, means, amount, open)

// The kind of the ledger's entry is a literal, so that it can be found.
std::string_view entry_kind(PaymentKind kind) {
    switch (kind) {
        case PaymentKind::deposit:
            return "payments.deposit_received";
        case PaymentKind::balance:
            return "payments.balance_received";
        case PaymentKind::settlement:
            return "payments.settlement_received";
    }
    return "";
}

Result<PaymentReceived> run_receive_payment(Tx& tx, const ReceivePayment& in) {
    const auto due = load_due(tx.db(), tx.store_id(), in.due_id);
    if (!due) return due_not_found;
    return take_payment(tx, *due, in, "");
}

}  // namespace

Result<PaymentReceived> take_payment(Tx& tx, Due due, const ReceivePayment& in, const std::string& payer) {
    if (auto no = check_payment(due, in)) return *no;
    const Payment payment{.id = tx.new_id<Payment>(),
                          .number = numbering::next_number(tx, "RC"),
                          .due_id = due.id,
                          .object_type = due.object_type,
                          .object_id = due.object_id,
                          .customer_id = due.customer_id,
                          .kind = kind_of(due, in.amount),
                          .means = in.means,
                          .amount = in.amount,
                          .reference = in.reference,
                          .payer = payer,
                          .received_by = tx.actor().user_id,
                          .received_at = tx.now()};
    insert_payment(tx, payment);
    ledger::post(tx, entry_kind(payment.kind), {"payment", payment.id},
                 postings_of(due, in.means, in.amount));
    due.paid += in.amount;
    update_due(tx, due);
    const Money open = open_of(due);
    tx.emit("payments.payment_received",
            {{"payment", payment.id}, {"customer", due.customer_id}, object_of(due)},
            PaymentEvent{payment.number, due.title, payment.kind, payment.means, payment.amount, open});
    if (open == Money{0}) {
        tx.emit("payments.paid_up", {{"payment", payment.id}, {"customer", due.customer_id}, object_of(due)},
                DueEvent{due.title, due.amount, open});
    }
    return PaymentReceived{payment.id, payment.number, open};
}

Result<Id<Payment>> receive_from_lender(Tx& tx, const ObjectRef& about, const LenderPayment& money) {
    const auto due = load_due_of(tx.db(), tx.store_id(), about);
    if (!due) return nothing_is_due;
    const ReceivePayment in{.due_id = due->id,
                            .means = PaymentMeans::transfer,
                            .amount = money.amount,
                            .reference = money.reference};
    const auto received = take_payment(tx, *due, in, money.payer);
    if (!received) return received.refused();
    return received->id;
}

const Action<ReceivePayment, PaymentReceived> receive_payment{
    {.name = "payments.receive_payment",
     .needs = payment_receive,
     .refuses = {due_not_found, amount_not_positive, nothing_is_due, payment_over_due, reference_missing},
     .run = run_receive_payment}};

}  // namespace forecourt::payments
