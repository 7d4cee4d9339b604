#include <simulator/care.h>
#include <simulator/leads.h>
#include <simulator/money.h>
#include <simulator/sale.h>

#include <demo/player.h>

namespace forecourt::simulator {

void paid_back(StoreModel& store, Refund& refund, const std::string& account) {
    auto& payment = store.payments.at(refund.payment);
    auto& due = store.dues.at(payment.due);
    refund.state = "paid";
    ++refund.version;
    payment.waiting -= refund.amount;
    payment.refunded += refund.amount;
    due.waiting -= refund.amount;
    due.paid -= refund.amount;
    if (!due.is_over()) store.dues.runs_again(due.id);
    store.post({{due.account(), refund.amount, due.customer}, {account, -refund.amount}});
}

namespace {

using demo::number_at;

constexpr db::Sql newest_approval{
    "simulator.newest_approval",
    "select max(id) from approvals_approval where store_id = :store_id and object_id = :id"};

const std::vector<std::string>& every_means() {
    static const std::vector<std::string> means{"cash", "card", "transfer", "qr"};
    return means;
}

std::string account_of(const std::string& means) {
    if (means == "card") return "card_clearing";
    if (means == "transfer") return "bank";
    return means == "qr" ? "qr_clearing" : "cash";
}

std::string some_cashier(Life& life) { return life.dice.chance(80) ? "cashier" : "finance"; }

std::optional<Attempt> receive_payment(Life& life) {
    const auto store = life.some_store();
    auto* due = life.at(store).dues.pick(life.dice);
    if (due == nullptr) return std::nullopt;
    const Fen amount = life.dice.chance(40) ? due->open() : life.around(due->open());
    const auto means = life.dice.one_of(every_means());
    const bool named = life.dice.chance(93);
    Attempt attempt{.store = store, .who = some_cashier(life), .action = "payments.receive_payment"};
    attempt.record = "due_id";
    attempt.missing = "due_not_found";
    attempt.input.number("due_id", due->id).text("means", means).number("amount", amount);
    attempt.input.text("reference", named ? "R-1" : "");
    attempt.must_not(amount <= 0, "amount_not_positive");
    attempt.must_not(due->open() == 0, "nothing_is_due");
    attempt.must_not(amount > due->open(), "payment_over_due");
    attempt.must_not(means != "cash" && !named, "reference_missing");
    attempt.then = [&life, store, id = due->id, amount, means](const std::string& answer) {
        auto& model = life.at(store);
        auto& now = model.dues.at(id);
        now.paid += amount;
        expect_equal("what is open", now.open(), number_at(answer, "open"));
        model.post({{account_of(means), amount}, {now.account(), -amount, now.customer}});
        model.payments.add({.id = number_at(answer, "id"), .due = id, .amount = amount});
    };
    return attempt;
}

std::optional<Attempt> request_refund(Life& life) {
    const auto store = life.some_store();
    auto* payment = life.at(store).payments.pick(life.dice);
    if (payment == nullptr) return std::nullopt;
    static const std::vector<std::string> people{"cashier", "finance", "sales1", "sales_manager", "advisor1"};
    const auto who = life.dice.one_of(people);
    const Fen of_due = life.at(store).dues.at(payment->due).refundable();
    const Fen limit = std::min(payment->left(), of_due);
    const Fen amount = life.around(life.dice.chance(30) ? 1'000'000 : limit);
    Attempt attempt{.store = store, .who = who, .action = "payments.request_refund"};
    attempt.record = "payment_id";
    attempt.missing = "payment_not_found";
    attempt.input.number("payment_id", payment->id).number("amount", amount).text("reason", "多收");
    attempt.must_not(amount <= 0, "amount_not_positive");
    attempt.must_not(amount > payment->left(), "refund_over_payment");
    attempt.must_not(amount > of_due, "deposit_is_kept");
    attempt.then = [&life, store, id = payment->id, amount, who](const std::string& answer) {
        auto& model = life.at(store);
        auto& payment = model.payments.at(id);
        payment.waiting += amount;
        model.dues.at(payment.due).waiting += amount;
        const auto refund = number_at(answer, "id");
        model.refunds.add(
            {.id = refund, .payment = id, .amount = amount, .number = demo::text_at(answer, "number")});
        model.approvals.add({.id = life.program.number(newest_approval, store, refund),
                             .kind = "payments.refund",
                             .about = refund,
                             .decider = amount > 1'000'000 ? "gm" : "finance",
                             .asked_by = who});
    };
    return attempt;
}

std::optional<Attempt> pay_refund(Life& life) {
    const auto store = life.some_store();
    auto* refund = life.at(store).refunds.pick(life.dice);
    if (refund == nullptr) return std::nullopt;
    const auto means = life.dice.one_of(every_means());
    const bool named = life.dice.chance(93);
    Attempt attempt{.store = store, .who = some_cashier(life), .action = "payments.pay_refund"};
    attempt.record = "refund_id";
    attempt.missing = "refund_not_found";
    attempt.input.number("refund_id", refund->id).number("version", refund->version).text("means", means);
    attempt.input.text("reference", named ? "R-2" : "");
    attempt.must_not(refund->state == "asked", "refund_not_granted");
    attempt.must_not(refund->state == "declined", "refund_is_declined");
    attempt.must_not(refund->state == "paid", "refund_is_paid");
    attempt.must_not(means != "cash" && !named, "reference_missing");
    attempt.must_not(refund->sent == "waiting", "refund_is_sent");
    attempt.must_not(means == "cash" && refund->amount > life.at(store).balance("cash"), "drawer_holds_less");
    attempt.then = [&life, store, id = refund->id, means](const std::string& answer) {
        auto& model = life.at(store);
        auto& now = model.refunds.at(id);
        paid_back(model, now, account_of(means));
        expect_equal("what was paid back", now.amount, number_at(answer, "amount"));
    };
    return attempt;
}

std::optional<Attempt> close_day(Life& life) {
    const auto store = life.some_store();
    const Fen drawer = life.at(store).balance("cash");
    const Fen counted = life.dice.chance(70) ? drawer : drawer + life.dice.between(-5000, 5000);
    const Fen banked = life.around(counted);
    const bool explained = life.dice.chance(70);
    Attempt attempt{.store = store, .who = some_cashier(life), .action = "payments.close_day"};
    attempt.input.number("cash_counted", counted).number("cash_banked", banked);
    attempt.input.text("note", explained ? "零钱差额" : "");
    attempt.must_not(counted < 0, "cash_count_negative");
    attempt.must_not(banked < 0 || banked > counted, "cash_banked_wrong");
    attempt.must_not(counted != drawer && !explained, "cash_difference_unexplained");
    attempt.then = [&life, store, drawer, counted, banked](const std::string& answer) {
        expect_equal("difference of the drawer", counted - drawer, number_at(answer, "difference"));
        life.at(store).post(
            {{"cash", counted - drawer - banked}, {"bank", banked}, {"rounding", drawer - counted}});
    };
    return attempt;
}

void discount_decided(Life& life, std::size_t store, Approval& approval, bool granted) {
    auto& deal = life.at(store).deals.at(approval.about);
    if (granted && deal.asked_twice) {
        deal.asked_twice = false;
        deal.approval = life.program.number(newest_approval, store, deal.id);
        life.at(store).approvals.add({.id = deal.approval,
                                      .kind = "deals.discount",
                                      .about = deal.id,
                                      .decider = "gm",
                                      .asked_by = "sales_manager"});
        return;
    }
    deal.state = "draft";
    ++deal.version;
    if (!granted) return;
    deal.discount = deal.asked_discount;
    deal.concession_granted = std::max(deal.concession_granted, deal.asked_concession);
    deal.total = total_of(life.at(store), deal);
}

void refund_decided(Life& life, std::size_t store, const Approval& approval, bool granted) {
    auto& refund = life.at(store).refunds.at(approval.about);
    refund.state = granted ? "granted" : "declined";
    ++refund.version;
    if (granted) return;
    auto& payment = life.at(store).payments.at(refund.payment);
    payment.waiting -= refund.amount;
    life.at(store).dues.at(payment.due).waiting -= refund.amount;
}

std::optional<Attempt> decide(Life& life) {
    const auto store = life.some_store();
    auto* approval = life.at(store).approvals.pick(life.dice);
    if (approval == nullptr) return std::nullopt;
    static const std::vector<std::string> deciders{"gm", "sales_manager", "finance"};
    const auto who = life.dice.chance(75) ? approval->decider : life.dice.one_of(deciders);
    const bool granted = life.dice.chance(75);
    Attempt attempt{.store = store, .who = who, .action = "approvals.decide"};
    attempt.record = "approval_id";
    attempt.missing = "approval_not_found";
    attempt.input.number("approval_id", approval->id).flag("granted", granted).text("note", "");
    attempt.must_not(approval->state == "decided", "approval_already_decided");
    attempt.must_not(approval->state == "withdrawn", "approval_is_withdrawn");
    attempt.must_not(who != approval->decider, "approval_needs_another_role");
    attempt.must_not(who == approval->asked_by, "approval_is_your_own");
    if (granted && approval->kind == "deals.discount" && approval->state == "waiting") {
        Deal then = life.at(store).deals.at(approval->about);
        then.discount = then.asked_discount;
        attempt.must_not(!then.asked_twice && total_of(life.at(store), then) < 0, "total_negative");
    }
    if (granted && approval->kind == "vehicles.transfer" && approval->state == "waiting")
        must_still_go(life, attempt, life.model.transfers.at(approval->about));
    attempt.then = [&life, store, id = approval->id, granted](const std::string&) {
        auto& now = life.at(store).approvals.at(id);
        now.state = "decided";
        if (now.kind == "deals.discount") discount_decided(life, store, now, granted);
        if (now.kind == "payments.refund") refund_decided(life, store, now, granted);
        if (now.kind == "vehicles.transfer") transfer_decided(life, now.about, granted);
        if (now.kind == "leads.loss") loss_decided(life.at(store), now.about, granted);
        if (now.kind == "complaints.solution") solution_decided(life.at(store), now.about, granted);
    };
    return attempt;
}

}  // namespace

std::vector<Invention> payment_inventions() {
    return {{"payments.receive_payment", 14, receive_payment},
            {"payments.request_refund", 4, request_refund},
            {"payments.pay_refund", 5, pay_refund},
            {"payments.close_day", 2, close_day},
            {"approvals.decide", 8, decide}};
}

}  // namespace forecourt::simulator
