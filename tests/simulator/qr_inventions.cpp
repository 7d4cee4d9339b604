#include <simulator/money.h>

#include <demo/player.h>

#include <algorithm>

namespace forecourt::simulator {
namespace {

using demo::number_at;
using demo::text_at;

std::string some_cashier(Life& life) { return life.dice.chance(80) ? "cashier" : "finance"; }

std::optional<Attempt> request_qr(Life& life) {
    const auto store = life.some_store();
    auto* due = life.at(store).dues.pick(life.dice);
    if (due == nullptr) return std::nullopt;
    const Fen amount = life.dice.chance(40) ? due->open() : life.around(due->open());
    Attempt attempt{.store = store, .who = some_cashier(life), .action = "payments.request_qr"};
    attempt.record = "due_id";
    attempt.missing = "due_not_found";
    attempt.input.number("due_id", due->id).number("amount", amount);
    attempt.must_not(amount <= 0, "amount_not_positive");
    attempt.must_not(due->open() == 0, "nothing_is_due");
    attempt.must_not(amount > due->open(), "payment_over_due");
    attempt.then = [&life, store, id = due->id, amount](const std::string& answer) {
        auto& orders = life.at(store).qr_orders;
        // One code stands at the desk for a due; the one before it is closed.
        for (auto& order : orders.all()) {
            if (order.due != id || order.state != "waiting") continue;
            order.state = "closed";
            ++order.version;
        }
        orders.add({.id = number_at(answer, "id"),
                    .number = text_at(answer, "number"),
                    .due = id,
                    .amount = amount});
    };
    return attempt;
}

std::optional<Attempt> close_qr(Life& life) {
    const auto store = life.some_store();
    const auto* order = life.at(store).qr_orders.pick(life.dice);
    if (order == nullptr) return std::nullopt;
    Attempt attempt{.store = store, .who = some_cashier(life), .action = "payments.close_qr"};
    attempt.record = "order_id";
    attempt.missing = "qr_order_not_found";
    attempt.input.number("order_id", order->id).number("version", order->version);
    attempt.must_not(order->state == "paid", "qr_is_paid");
    attempt.must_not(order->state == "closed", "qr_is_closed");
    attempt.then = [&life, store, id = order->id](const std::string&) {
        auto& now = life.at(store).qr_orders.at(id);
        now.state = "closed";
        ++now.version;
    };
    return attempt;
}

// Money counts once, for the sum that was asked, while it is owed; a code that was closed counts too, because
// the money is there.
std::string question_of(StoreModel& store, const QrOrder* order, Fen amount) {
    if (order == nullptr) return "unknown_order";
    if (order->state == "paid") return "paid_twice";
    if (amount != order->amount) return "wrong_amount";
    return amount > store.dues.at(order->due).open() ? "nothing_open" : "none";
}

void booked(Life& life, std::size_t store, RecordId id) {
    static constexpr db::Sql payment_of{
        "simulator.payment_of_qr",
        "select payment_id from payments_qr_order where store_id = :store_id and id = :id"};
    auto& model = life.at(store);
    auto& order = model.qr_orders.at(id);
    auto& due = model.dues.at(order.due);
    order.state = "paid";
    ++order.version;
    due.paid += order.amount;
    model.post({{"qr_clearing", order.amount}, {due.account(), -order.amount, due.customer}});
    model.payments.add({.id = life.program.number(payment_of, store, id),
                        .due = due.id,
                        .amount = order.amount,
                        .qr_order = id});
}

std::optional<Attempt> take_notice(Life& life) {
    static constexpr db::Sql newest_notice{
        "simulator.newest_notice",
        "select max(id) from payments_notice where store_id = :store_id and id > :id"};
    static const std::vector<std::string> signatures{"wrong", "old"};
    const auto store = life.some_store();
    auto& model = life.at(store);
    const auto* order = model.qr_orders.pick(life.dice);
    if (order == nullptr) return std::nullopt;
    if (life.dice.chance(4)) order = nullptr;
    const auto signature = life.dice.chance(92) ? std::string("right") : life.dice.one_of(signatures);
    const bool repeated = !model.notices_taken.empty() && life.dice.chance(10);
    const auto reference = repeated              ? *model.notices_taken.begin()
                           : life.dice.chance(3) ? std::string()
                                                 : "W" + std::to_string(model.notices_taken.size());
    const Fen amount = order != nullptr && life.dice.chance(85)
                           ? order->amount
                           : life.around(order == nullptr ? 100 : order->amount);
    const auto number = order == nullptr ? std::string("QR-nobody") : order->number;
    Attempt attempt{.store = store, .who = "system", .action = "payments.take_notice"};
    attempt.input.text("body", "{\"order_number\": " + demo::quoted(number) + ", \"gateway_reference\": " +
                                   demo::quoted(reference) + ", \"amount\": " + std::to_string(amount) + "}");
    attempt.input.text("signature", signature);
    attempt.must_not(signature == "wrong", "notice_forged");
    attempt.must_not(signature == "old", "notice_too_old");
    attempt.must_not(signature == "right" && (reference.empty() || amount <= 0), "notice_not_understood");
    const auto id = order == nullptr ? 0 : order->id;
    attempt.then = [&life, store, id, reference, amount](const std::string& answer) {
        auto& model = life.at(store);
        if (model.notices_taken.contains(reference))
            return expect_equal("outcome of the notice", "repeated", text_at(answer, "outcome"));
        model.notices_taken.insert(reference);
        const auto question = question_of(model, id == 0 ? nullptr : &model.qr_orders.at(id), amount);
        expect_equal("outcome of the notice", question == "none" ? "booked" : "questioned",
                     text_at(answer, "outcome"));
        expect_equal("question of the notice", question, text_at(answer, "question"));
        if (question == "none") return booked(life, store, id);
        model.questioned_notices.add({.id = life.program.number(newest_notice, store, 0)});
    };
    return attempt;
}

std::optional<Attempt> clear_notice(Life& life) {
    const auto store = life.some_store();
    const auto* notice = life.at(store).questioned_notices.pick(life.dice);
    if (notice == nullptr) return std::nullopt;
    Attempt attempt{
        .store = store, .who = life.dice.chance(80) ? "finance" : "gm", .action = "payments.clear_notice"};
    attempt.record = "notice_id";
    attempt.missing = "notice_not_found";
    attempt.input.number("notice_id", notice->id).text("how", "已退回付款人");
    attempt.must_not(notice->cleared, "notice_is_cleared");
    attempt.then = [&life, store, id = notice->id](const std::string&) {
        life.at(store).questioned_notices.at(id).cleared = true;
    };
    return attempt;
}

std::optional<Attempt> refund_by_gateway(Life& life) {
    const auto store = life.some_store();
    auto& model = life.at(store);
    const auto* refund = model.refunds.pick(life.dice);
    for (int tries = 0; tries < 8 && refund != nullptr; ++tries) {
        if (model.payments.at(refund->payment).qr_order != 0 && refund->state == "granted") break;
        refund = model.refunds.pick(life.dice);
    }
    if (refund == nullptr) return std::nullopt;
    Attempt attempt{.store = store, .who = some_cashier(life), .action = "payments.refund_by_gateway"};
    attempt.record = "refund_id";
    attempt.missing = "refund_not_found";
    attempt.input.number("refund_id", refund->id).number("version", refund->version);
    attempt.must_not(refund->state == "asked", "refund_not_granted");
    attempt.must_not(refund->state == "declined", "refund_is_declined");
    attempt.must_not(refund->state == "paid", "refund_is_paid");
    attempt.must_not(model.payments.at(refund->payment).qr_order == 0, "payment_not_by_gateway");
    attempt.must_not(refund->sent == "waiting", "refund_is_sent");
    attempt.then = [&life, store, id = refund->id](const std::string&) {
        auto& now = life.at(store).refunds.at(id);
        now.sent = "waiting";
        now.attempts = 0;
        now.next_attempt_at = life.now;
        ++now.version;
    };
    return attempt;
}

void answered(StoreModel& store, Refund& refund, payments::QrGateway::RefundAnswer::State answer,
              Instant now) {
    using State = payments::QrGateway::RefundAnswer::State;
    ++refund.attempts;
    if (answer == State::taken) {
        refund.sent = "done";
        paid_back(store, refund, "qr_clearing");
    } else if (answer == State::failed || refund.attempts == 10) {
        refund.sent = "failed";
    } else {
        // Twice as long each time.
        refund.next_attempt_at = now + Duration{5'000LL << refund.attempts};
    }
}

}  // namespace

void refunds_were_sent(Life& life, const std::vector<PaymentCompany::Asked>& asked) {
    std::size_t expected = 0;
    for (const std::size_t at : {0, 1}) {
        auto& store = life.at(at);
        const auto store_id = life.program.store_id(at).value;
        for (auto& refund : store.refunds.all()) {
            if (refund.sent != "waiting" || refund.next_attempt_at > life.now) continue;
            ++expected;
            const auto& order = store.qr_orders.at(store.payments.at(refund.payment).qr_order);
            const auto found = std::find_if(asked.begin(), asked.end(), [&](const auto& one) {
                return one.store_id == store_id && one.refund_number == refund.number &&
                       one.order_number == order.number;
            });
            if (found == asked.end()) throw Mismatch("the payment company was not asked for a refund");
            expect_equal("what the payment company was asked for", refund.amount, found->amount);
            answered(store, refund, found->answer, life.now);
        }
    }
    expect_equal("refunds the payment company was asked for", static_cast<std::int64_t>(expected),
                 static_cast<std::int64_t>(asked.size()));
}

std::vector<Invention> qr_inventions() {
    return {{"payments.request_qr", 6, request_qr},
            {"payments.close_qr", 1, close_qr},
            {"payments.take_notice", 8, take_notice},
            {"payments.clear_notice", 1, clear_notice},
            {"payments.refund_by_gateway", 3, refund_by_gateway}};
}

}  // namespace forecourt::simulator
