#include <simulator/sale.h>
#include <simulator/used_cars.h>

#include <demo/player.h>

#include <algorithm>

namespace forecourt::simulator {

using demo::number_at;
using demo::text_at;

namespace {

// The money lies in the car from the day on which each part of it was spent, until the sale.
Fen capital_cost_of(const UsedCar& car, Date today) {
    const Date until = car.is_sold() ? car.sold_on : today;
    Fen cost = capital_cost(car.price, car.taken_on, until);
    for (const auto& job : car.jobs) {
        if (job.state == "done") cost += capital_cost(job.cost, job.done_on, until);
    }
    return cost;
}

std::string written(Fen amount) { return amount == 0 ? "null" : std::to_string(amount); }

}  // namespace

void expect_used_car(Life& life, std::size_t store, const UsedCar& car) {
    const auto seen = life.program.see(life.program.actor_of(store, "gm"), "used_cars.car_record",
                                       {{"used_car_id", std::to_string(car.id)}}, life.now);
    const std::string name = "used car " + std::to_string(car.id) + ": ";
    expect_equal(name + "step", car.step, text_at(seen, "car.step"));
    expect_equal(name + "version", car.version, number_at(seen, "car.version"));
    expect_equal(name + "price", car.price, number_at(seen, "money.price"));
    expect_equal(name + "spent on it", car.spent, number_at(seen, "money.spent"));
    expect_equal(name + "cost", car.price + car.spent, number_at(seen, "money.cost"));
    expect_equal(name + "paid for it", car.paid, number_at(seen, "purchase.paid"));
    expect_equal(name + "asked for it", written(car.asking_price), text_at(seen, "car.asking_price"));
    expect_equal(name + "is promised", is_promised(life.at(store), car) ? "true" : "false",
                 text_at(seen, "car.promised"));
    // Its deal is known from the signature on.
    const auto& stock = life.at(store).cars.at(car.car);
    expect_equal(name + "deal", is_promised(life.at(store), car) ? stock.deal : car.sold_by,
                 number_at(seen, "car.sold_deal_id"));
    expect_equal(name + "written over on", car.transferred_on ? to_text(*car.transferred_on) : "null",
                 text_at(seen, "car.transferred_on"));
    Fen planned = 0;
    for (const auto& job : car.jobs) planned += job.state == "planned" ? job.planned : 0;
    expect_equal(name + "planned work", planned, number_at(seen, "money.planned"));
    const Fen capital = capital_cost_of(car, life.today());
    expect_equal(name + "cost of the capital", capital, number_at(seen, "money.capital_cost"));
    const Fen gross = car.is_sold() ? car.sold_for : car.asking_price;
    if (gross == 0) return;
    const Fen net = net_of(gross, used_car_vat);
    expect_equal(name + "its price without VAT", net, number_at(seen, "money.net"));
    expect_equal(name + "margin", net - car.price - car.spent - capital, number_at(seen, "money.margin"));
}

Car* some_used_car_for_sale(Life& life, std::size_t store) {
    auto& model = life.at(store);
    for (int tries = 0; tries < 20; ++tries) {
        const auto* used = model.used_cars.pick(life.dice);
        if (used == nullptr) return nullptr;
        if (used->step == "for_sale" && model.cars.at(used->car).is_free()) return &model.cars.at(used->car);
    }
    return nullptr;
}

void used_car_is_sold(Life& life, std::size_t store, const Deal& deal) {
    auto& used = *life.at(store).used_car_of(deal.car);
    used.step = "sold";
    used.sold_for = car_price_of(deal);
    used.sold_on = life.today();
    used.sold_by = deal.id;
    ++used.version;
    expect_used_car(life, store, used);
}

namespace {

// The registration office has written the buyer into the certificate.
std::optional<Attempt> record_transfer(Life& life) {
    const auto store = life.some_store();
    const UsedCar* car = nullptr;
    for (int tries = 0; tries < 10; ++tries) {
        car = life.at(store).used_cars.pick(life.dice);
        if (car == nullptr || car->is_sold()) break;
    }
    if (car == nullptr || (!car->is_sold() && life.dice.chance(80))) return std::nullopt;
    auto attempt = about_used_car(store, some_reconditioner(life), "used_cars.record_transfer", *car);
    const bool misread = life.dice.chance(6);
    const Date day = life.today() + static_cast<int>(life.dice.between(-3, 1));
    attempt.input.text("invoice_number", misread ? "2633000000008765432" : "26330000000087654321");
    attempt.input.text("transferred_on", to_text(day)).number("version", car->version);
    attempt.must_not(!car->is_sold(), "used_car_is_not_sold");
    attempt.must_not(car->transferred_on.has_value(), "transfer_is_recorded");
    attempt.must_not(misread, "used_invoice_number_wrong");
    attempt.must_not(day > life.today() || day < car->taken_on, "transfer_day_wrong");
    attempt.then = used_car_changed(life, store, car->id, [day](UsedCar& now) {
        now.transferred_on = day;
        ++now.version;
    });
    return attempt;
}

}  // namespace

std::vector<Invention> used_sale_inventions() { return {{"used_cars.record_transfer", 2, record_transfer}}; }

}  // namespace forecourt::simulator
