#include <simulator/custody.h>
#include <simulator/used_cars.h>

#include <demo/player.h>

#include <algorithm>

namespace forecourt::simulator {

using demo::number_at;
using demo::text_at;

std::string some_reconditioner(Life& life) {
    static const std::vector<std::string> people{"sales_manager", "delivery", "foreman", "tech1"};
    return life.dice.one_of(people);
}

namespace {

std::string some_buyer(Life& life) { return life.dice.chance(75) ? "sales_manager" : "gm"; }

// What a deal gives for the old car.
Fen trade_in_of(const Deal& deal) {
    Fen worth = 0;
    for (const auto& line : deal.lines) {
        if (line.kind == "trade_in") worth -= line.amount;
    }
    return worth;
}

// Mostly a delivered deal in which an old car was taken in payment.
const Deal* some_trade_in(Life& life, std::size_t store) {
    auto& deals = life.at(store).deals;
    const Deal* chosen = nullptr;
    for (int tries = 0; tries < 30 && deals.size() > 0; ++tries) {
        chosen = &life.dice.one_of(deals.all());
        if (chosen->state == "delivered" && trade_in_of(*chosen) > 0) break;
    }
    return chosen;
}

// A car that comes back to us must not be in the workshop or expected there.
Car* some_known_car(Life& life, std::size_t store) {
    auto& model = life.at(store);
    if (model.cars.size() == 0) return nullptr;
    const bool of_customer = !model.driven_cars.empty() && life.dice.chance(85);
    auto* car = of_customer ? &model.cars.at(life.dice.one_of(model.driven_cars))
                            : &life.dice.one_of(model.cars.all());
    const auto id = car->id;
    const bool is_awaited =
        std::any_of(model.orders.all().begin(), model.orders.all().end(),
                    [&](const auto& order) { return order.car == id && !order.is_over(); }) ||
        std::any_of(model.appointments.all().begin(), model.appointments.all().end(),
                    [&](const auto& one) { return one.car == id && !one.is_over(); });
    if (is_awaited || car->in_workshop || car->has_left) return nullptr;
    return &model.cars.at(id);
}

// The record before ends, as in a transfer, and what the car was stays as it was.
void taken_in(Life& life, std::size_t store, const UsedCar& used, const Car& before, Car car) {
    auto& model = life.at(store);
    if (before.id != 0) {
        auto& ended = model.cars.at(before.id);
        ended.has_left = true;
        ++ended.version;
        std::erase(model.driven_cars, before.id);
    }
    car.id = used.car;
    car.vin = used.vin;
    car.cost = used.price;
    model.cars.add(car);
}

std::optional<Attempt> buy_car(Life& life) {
    const auto store = life.some_store();
    auto& model = life.at(store);
    const auto* customer = model.customers.pick(life.dice);
    if (customer == nullptr || (model.used_cars.running() > 30 && life.dice.chance(90))) return std::nullopt;
    const auto* deal = life.dice.chance(50) ? some_trade_in(life, store) : nullptr;
    if (deal != nullptr && life.dice.chance(90)) customer = &model.customers.at(deal->customer);
    const auto* known = life.dice.chance(20) ? some_known_car(life, store) : nullptr;
    const std::string head = store == 0 ? "LVHRU1861J5" : "LVHRU1861J6";
    UsedCar car{.vin = known != nullptr ? known->vin : vin_of(head, model.used_cars.size()),
                .seller = customer->id,
                .traded_in = deal != nullptr,
                .taken_on = life.today()};
    const Car before = known != nullptr ? *known : Car{};
    Car stock{.location = "收车区", .state = "in_stock", .arrived = true, .mileage_km = 60'000, .used = true};
    if (known != nullptr) stock.mileage_km = known->mileage_km + life.dice.between(-5, 5000);
    if (life.dice.chance(40)) stock.key_number = "U" + std::to_string(model.used_cars.size());
    std::optional<std::int64_t> keys;
    if (life.dice.chance(40)) keys = life.dice.chance(93) ? life.dice.between(0, 3) : life.around(6);
    const Fen given = deal == nullptr ? 0 : trade_in_of(*deal);
    const Fen market = std::max<Fen>(given, 1) + life.dice.between(0, 9'000'000);
    const Fen repair = life.dice.chance(95) ? life.dice.between(0, market - std::max<Fen>(given, 1)) : -1;
    car.price = deal != nullptr && life.dice.chance(90) ? given : life.around(market - repair);
    const int registered_in = static_cast<int>(life.dice.between(life.dice.chance(5) ? -2 : -3000, 2));
    Attempt attempt{.store = store, .who = some_buyer(life), .action = "used_cars.buy_car"};
    attempt.record = "customer_id";
    attempt.missing = "customer_not_found";
    attempt.input.number("customer_id", customer->id);
    attempt.input.text("vin", car.vin).text("model_text", "思域");
    attempt.input.text("first_registered", life.today_text(registered_in))
        .number("mileage_km", stock.mileage_km);
    if (!stock.key_number.empty()) attempt.input.text("key_number", stock.key_number);
    if (keys) attempt.input.number("keys", *keys);
    attempt.must_not(keys && (*keys < 0 || *keys > 6), "key_count_out_of_range");
    attempt.must_not(known != nullptr && known->state != "customer" && known->state != "sold",
                     "car_is_ours_already");
    attempt.must_not(stock.mileage_km < before.mileage_km, "mileage_goes_backwards");
    attempt.must_not(stock.mileage_km < 0, "mileage_out_of_range");
    attempt.input.text("condition", "右前门补漆").number("market_price", market);
    attempt.input.number("repair_estimate", repair).number("price", car.price).text("location", "收车区");
    if (deal != nullptr) {
        attempt.input.number("deal_id", deal->id);
        attempt.must_not(deal->state != "delivered" || given == 0 || deal->customer != customer->id,
                         "deal_has_no_trade_in");
        attempt.must_not(car.price != given, "trade_in_has_other_price");
        attempt.must_not(model.deals_with_old_car_here.contains(deal->id), "trade_in_is_in_stock");
    }
    attempt.must_not(registered_in > 0, "used_first_registration_wrong");
    attempt.must_not(repair < 0 || car.price <= 0, "used_price_wrong");
    attempt.must_not(car.price > market - repair, "used_price_over_value");
    attempt.then = [&life, store, car, before, stock, keys,
                    of = deal == nullptr ? 0 : deal->id](const std::string& answer) mutable {
        auto& model = life.at(store);
        car.id = number_at(answer, "id");
        car.car = number_at(answer, "car_id");
        taken_in(life, store, car, before, stock);
        // The seller has given one when nothing is said.
        if (!keys && !stock.key_number.empty()) keys = 1;
        car_came_with_keys(life, store, model.cars.at(car.car), keys);
        model.used_cars.add(car);
        if (of != 0) model.deals_with_old_car_here.insert(of);
        // What was taken in payment came into the books with the new car's delivery.
        if (!car.traded_in)
            model.post({{"vehicle_stock", car.price}, {"supplier_payable", -car.price, car.seller}});
        expect_used_car(life, store, car);
    };
    return attempt;
}

}  // namespace

Attempt about_used_car(std::size_t store, const std::string& who, const std::string& action,
                       const UsedCar& car) {
    Attempt attempt{.store = store, .who = who, .action = action};
    attempt.record = "used_car_id";
    attempt.missing = "used_car_not_found";
    attempt.input.number("used_car_id", car.id);
    return attempt;
}

std::function<void(const std::string&)> used_car_changed(Life& life, std::size_t store, RecordId id,
                                                         std::function<void(UsedCar&)> change) {
    return [&life, store, id, change = std::move(change)](const std::string& answer) {
        auto& car = life.at(store).used_cars.at(id);
        change(car);
        expect_equal("step of the used car", car.step, text_at(answer, "step"));
        expect_equal("version of the used car", car.version, number_at(answer, "version"));
        expect_used_car(life, store, car);
    };
}

bool is_promised(StoreModel& model, const UsedCar& car) { return model.cars.at(car.car).state == "locked"; }

namespace {

// Mostly the one that has been here the longest and is not for sale yet: so that cars get there.
UsedCar* some_car(Life& life, std::size_t store) {
    auto& cars = life.at(store).used_cars;
    const bool any = life.dice.chance(35);
    for (auto& car : cars.all()) {
        if (!any && !car.is_sold() && car.step != "for_sale") return &car;
    }
    return cars.pick(life.dice);
}

std::optional<Attempt> receive_paper(Life& life) {
    static const std::vector<std::string> kinds{"purchase_contract", "registration_certificate",
                                                "vehicle_licence", "seller_identity"};
    const auto store = life.some_store();
    const auto* car = some_car(life, store);
    if (car == nullptr || (car->papers.size() == kinds.size() && life.dice.chance(90))) return std::nullopt;
    const auto kind = life.dice.one_of(kinds);
    auto attempt = about_used_car(store, some_buyer(life), "used_cars.receive_paper", *car);
    attempt.input.text("kind", kind);
    attempt.must_not(car->is_sold(), "used_car_is_sold");
    attempt.must_not(car->papers.contains(kind), "used_paper_is_there");
    attempt.then = used_car_changed(life, store, car->id, [kind](UsedCar& now) { now.papers.insert(kind); });
    return attempt;
}

std::optional<Attempt> pay_seller(Life& life) {
    const auto store = life.some_store();
    const auto* car = some_car(life, store);
    if (car == nullptr) return std::nullopt;
    const Fen open = car->price - car->paid;
    const Fen amount = life.around(open);
    auto attempt =
        about_used_car(store, life.dice.chance(70) ? "cashier" : "finance", "used_cars.pay_seller", *car);
    attempt.input.number("amount", amount).text("reference", "B-1").number("version", car->version);
    attempt.must_not(car->traded_in, "trade_in_is_netted");
    for (const auto& paper : {"purchase_contract", "registration_certificate", "seller_identity"}) {
        attempt.must_not(!car->papers.contains(paper), "seller_papers_missing");
    }
    attempt.must_not(amount <= 0 || amount > open, "seller_payment_wrong");
    attempt.then = used_car_changed(life, store, car->id, [&life, store, amount](UsedCar& now) {
        now.paid += amount;
        ++now.version;
        life.at(store).post({{"supplier_payable", amount, now.seller}, {"bank", -amount}});
    });
    return attempt;
}

const std::vector<std::string>& every_step() {
    static const std::vector<std::string> steps{"inspection", "mechanical", "body_paint", "cleaning",
                                                "photos"};
    return steps;
}

std::optional<Attempt> plan_job(Life& life) {
    const auto store = life.some_store();
    const auto* car = some_car(life, store);
    if (car == nullptr || (car->jobs.size() > 5 && life.dice.chance(85))) return std::nullopt;
    UsedJob job{.step = life.dice.chance(40) ? "inspection" : life.dice.one_of(every_step())};
    job.planned = life.dice.chance(95) ? life.dice.between(0, 200'000) : -1;
    auto attempt = about_used_car(store, some_reconditioner(life), "used_cars.plan_job", *car);
    attempt.input.text("step", job.step).text("title", "整备").number("planned_cost", job.planned);
    attempt.must_not(car->is_sold(), "used_car_is_sold");
    attempt.must_not(job.planned < 0, "reconditioning_cost_wrong");
    attempt.then = [&life, store, id = car->id, job](const std::string& answer) mutable {
        job.id = number_at(answer, "id");
        auto& now = life.at(store).used_cars.at(id);
        now.jobs.push_back(job);
        expect_used_car(life, store, now);
    };
    return attempt;
}

/// A car and one of its jobs, mostly one that is still to be done.
struct Place {
    UsedCar* car = nullptr;
    UsedJob* job = nullptr;
};
Place some_job(Life& life, std::size_t store) {
    Place place;
    for (int tries = 0; tries < 8; ++tries) {
        auto* car = some_car(life, store);
        if (car == nullptr || car->jobs.empty()) continue;
        const auto index = life.dice.between(0, static_cast<std::int64_t>(car->jobs.size()) - 1);
        place = {car, &car->jobs[static_cast<std::size_t>(index)]};
        if (place.job->state == "planned") break;
    }
    return place;
}

Attempt about_job(std::size_t store, const std::string& who, const std::string& action, const Place& place) {
    const auto& job = *place.job;
    Attempt attempt{.store = store, .who = who, .action = action};
    attempt.record = "job_id";
    attempt.missing = "reconditioning_job_not_found";
    attempt.input.number("job_id", job.id).number("version", job.version);
    // What comes after the sale is no cost of the car any more.
    attempt.must_not(place.car->is_sold(), "used_car_is_sold");
    attempt.must_not(job.state != "planned", "reconditioning_job_is_over");
    return attempt;
}

UsedJob& job_of(UsedCar& car, RecordId id) {
    return *std::find_if(car.jobs.begin(), car.jobs.end(), [&](const auto& job) { return job.id == id; });
}

std::optional<Attempt> finish_job(Life& life) {
    const auto store = life.some_store();
    const auto [car, job] = some_job(life, store);
    if (car == nullptr) return std::nullopt;
    const Fen cost = life.dice.chance(95) ? life.dice.between(0, 200'000) : -1;
    const bool outside = life.dice.chance(50);
    const bool named = life.dice.chance(92);
    auto attempt = about_job(store, some_reconditioner(life), "used_cars.finish_job", {car, job});
    attempt.input.number("cost", cost).text("done_by", outside ? "supplier" : "own_workshop");
    attempt.input.text("supplier", named ? "钣喷中心" : "").text("note", "");
    attempt.must_not(cost < 0, "reconditioning_cost_wrong");
    attempt.must_not(outside && !named, "supplier_missing");
    attempt.then =
        used_car_changed(life, store, car->id, [&life, store, of = job->id, cost, outside](UsedCar& now) {
            auto& job = job_of(now, of);
            job.state = "done";
            job.cost = cost;
            job.done_on = life.today();
            ++job.version;
            if (cost == 0) return;
            now.spent += cost;
            ++now.version;
            auto& stock = life.at(store).cars.at(now.car);
            stock.cost += cost;
            ++stock.version;
            // Work of the own shop was its cost, and is the car's now.
            life.at(store).post(
                {{"vehicle_stock", cost}, {outside ? "supplier_payable" : "internal_cost", -cost}});
        });
    return attempt;
}

std::optional<Attempt> drop_job(Life& life) {
    const auto store = life.some_store();
    const auto [car, job] = some_job(life, store);
    if (car == nullptr) return std::nullopt;
    auto attempt = about_job(store, some_reconditioner(life), "used_cars.drop_job", {car, job});
    attempt.input.text("reason", "不做了");
    attempt.then = used_car_changed(life, store, car->id, [of = job->id](UsedCar& now) {
        auto& job = job_of(now, of);
        job.state = "dropped";
        ++job.version;
    });
    return attempt;
}

const std::vector<std::string>& needed_photos() {
    static const std::vector<std::string> places{"front",      "rear",        "left_side",
                                                 "right_side", "front_seats", "dashboard"};
    return places;
}

std::optional<Attempt> set_photos(Life& life) {
    const auto store = life.some_store();
    const auto* car = some_car(life, store);
    if (car == nullptr || (car->photos.size() == needed_photos().size() && life.dice.chance(90)))
        return std::nullopt;
    const auto place = life.dice.one_of(needed_photos());
    const auto count = life.dice.chance(90) ? 1 : life.dice.chance(50) ? 0 : 13;
    const bool lost = life.dice.chance(3);
    std::string files;
    for (int i = 0; i < count; ++i) {
        files += (files.empty() ? "" : ", ") +
                 demo::quoted(lost ? std::string(64, 'e') : life.program.signature(store));
    }
    auto attempt = about_used_car(store, some_reconditioner(life), "used_cars.set_photos", *car);
    attempt.input.text("place", place).json("photos", "[" + files + "]");
    attempt.must_not(car->is_sold(), "used_car_is_sold");
    attempt.must_not(count > 12, "used_photos_too_many");
    attempt.must_not(lost && count > 0, "file_not_found");
    attempt.then = used_car_changed(life, store, car->id, [place, count](UsedCar& now) {
        count == 0 ? void(now.photos.erase(place)) : void(now.photos.insert(place));
    });
    return attempt;
}

// It has a model from then on, which only used cars have.
void described(Life& life, std::size_t store, const UsedCar& car) {
    auto& model = life.at(store);
    auto& stock = model.cars.at(car.car);
    const auto seen = life.program.see(life.program.actor_of(store, "gm"), "vehicles.car_record",
                                       {{"car_id", std::to_string(car.car)}}, life.now);
    stock.model = number_at(seen, "car.model_id");
    ++stock.version;
    if (model.used_models.empty())
        model.used_models.push_back({.id = stock.model,
                                     .series = "思域",
                                     .facts = {.electric = false, .manual = false, .displacement_ml = 1498},
                                     .price = 14'000'000});
    expect_equal("used car " + car.vin + ": model of its like", model.used_models.front().id, stock.model);
}

std::optional<Attempt> describe_car(Life& life) {
    const auto store = life.some_store();
    const auto* car = some_car(life, store);
    if (car == nullptr || (car->described && life.dice.chance(85))) return std::nullopt;
    auto attempt = about_used_car(store, some_buyer(life), "used_cars.describe_car", *car);
    attempt.input.text("brand", "本田").text("series", "思域").text("trim", "220TURBO").number("year", 2019);
    attempt.input.text("fuel", "petrol").text("gearbox", "automatic").number("displacement_ml", 1498);
    attempt.input.number("seats", 5).text("colour", "白").number("new_price", 14'000'000);
    attempt.input.number("version", car->version);
    attempt.must_not(car->is_sold(), "used_car_is_sold");
    // The contract says what is sold.
    attempt.must_not(is_promised(life.at(store), *car), "used_car_is_promised");
    attempt.then = used_car_changed(life, store, car->id, [&life, store](UsedCar& now) {
        now.described = true;
        ++now.version;
        described(life, store, now);
    });
    return attempt;
}

std::optional<Attempt> set_asking_price(Life& life) {
    const auto store = life.some_store();
    const auto* car = some_car(life, store);
    if (car == nullptr) return std::nullopt;
    const Fen price = life.around(9'000'000);
    auto attempt = about_used_car(store, some_buyer(life), "used_cars.set_asking_price", *car);
    attempt.input.number("price", price).text("reason", "行情").number("version", car->version);
    attempt.must_not(car->is_sold(), "used_car_is_sold");
    attempt.must_not(price <= 0, "used_price_wrong");
    attempt.then = used_car_changed(life, store, car->id, [&life, store, price](UsedCar& now) {
        now.asking_price = price;
        ++now.version;
        if (now.step == "for_sale") ++life.at(store).cars.at(now.car).version;
    });
    return attempt;
}

// For sale is what is inspected, with its papers, described, photographed and priced, and no work left.
void must_stand_for_sale(Attempt& attempt, const UsedCar& car) {
    bool inspected = false;
    for (const auto& job : car.jobs) {
        attempt.must_not(job.state == "planned", "used_jobs_are_open");
        inspected = inspected || (job.state == "done" && job.step == "inspection");
    }
    attempt.must_not(!inspected, "used_car_not_inspected");
    attempt.must_not(
        !car.papers.contains("registration_certificate") || !car.papers.contains("vehicle_licence"),
        "seller_papers_missing");
    attempt.must_not(!car.described, "used_car_not_described");
    attempt.must_not(car.photos.size() < needed_photos().size(), "used_photos_missing");
    attempt.must_not(car.asking_price == 0, "asking_price_missing");
}

std::optional<Attempt> enter_step(Life& life) {
    const auto store = life.some_store();
    const auto* car = some_car(life, store);
    if (car == nullptr || (car->step == "for_sale" && life.dice.chance(85))) return std::nullopt;
    Attempt ready;
    must_stand_for_sale(ready, *car);
    const bool to_sale = life.dice.chance(ready.reasons.empty() ? 80 : 30);
    const auto step = to_sale                ? "for_sale"
                      : life.dice.chance(90) ? life.dice.one_of(every_step())
                                             : std::string("arrived");
    auto attempt = about_used_car(store, some_reconditioner(life), "used_cars.enter_step", *car);
    attempt.input.text("step", step).number("version", car->version);
    const auto place = life.dice.chance(20) ? some_place(life) : std::string();
    if (!place.empty()) attempt.input.text("location", place);
    attempt.must_not(car->is_sold(), "used_car_is_sold");
    attempt.must_not(is_promised(life.at(store), *car), "used_car_is_promised");
    attempt.must_not(step == "arrived", "used_step_not_chosen");
    attempt.must_not(step == car->step, "used_car_is_there");
    for (const auto& job : car->jobs) {
        attempt.must_not(job.state == "planned" && job.step == car->step, "used_jobs_are_open");
    }
    if (step == "for_sale") must_stand_for_sale(attempt, *car);
    attempt.then = used_car_changed(life, store, car->id, [&life, store, step, place](UsedCar& now) {
        auto& stock = life.at(store).cars.at(now.car);
        if (!place.empty()) {
            stock.location = place;
            ++stock.version;
        }
        // The stock knows what can be sold, and at which price.
        if (step == "for_sale" || now.step == "for_sale") ++stock.version;
        now.step = step;
        ++now.version;
    });
    return attempt;
}

}  // namespace

std::vector<Invention> used_car_inventions() {
    return {{"used_cars.buy_car", 3, buy_car},
            {"used_cars.receive_paper", 4, receive_paper},
            {"used_cars.pay_seller", 3, pay_seller},
            {"used_cars.plan_job", 3, plan_job},
            {"used_cars.finish_job", 4, finish_job},
            {"used_cars.drop_job", 1, drop_job},
            {"used_cars.set_photos", 5, set_photos},
            {"used_cars.describe_car", 1, describe_car},
            {"used_cars.set_asking_price", 1, set_asking_price},
            {"used_cars.enter_step", 4, enter_step}};
}

}  // namespace forecourt::simulator
