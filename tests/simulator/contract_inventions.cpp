#include <simulator/leads.h>
#include <simulator/sale.h>

#include <demo/player.h>

namespace forecourt::simulator {
namespace {

using demo::items_at;
using demo::number_at;
using demo::text_at;

constexpr db::Sql due_of{"simulator.due_of",
                         "select id from payments_due where store_id = :store_id and object_id = :id"};
constexpr db::Sql delivery_of{
    "simulator.delivery_of", "select id from delivery_delivery where store_id = :store_id and deal_id = :id"};
constexpr db::Sql fitting_of{"simulator.fitting_of",
                             "select id from deals_fitting where store_id = :store_id and line_id = :id"};

std::optional<Attempt> draft_contract(Life& life) {
    const auto store = life.some_store();
    auto* deal = life.at(store).deals.pick(life.dice);
    if (deal == nullptr || (deal->car == 0 && life.dice.chance(70))) return std::nullopt;
    Deal then = *deal;
    then.bought_on = std::max(then.bought_on, life.today());
    then.total = total_of(life.at(store), then);
    then.deposit = life.around(then.total / 5);
    const int pay_in = static_cast<int>(life.dice.between(life.dice.chance(5) ? -1 : 0, 10));
    const int deliver_in = static_cast<int>(life.dice.between(life.dice.chance(5) ? pay_in - 1 : pay_in, 20));
    auto attempt = about_deal(store, some_seller(life), "deals.draft_contract", *deal);
    attempt.input.number("deposit", then.deposit).text("pay_by", life.today_text(pay_in));
    attempt.input.text("deliver_on", life.today_text(deliver_in));
    const bool says_who = life.dice.chance(80);
    attempt.input.text("buyer_address", says_who ? "杭州市滨江区江南大道588号" : "");
    if (says_who) attempt.input.text("buyer_identity", "11010519491231002X");
    if (deal->state != "contract_drafted") must_be_a_quote(attempt, *deal);
    attempt.must_not(deal->car == 0, "car_not_chosen");
    attempt.must_not(then.deposit <= 0, "deposit_not_positive");
    attempt.must_not(then.deposit > then.total / 5, "deposit_over_limit");
    attempt.must_not(pay_in < 0 || deliver_in < pay_in, "contract_dates_wrong");
    attempt.must_not(then.total < 0, "total_negative");
    attempt.then = [&life, store, then, says_who](const std::string& answer) {
        auto& model = life.at(store);
        auto& now = model.deals.at(then.id);
        auto& buyer = model.customers.at(now.customer);
        buyer.identified = buyer.identified || says_who;
        now.bought_on = then.bought_on;
        now.deposit = then.deposit;
        now.state = "contract_drafted";
        now.total = then.total;
        now.contents_hash = text_at(answer, "contents_hash");
        ++now.revisions;
        now.drafted_at_km = model.cars.at(now.car).mileage_km;
        now.contract_complete = items_at(answer, "missing").empty();
        ++now.version;
        expect_equal("the contract is complete", buyer.can_sign() ? "yes" : "no",
                     now.contract_complete ? "yes" : "no");
        expect_equal("total of the contract", now.total, number_at(answer, "total"));
        expect_equal("version of the deal", now.version, number_at(answer, "version"));
    };
    return attempt;
}

void must_be_drafted(Attempt& attempt, const Deal& deal) {
    attempt.must_not(deal.state == "draft" || deal.state == "offered", "contract_not_drafted");
    attempt.must_not(deal.state == "awaiting_approval", "discount_is_waiting");
    attempt.must_not(deal.state == "contract_signed", "contract_is_signed");
    must_not_be_over(attempt, deal);
}

std::optional<Attempt> withdraw_contract_draft(Life& life) {
    const auto store = life.some_store();
    auto* deal = life.at(store).deals.pick(life.dice);
    if (deal == nullptr) return std::nullopt;
    auto attempt = about_deal(store, some_seller(life), "deals.withdraw_contract_draft", *deal);
    must_be_drafted(attempt, *deal);
    attempt.then = [&life, store, id = deal->id](const std::string& answer) {
        auto& now = life.at(store).deals.at(id);
        now.state = "draft";
        changed(life.at(store), now, answer);
    };
    return attempt;
}

// With the signature the car is the deal's, its price is due, what is to be fitted is planned, and the
// delivery begins or is taken up again.
void signed_now(Life& life, std::size_t store, Deal& deal) {
    auto& model = life.at(store);
    auto& car = model.cars.at(deal.car);
    // An amended contract had it already.
    if (car.deal != deal.id) {
        car.state = "locked";
        car.deal = deal.id;
        ++car.version;
    }
    if (deal.due == 0) {
        deal.due = life.program.number(due_of, store, deal.id);
        model.dues.add({.id = deal.due, .customer = deal.customer, .about = deal.id});
    }
    auto& due = model.dues.at(deal.due);
    due.amount = deal.total;
    model.dues.runs_again(due.id);
    for (const auto& line : deal.lines) {
        if (line.kind != "accessory" && line.kind != "gift") continue;
        bool is_there = false;
        for (auto& fitting : deal.fittings) {
            if (fitting.line != line.id) continue;
            if (fitting.state == "dropped") fitting.state = "planned";
            is_there = true;
        }
        if (!is_there) deal.fittings.push_back({.line = line.id});
    }
    insurance_begins(life, store, deal);
    lead_is_won(model, deal);
    if (deal.delivery == 0) {
        deal.delivery = life.program.number(delivery_of, store, deal.id);
        model.deliveries.add({.id = deal.delivery, .deal = deal.id, .car = deal.car});
        return;
    }
    auto& delivery = model.deliveries.at(deal.delivery);
    delivery.state = "preparing";
    delivery.accepted = false;
    ++delivery.version;
    model.deliveries.runs_again(delivery.id);
    if (delivery.car == deal.car) return;
    delivery.car = deal.car;
    delivery.inspected = delivery.prepared = false;
    delivery.faults.clear();
}

std::optional<Attempt> sign_contract(Life& life) {
    const auto store = life.some_store();
    auto* deal = life.at(store).deals.pick(life.dice);
    if (deal == nullptr || (deal->state != "contract_drafted" && life.dice.chance(75))) return std::nullopt;
    auto attempt = about_deal(store, some_seller(life), "deals.sign_contract", *deal);
    const bool misread = life.dice.chance(4);
    const bool unsigned_paper = life.dice.chance(4);
    attempt.input.text("contents_hash", misread ? "x" : deal->contents_hash).text("signed_name", "顾客");
    attempt.input.text("signature", unsigned_paper ? std::string(64, 'e') : life.program.signature(store));
    if (life.dice.chance(20)) attempt.customer = deal->customer;
    must_be_drafted(attempt, *deal);
    // Who the buyer is may have been learned by another contract since: then this one reads otherwise now.
    const bool identified = life.at(store).customers.at(deal->customer).can_sign();
    attempt.must_not(!identified, "contract_incomplete");
    attempt.must_not(misread || identified != deal->contract_complete, "contract_text_changed");
    attempt.must_not(unsigned_paper, "file_not_found");
    if (deal->car != 0) {
        const auto& car = life.at(store).cars.at(deal->car);
        // A used car has been driven since.
        attempt.must_not(deal->used && deal->drafted_at_km != car.mileage_km, "contract_text_changed");
        attempt.must_not(!car.is_free_for(deal->id), "car_not_available");
        attempt.must_not(deal->used && life.at(store).used_car_of(car.id)->step != "for_sale",
                         "used_car_has_no_price");
    }
    attempt.then = [&life, store, id = deal->id](const std::string& answer) {
        auto& now = life.at(store).deals.at(id);
        now.state = "contract_signed";
        ++now.version;
        expect_equal("state of the deal", now.state, text_at(answer, "state"));
        expect_equal("version of the deal", now.version, number_at(answer, "version"));
        now.signed_contracts.push_back(
            {.revision = now.revisions, .contents_hash = now.contents_hash, .signed_on = life.today()});
        signed_now(life, store, now);
    };
    return attempt;
}

// The contract does not bind any more: nothing is fitted or delivered for now.
void unsigned_now(StoreModel& model, Deal& deal) {
    for (auto& fitting : deal.fittings) {
        if (fitting.state == "planned") fitting.state = "dropped";
    }
    auto& delivery = model.deliveries.at(deal.delivery);
    delivery.state = "cancelled";
    ++delivery.version;
}

std::optional<Attempt> amend_contract(Life& life) {
    const auto store = life.some_store();
    auto* deal = life.at(store).deals.pick(life.dice);
    if (deal == nullptr) return std::nullopt;
    auto attempt =
        about_deal(store, life.dice.chance(70) ? "sales_manager" : "gm", "deals.amend_contract", *deal);
    attempt.input.text("reason", "换颜色");
    attempt.must_not(deal->state != "contract_signed" && !deal->is_over(), "contract_not_signed");
    must_not_be_over(attempt, *deal);
    attempt.then = [&life, store, id = deal->id](const std::string& answer) {
        auto& now = life.at(store).deals.at(id);
        unsigned_now(life.at(store), now);
        now.state = "draft";
        changed(life.at(store), now, answer);
    };
    return attempt;
}

std::optional<Attempt> cancel_contract(Life& life) {
    const auto store = life.some_store();
    auto* deal = life.at(store).deals.pick(life.dice);
    if (deal == nullptr) return std::nullopt;
    auto& model = life.at(store);
    const Fen paid = deal->due == 0 ? 0 : model.dues.at(deal->due).refundable();
    const Fen limit = std::max<Fen>(0, std::min(deal->deposit, paid - spent_on_services(*deal)));
    const Fen kept = life.around(limit);
    auto attempt =
        about_deal(store, life.dice.chance(70) ? "sales_manager" : "gm", "deals.cancel_contract", *deal);
    attempt.input.text("reason", "客户违约").number("kept", kept);
    attempt.must_not(deal->state != "contract_signed" && !deal->is_over(), "contract_not_signed");
    must_not_be_over(attempt, *deal);
    attempt.must_not(kept < 0 || kept > limit, "kept_over_limit");
    attempt.then = [&life, store, id = deal->id, kept](const std::string& answer) {
        auto& model = life.at(store);
        auto& now = model.deals.at(id);
        unsigned_now(model, now);
        car_is_freed(model, now);
        charge_for_services(model, now, kept);
        if (kept > 0) model.post({{"customer_deposits", kept, now.customer}, {"other_income", -kept}});
        now.state = "cancelled";
        insurance_stops(now);
        end_loans(model, now);
        changed(model, now, answer);
    };
    return attempt;
}

std::optional<Attempt> finish_fitting(Life& life) {
    const auto store = life.some_store();
    auto* deal = life.at(store).deals.pick(life.dice);
    if (deal == nullptr || deal->fittings.empty()) return std::nullopt;
    const auto index =
        static_cast<std::size_t>(life.dice.between(0, static_cast<std::int64_t>(deal->fittings.size()) - 1));
    const auto& fitting = deal->fittings[index];
    const Fen cost = life.around(300'000);
    Attempt attempt{
        .store = store, .who = life.dice.chance(50) ? "delivery" : "tech2", .action = "deals.finish_fitting"};
    attempt.record = "fitting_id";
    attempt.missing = "fitting_not_found";
    attempt.input.number("fitting_id", life.program.number(fitting_of, store, fitting.line));
    attempt.input.number("cost", cost).text("note", "");
    attempt.must_not(fitting.state != "planned", "fitting_is_done");
    attempt.must_not(cost < 0, "fitting_cost_wrong");
    attempt.then = [&life, store, id = deal->id, index, cost](const std::string&) {
        auto& model = life.at(store);
        model.deals.at(id).fittings[index].state = "fitted";
        model.post({{"vehicle_cost", cost}, {"supplier_payable", -cost}});
    };
    return attempt;
}

}  // namespace

std::vector<Invention> contract_inventions() {
    return {{"deals.draft_contract", 12, draft_contract},
            {"deals.withdraw_contract_draft", 1, withdraw_contract_draft},
            {"deals.sign_contract", 16, sign_contract},
            {"deals.amend_contract", 1, amend_contract},
            {"deals.cancel_contract", 1, cancel_contract},
            {"deals.finish_fitting", 6, finish_fitting}};
}

}  // namespace forecourt::simulator
