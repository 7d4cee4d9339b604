#include <simulator/care.h>
#include <simulator/service.h>

#include <demo/player.h>

namespace forecourt::simulator {
namespace {

using demo::number_at;
using demo::text_at;

constexpr db::Sql due_of{"simulator.due_of",
                         "select id from payments_due where store_id = :store_id and object_id = :id"};

// What is due for the order from now on; its row is made the first time.
void set_due(Life& life, std::size_t store, Order& order, Fen amount, const std::string& kind) {
    auto& model = life.at(store);
    if (order.due == 0) {
        order.due = life.program.number(due_of, store, order.id);
        model.dues.add({.id = order.due, .customer = order.customer, .about = order.id});
    }
    auto& due = model.dues.at(order.due);
    due.amount = amount;
    due.kind = kind;
    model.dues.runs_again(due.id);
}

std::optional<Attempt> ask_deposit(Life& life) {
    const auto store = life.some_store();
    auto* order = life.at(store).orders.pick(life.dice);
    if (order == nullptr) return std::nullopt;
    const Fen amount = life.around(50'000);
    auto attempt = about_order(store, some_advisor(life), "workshop.ask_deposit", *order);
    attempt.input.number("amount", amount);
    must_not_be_over(attempt, *order);
    attempt.must_not(order->settled, "order_is_settled");
    attempt.must_not(amount <= 0, "deposit_not_positive");
    attempt.then = [&life, store, id = order->id, amount](const std::string&) {
        set_due(life, store, life.at(store).orders.at(id), amount, "prepayment");
    };
    return attempt;
}

Fen customer_gross(const Order& order) {
    Fen gross = 0;
    for (const auto& line : order.lines) {
        if (line.state == "approved" && line.payer == "customer") gross += line.amount();
    }
    return gross;
}

struct Reduction {
    Fen discount{};
    Fen let_go{};  // by rounding to a tenth of a yuan or a yuan
};

// Each payer pays for his lines; tax is taken out line by line, and out of the reduction; the store's own
// work is a cost without tax.
std::vector<Posting> bill_of(const Order& order, Reduction off, Fen paid) {
    Fen labour = 0, parts = 0, tax = 0, warranty = 0, insurer = 0, internal = 0;
    for (const auto& line : order.lines) {
        if (line.state != "approved") continue;
        const Fen net = net_of(line.amount(), goods_vat);
        (line.kind == "part" ? parts : labour) += net;
        if (line.payer == "internal") {
            internal += net;
            continue;
        }
        tax += line.amount() - net;
        if (line.payer == "warranty") warranty += line.amount();
        if (line.payer == "insurer") insurer += line.amount();
    }
    const Fen reduction = net_of(off.discount, goods_vat);
    const Fen total = customer_gross(order) - off.discount - off.let_go;
    return {{"customer_receivable", total - paid, order.customer},
            {"customer_deposits", paid, order.customer},
            {"manufacturer_receivable", warranty},
            {"insurer_receivable", insurer},
            {"internal_cost", internal},
            {"service_discounts", reduction},
            {"rounding", off.let_go},
            {"labour_revenue", -labour},
            {"parts_revenue", -parts},
            {"output_tax", -(tax - (off.discount - reduction))}};
}

Order* some_ready(Life& life, std::size_t store, const std::string& state) {
    auto& orders = life.at(store).orders;
    auto* order = orders.pick(life.dice);
    for (int tries = 0; tries < 15 && order != nullptr && order->state() != state; ++tries) {
        order = orders.pick(life.dice);
    }
    return order;
}

std::optional<Attempt> settle_order(Life& life) {
    const auto store = life.some_store();
    const auto* order = some_ready(life, store, "ready");
    if (order == nullptr || (order->state() != "ready" && life.dice.chance(70))) return std::nullopt;
    const auto who = some_advisor(life);
    const Fen gross = customer_gross(*order);
    const Fen limit = service_discount_limit(role_of(who), gross);
    Reduction off{.discount = life.dice.chance(60) ? 0 : life.around(limit)};
    const bool says_why = life.dice.chance(90);
    static const std::vector<std::string> steps{"fen", "jiao", "yuan"};
    const auto step = life.dice.one_of(steps);
    off.let_go = (gross - off.discount) % (step == "fen" ? 1 : step == "jiao" ? 10 : 100);
    auto attempt = about_order(store, who, "workshop.settle_order", *order);
    attempt.input.number("version", order->version).number("discount", off.discount);
    attempt.input.text("discount_reason", says_why ? "补偿" : "").text("round_to", step);
    must_not_be_over(attempt, *order);
    attempt.must_not(order->settled, "order_is_settled");
    attempt.must_not(!order->passed, "quality_not_passed");
    attempt.must_not(off.discount > 0 && !says_why, "discount_needs_reason");
    attempt.must_not(off.discount < 0 || off.discount > gross, "discount_beyond_amount");
    attempt.must_not(off.discount > limit, "service_discount_beyond_limit");
    attempt.then = [&life, store, id = order->id, off, gross](const std::string& answer) {
        auto& model = life.at(store);
        auto& now = model.orders.at(id);
        const Fen total = gross - off.discount - off.let_go;
        now.deposit = now.due == 0 ? 0 : model.dues.at(now.due).paid;
        now.bill = bill_of(now, off, now.deposit);
        now.settled = true;
        // Of the store's own work nobody takes the car back.
        now.handed_back = now.delivery != 0 && total == 0;
        ++now.version;
        model.post(now.bill);
        set_due(life, store, now, total, "settlement");
        expect_equal("total of the bill", total, number_at(answer, "customer_total"));
        expect_equal("what is open", std::max<Fen>(0, total - now.deposit), number_at(answer, "open"));
        expect_equal("version of the order", now.version, number_at(answer, "version"));
    };
    return attempt;
}

std::optional<Attempt> cancel_settlement(Life& life) {
    const auto store = life.some_store();
    const auto* order = some_ready(life, store, "settled");
    if (order == nullptr) return std::nullopt;
    const Fen paid = order->due == 0 ? 0 : life.at(store).dues.at(order->due).paid;
    auto attempt = about_order(store, some_advisor(life), "workshop.cancel_settlement", *order);
    attempt.input.number("version", order->version).text("reason", "优惠漏填");
    must_not_be_over(attempt, *order);
    attempt.must_not(!order->settled, "order_not_settled");
    attempt.must_not(order->settled && paid > order->deposit, "order_has_payment");
    attempt.then = [&life, store, id = order->id, paid](const std::string& answer) {
        auto& model = life.at(store);
        auto& now = model.orders.at(id);
        for (auto& posting : now.bill) posting.amount = -posting.amount;
        model.post(now.bill);
        // What was paid back since the bill was paid back of the advance.
        const Fen back = now.deposit - paid;
        model.post({{"customer_deposits", back, now.customer}, {"customer_receivable", -back, now.customer}});
        now.settled = false;
        ++now.version;
        set_due(life, store, now, now.deposit, "prepayment");
        expect_equal("state of the order", now.state(), text_at(answer, "state"));
        expect_equal("version of the order", now.version, number_at(answer, "version"));
    };
    return attempt;
}

std::optional<Attempt> hand_back(Life& life) {
    const auto store = life.some_store();
    auto& model = life.at(store);
    const auto* order = some_ready(life, store, "settled");
    if (order == nullptr) return std::nullopt;
    const auto& car = model.cars.at(order->car);
    const auto mileage = car.mileage_km + life.dice.between(life.dice.chance(8) ? -5 : 0, 9);
    const bool paid = order->due != 0 && model.dues.at(order->due).open() == 0;
    auto attempt = about_order(store, some_advisor(life), "workshop.hand_back", *order);
    attempt.input.number("version", order->version).number("mileage_out_km", mileage);
    attempt.input.text("signature", life.program.signature(store)).flag("explained", true);
    attempt.input.text("old_parts", "none");
    must_not_be_over(attempt, *order);
    attempt.must_not(!order->passed, "quality_not_passed");
    attempt.must_not(!order->settled, "order_not_settled");
    attempt.must_not(!paid, "order_not_paid");
    attempt.must_not(mileage < order->mileage_km, "mileage_out_below_in");
    attempt.must_not(mileage < car.mileage_km, "mileage_goes_backwards");
    attempt.must_not(mileage < 0 || mileage > 2'000'000, "mileage_out_of_range");
    attempt.then = [&life, store, id = order->id, mileage](const std::string& answer) {
        auto& model = life.at(store);
        auto& now = model.orders.at(id);
        auto& car = model.cars.at(now.car);
        now.handed_back = true;
        ++now.version;
        car.mileage_km = mileage;
        if (now.delivery == 0) car.in_workshop = false;
        ++car.version;
        expect_equal("state of the order", now.state(), text_at(answer, "state"));
        expect_equal("version of the order", now.version, number_at(answer, "version"));
        // Of the store's own work nobody is asked.
        service_call_is_planned(life, store, now.delivery == 0 ? now.customer : 0, now.id);
    };
    return attempt;
}

}  // namespace

std::vector<Invention> bill_inventions() {
    return {{"workshop.ask_deposit", 2, ask_deposit},
            {"workshop.settle_order", 8, settle_order},
            {"workshop.cancel_settlement", 2, cancel_settlement},
            {"workshop.hand_back", 8, hand_back}};
}

}  // namespace forecourt::simulator
