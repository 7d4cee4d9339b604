#include <simulator/leads.h>
#include <simulator/life.h>
#include <simulator/sale.h>

#include <demo/player.h>

namespace forecourt::simulator {

using demo::number_at;
using demo::text_at;

Fen car_price_of(const Deal& deal) { return deal.list_price - deal.discount; }

Fen total_of(const StoreModel& store, const Deal& deal) {
    Fen total = car_price_of(deal);
    // The state takes its part of a new car only.
    if (!deal.used) {
        const auto& facts = store.model(deal.model).facts;
        total += purchase_tax(facts, car_price_of(deal)) + compulsory_insurance +
                 vehicle_tax(facts, deal.bought_on);
    }
    for (const auto& line : deal.lines) total += line.amount;
    return total;
}

void must_be_a_quote(Attempt& attempt, const Deal& deal) {
    attempt.must_not(deal.state == "awaiting_approval", "discount_is_waiting");
    attempt.must_not(deal.state == "contract_drafted", "contract_is_drafted");
    attempt.must_not(deal.state == "contract_signed", "contract_is_signed");
    must_not_be_over(attempt, deal);
}

void must_not_be_over(Attempt& attempt, const Deal& deal) {
    attempt.must_not(deal.state == "delivered", "deal_is_delivered");
    attempt.must_not(deal.state == "cancelled", "deal_is_cancelled");
}

Attempt about_deal(std::size_t store, const std::string& who, const std::string& action, const Deal& deal) {
    Attempt attempt{.store = store, .who = who, .action = action};
    attempt.input.number("deal_id", deal.id).number("version", deal.version);
    attempt.record = "deal_id";
    attempt.missing = "deal_not_found";
    return attempt;
}

void changed(StoreModel& store, Deal& deal, const std::string& answer) {
    ++deal.version;
    deal.total = total_of(store, deal);
    expect_equal("state of the deal", deal.state, text_at(answer, "state"));
    expect_equal("total of the deal", deal.total, number_at(answer, "total"));
    expect_equal("version of the deal", deal.version, number_at(answer, "version"));
}

std::string some_seller(Life& life) {
    return life.dice.chance(80) ? life.seller() : life.dice.chance(70) ? "sales_manager" : "gm";
}

void car_is_freed(StoreModel& model, const Deal& deal) {
    if (deal.car == 0 || model.cars.at(deal.car).deal != deal.id) return;
    auto& car = model.cars.at(deal.car);
    car.state = car.arrived ? "in_stock" : "in_transit";
    car.deal = 0;
    ++car.version;
}

Fen spent_on_services(const Deal& deal) {
    return deal.insurance.state == "done" ? deal.insurance.collected : 0;
}

void charge_for_services(StoreModel& model, const Deal& deal, Fen kept) {
    auto& due = model.dues.at(deal.due);
    const Fen spent = spent_on_services(deal);
    due.amount = kept + spent;
    due.kept = std::min(kept + spent, due.refundable());
    if (spent > 0) model.post({{"customer_deposits", spent, deal.customer}, {"agency_payable", -spent}});
}

void deal_is_cancelled(StoreModel& model, Deal& deal) {
    if (deal.state == "awaiting_approval") model.approvals.at(deal.approval).state = "withdrawn";
    car_is_freed(model, deal);
    if (deal.due != 0) charge_for_services(model, deal, 0);
    deal.state = "cancelled";
    insurance_stops(deal);
    end_loans(model, deal);
}

namespace {

constexpr db::Sql newest_approval{
    "simulator.newest_approval",
    "select max(id) from approvals_approval where store_id = :store_id and object_id = :id"};

std::optional<Attempt> register_customer(Life& life) {
    const auto store = life.some_store();
    if (life.at(store).customers.size() > 4 && life.at(store).deals.running() > 25) return std::nullopt;
    Attempt attempt{.store = store, .who = life.seller(), .action = "customers.register"};
    const auto number = 10'000'000 + static_cast<std::int64_t>(life.at(store).customers.size());
    const auto phone = "138" + std::to_string(number);
    attempt.input.text("name", "顾客").text("phone", phone);
    attempt.then = [&life, store, phone](const std::string& answer) {
        expect_equal("was_known", "false", text_at(answer, "was_known"));
        life.at(store).customers.add({.id = number_at(answer, "id"), .phone = phone});
    };
    return attempt;
}

// Who comes again is found by the phone and never made twice.
std::optional<Attempt> register_known(Life& life) {
    const auto store = life.some_store();
    auto& customers = life.at(store).customers;
    const auto* known = customers.pick(life.dice);
    if (known == nullptr || known->phone.empty()) return std::nullopt;
    Attempt attempt{.store = store, .who = life.seller(), .action = "customers.register"};
    attempt.input.text("name", "别名").text("phone", known->phone);
    attempt.then = [expected = known->id](const std::string& answer) {
        expect_equal("the customer with this phone", expected, number_at(answer, "id"));
        expect_equal("was_known", "true", text_at(answer, "was_known"));
    };
    return attempt;
}

std::optional<Attempt> start_quote(Life& life) {
    const auto store = life.some_store();
    auto& model = life.at(store);
    auto* customer = model.customers.pick(life.dice);
    if (customer == nullptr || (model.deals.running() > 40 && life.dice.chance(85))) return std::nullopt;
    Deal deal{.customer = customer->id, .bought_on = life.today()};
    Attempt attempt{.store = store, .who = some_seller(life), .action = "deals.start_quote"};
    attempt.record = "customer_id";
    attempt.missing = "customer_not_found";
    attempt.input.number("customer_id", customer->id);
    auto* car = life.dice.chance(45) ? some_used_car_for_sale(life, store) : model.cars.pick(life.dice);
    const auto* used = car == nullptr ? nullptr : model.used_car_of(car->id);
    if (car != nullptr && (car->model != 0 || used != nullptr) && life.dice.chance(70)) {
        attempt.must_not(!car->is_free(), "car_not_available");
        attempt.must_not(used != nullptr && used->step != "for_sale", "used_car_has_no_price");
        deal.used = used != nullptr;
        attempt.input.number("car_id", car->id);
        deal.car = car->id;
        deal.model = car->model;
    } else {
        deal.model = life.dice.one_of(model.models).id;
        attempt.input.number("model_id", deal.model);
    }
    deal.list_price = deal.used ? used->asking_price : model.model(deal.model).price;
    attempt.then = [&life, store, deal](const std::string& answer) mutable {
        deal.id = number_at(answer, "id");
        const auto* lead = open_lead_of(life.at(store), deal.customer);
        deal.lead = lead == nullptr ? 0 : lead->id;
        deal.total = total_of(life.at(store), deal);
        expect_equal("total of the quote", deal.total, number_at(answer, "total"));
        expect_equal("version of the quote", 1, number_at(answer, "version"));
        life.at(store).deals.add(deal);
    };
    return attempt;
}

std::optional<Attempt> add_line(Life& life) {
    static const std::vector<std::string> kinds{"registration", "fee",      "accessory", "gift",
                                                "insurance",    "trade_in", "car",       "purchase_tax"};
    const auto store = life.some_store();
    auto* deal = life.at(store).deals.pick(life.dice);
    if (deal == nullptr || (deal->lines.size() > 5 && life.dice.chance(80))) return std::nullopt;
    const auto who = some_seller(life);
    QuoteLine line{.kind = life.dice.one_of(kinds)};
    const Fen most = line.kind == "trade_in" ? deal->list_price + 3'000'000 : 900'000;
    const Fen amount = life.around(most);
    auto attempt = about_deal(store, who, "deals.add_line", *deal);
    const std::string explanation = life.dice.chance(90) ? "说明" : "";
    attempt.input.text("kind", line.kind).text("title", life.dice.chance(90) ? "名称" : "");
    attempt.input.text("explanation", explanation).number("amount", amount);
    must_be_a_quote(attempt, *deal);
    const bool untitled = attempt.input.written().find("\"title\": \"\"") != std::string::npos;
    const bool has_usual_title =
        line.kind == "registration" || line.kind == "insurance" || line.kind == "trade_in";
    attempt.must_not(line.kind == "car", "line_kind_not_allowed");
    attempt.must_not(line.kind == "purchase_tax" && !deal->used, "line_is_there");
    attempt.must_not(line.kind == "purchase_tax" && deal->used, "used_car_pays_no_purchase_tax");
    attempt.must_not(untitled && !has_usual_title, "line_needs_title");
    attempt.must_not(explanation.empty() &&
                         (line.kind == "registration" || line.kind == "fee" || line.kind == "insurance"),
                     "line_needs_explanation");
    attempt.must_not(amount <= 0, "line_amount_wrong");
    line.amount = line.kind == "gift" ? 0 : line.kind == "trade_in" ? -amount : amount;
    line.worth = line.kind == "gift" ? amount : 0;
    const Fen concession = deal->discount + deal->gifts() + line.worth;
    const Fen limit = std::max(concession_limit(role_of(who), deal->list_price), deal->concession_granted);
    attempt.must_not(line.kind == "gift" && concession > limit, "gift_beyond_limit");
    Deal then = *deal;
    then.lines.push_back(line);
    attempt.must_not(total_of(life.at(store), then) < 0, "total_negative");
    attempt.then = [&life, store, id = deal->id, line, concession](const std::string& answer) mutable {
        auto& now = life.at(store).deals.at(id);
        line.id = number_at(answer, "line_id");
        if (line.kind == "gift") now.concession_granted = std::max(now.concession_granted, concession);
        now.lines.push_back(line);
        now.state = "draft";
        changed(life.at(store), now, answer);
    };
    return attempt;
}

std::optional<Attempt> remove_line(Life& life) {
    const auto store = life.some_store();
    auto* deal = life.at(store).deals.pick(life.dice);
    if (deal == nullptr || deal->lines.empty()) return std::nullopt;
    const auto line = life.dice.one_of(deal->lines).id;
    auto attempt = about_deal(store, some_seller(life), "deals.remove_line", *deal);
    const bool unknown = life.dice.chance(10);
    attempt.input.number("line_id", unknown ? Life::nobody : line);
    must_be_a_quote(attempt, *deal);
    attempt.must_not(unknown, "line_not_found");
    Deal then = *deal;
    std::erase_if(then.lines, [&](const auto& one) { return one.id == line; });
    attempt.must_not(total_of(life.at(store), then) < 0, "total_negative");
    attempt.then = [&life, store, id = deal->id, line](const std::string& answer) {
        auto& now = life.at(store).deals.at(id);
        std::erase_if(now.lines, [&](const auto& one) { return one.id == line; });
        now.state = "draft";
        changed(life.at(store), now, answer);
    };
    return attempt;
}

std::optional<Attempt> choose_car(Life& life) {
    const auto store = life.some_store();
    auto* deal = life.at(store).deals.pick(life.dice);
    auto* car = life.at(store).cars.pick(life.dice);
    // Mostly one that is free and of the model of the quote.
    for (int i = 0; i < 30 && deal != nullptr && car != nullptr; ++i) {
        if (car->is_free() && car->model == deal->model) break;
        car = life.at(store).cars.pick(life.dice);
    }
    if (deal == nullptr || car == nullptr) return std::nullopt;
    auto attempt = about_deal(store, some_seller(life), "deals.choose_car", *deal);
    attempt.input.number("car_id", car->id);
    must_be_a_quote(attempt, *deal);
    attempt.must_not(!car->is_free_for(deal->id), "car_not_available");
    attempt.must_not(car->model != deal->model, "car_is_other_model");
    // A quote on a used car stays with this car, and none gets one afterwards.
    attempt.must_not(deal->used || car->used, "used_car_needs_own_quote");
    attempt.must_not(car->used && life.at(store).used_car_of(car->id)->step != "for_sale",
                     "used_car_has_no_price");
    attempt.then = [&life, store, id = deal->id, chosen = car->id](const std::string& answer) {
        auto& now = life.at(store).deals.at(id);
        if (now.car != chosen) car_is_freed(life.at(store), now);
        now.car = chosen;
        changed(life.at(store), now, answer);
    };
    return attempt;
}

std::optional<Attempt> set_bought_on(Life& life) {
    const auto store = life.some_store();
    auto* deal = life.at(store).deals.pick(life.dice);
    if (deal == nullptr) return std::nullopt;
    const Date day = life.today() + static_cast<int>(life.dice.between(0, 60));
    auto attempt = about_deal(store, some_seller(life), "deals.set_bought_on", *deal);
    attempt.input.text("bought_on", to_text(day));
    must_be_a_quote(attempt, *deal);
    Deal then = *deal;
    then.bought_on = day;
    attempt.must_not(total_of(life.at(store), then) < 0, "total_negative");
    attempt.then = [&life, store, id = deal->id, day](const std::string& answer) {
        auto& now = life.at(store).deals.at(id);
        now.bought_on = day;
        now.state = "draft";
        changed(life.at(store), now, answer);
    };
    return attempt;
}

// The question goes to the sales manager first, and to the general manager when it is beyond the manager's
// own limit; a manager's own question begins one step up.
void ask(Life& life, std::size_t store, Deal& deal, const std::string& who) {
    const bool beyond = needs_general_manager(deal.list_price, deal.asked_concession);
    const bool asks_manager = role_of(who) != "sales_manager";
    deal.asked_twice = beyond && asks_manager;
    deal.approval = life.program.number(newest_approval, store, deal.id);
    life.at(store).approvals.add({.id = deal.approval,
                                  .kind = "deals.discount",
                                  .about = deal.id,
                                  .decider = asks_manager ? "sales_manager" : "gm",
                                  .asked_by = who});
}

std::optional<Attempt> set_discount(Life& life) {
    const auto store = life.some_store();
    auto* deal = life.at(store).deals.pick(life.dice);
    if (deal == nullptr) return std::nullopt;
    const auto who = some_seller(life);
    const Fen own = concession_limit(role_of(who), deal->list_price);
    const std::vector<Fen> limits{own - deal->gifts(),
                                  concession_limit("sales_manager", deal->list_price) - deal->gifts(),
                                  deal->concession_granted - deal->gifts(), deal->list_price};
    // A reduction to nothing leaves no room for gifts in anybody's limit; that is asked elsewhere.
    const Fen amount = std::min(life.around(life.dice.one_of(limits)), deal->list_price + 1);
    auto attempt = about_deal(store, who, "deals.set_discount", *deal);
    attempt.input.number("amount", amount).text("reason", "同城竞品优惠");
    must_be_a_quote(attempt, *deal);
    attempt.must_not(amount < 0, "discount_negative");
    attempt.must_not(amount > deal->list_price, "discount_over_price");
    const Fen concession = amount + deal->gifts();
    const bool asks = concession > std::max(own, deal->concession_granted);
    if (asks && role_of(who) == "gm") return std::nullopt;
    Deal then = *deal;
    then.discount = amount;
    attempt.must_not(!asks && total_of(life.at(store), then) < 0, "total_negative");
    attempt.then = [&life, store, id = deal->id, amount, concession, asks, who](const std::string& answer) {
        auto& now = life.at(store).deals.at(id);
        if (asks) {
            now.state = "awaiting_approval";
            now.asked_discount = amount;
            now.asked_concession = concession;
            ask(life, store, now, who);
        } else {
            now.state = "draft";
            now.discount = amount;
            now.concession_granted = std::max(now.concession_granted, concession);
        }
        changed(life.at(store), now, answer);
    };
    return attempt;
}

std::optional<Attempt> withdraw_discount(Life& life) {
    const auto store = life.some_store();
    auto* deal = life.at(store).deals.pick(life.dice);
    if (deal == nullptr || (deal->state != "awaiting_approval" && life.dice.chance(80))) return std::nullopt;
    auto attempt = about_deal(store, some_seller(life), "deals.withdraw_discount", *deal);
    attempt.must_not(deal->state != "awaiting_approval", "discount_not_waiting");
    attempt.then = [&life, store, id = deal->id](const std::string& answer) {
        auto& now = life.at(store).deals.at(id);
        life.at(store).approvals.at(now.approval).state = "withdrawn";
        now.state = "draft";
        changed(life.at(store), now, answer);
    };
    return attempt;
}

std::optional<Attempt> offer_quote(Life& life) {
    const auto store = life.some_store();
    auto* deal = life.at(store).deals.pick(life.dice);
    if (deal == nullptr) return std::nullopt;
    auto attempt = about_deal(store, some_seller(life), "deals.offer_quote", *deal);
    const int until = static_cast<int>(life.dice.between(-1, 9));
    if (life.dice.chance(50)) {
        attempt.input.text("valid_until", life.today_text(until));
        attempt.must_not(until < 0, "valid_until_past");
    }
    must_be_a_quote(attempt, *deal);
    attempt.must_not(deal->state == "offered", "quote_is_offered");
    attempt.then = [&life, store, id = deal->id](const std::string& answer) {
        auto& now = life.at(store).deals.at(id);
        now.state = "offered";
        changed(life.at(store), now, answer);
    };
    return attempt;
}

std::optional<Attempt> cancel_deal(Life& life) {
    const auto store = life.some_store();
    auto* deal = life.at(store).deals.pick(life.dice);
    if (deal == nullptr) return std::nullopt;
    auto attempt = about_deal(store, some_seller(life), "deals.cancel_deal", *deal);
    attempt.input.text("reason", "客户不买了");
    attempt.must_not(deal->state == "contract_signed", "contract_is_signed");
    must_not_be_over(attempt, *deal);
    attempt.then = [&life, store, id = deal->id](const std::string& answer) {
        auto& model = life.at(store);
        auto& now = model.deals.at(id);
        deal_is_cancelled(model, now);
        changed(model, now, answer);
    };
    return attempt;
}

}  // namespace

std::vector<Invention> sale_inventions() {
    return {{"customers.register", 3, register_customer},
            {"customers.register", 1, register_known},
            {"deals.start_quote", 8, start_quote},
            {"deals.add_line", 10, add_line},
            {"deals.remove_line", 4, remove_line},
            {"deals.choose_car", 8, choose_car},
            {"deals.set_bought_on", 2, set_bought_on},
            {"deals.set_discount", 8, set_discount},
            {"deals.withdraw_discount", 2, withdraw_discount},
            {"deals.offer_quote", 5, offer_quote},
            {"deals.cancel_deal", 1, cancel_deal}};
}

}  // namespace forecourt::simulator
