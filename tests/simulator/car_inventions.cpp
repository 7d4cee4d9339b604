#include <simulator/custody.h>

#include <demo/player.h>

namespace forecourt::simulator {

std::string some_stock_keeper(Life& life) {
    static const std::vector<std::string> people{"delivery", "sales_manager", "gm"};
    return life.dice.one_of(people);
}

std::string some_place(Life& life) {
    static const std::vector<std::string> places{"A区 01", "A区 02", "B区 01", "展厅 02"};
    return life.dice.one_of(places);
}

namespace {

using demo::number_at;

// Mostly a new one; now and then one that is in the books, here or in the other store.
std::string some_vin(Life& life, std::size_t store) {
    const auto of = life.dice.chance(60) ? store : 1 - store;
    if (life.dice.chance(8) && life.at(of).cars.size() > 0) {
        const auto& known = life.dice.one_of(life.at(of).cars.all());
        if (known.model != 0) return known.vin;
    }
    return vin_of(store == 0 ? "LFVXC21A0T3" : "LFVXC21A0T4", life.at(store).cars.size());
}

Attempt about_car(std::size_t store, const std::string& who, const std::string& action, const Car& car) {
    Attempt attempt{.store = store, .who = who, .action = action};
    attempt.record = "car_id";
    attempt.missing = "car_not_found";
    attempt.input.number("car_id", car.id);
    return attempt;
}

std::optional<Attempt> order_car(Life& life) {
    const auto store = life.some_store();
    auto& model = life.at(store);
    if (model.cars.running() > 30) return std::nullopt;
    const auto vin = some_vin(life, store);
    const Fen cost = life.dice.chance(95) ? life.dice.between(8'000'000, 12'000'000) : life.around(0);
    const auto of = life.dice.one_of(model.models).id;
    Attempt attempt{.store = store, .who = some_stock_keeper(life), .action = "vehicles.order_car"};
    attempt.record = "model_id";
    attempt.missing = "model_not_found";
    attempt.input.number("model_id", of).text("vin", vin);
    attempt.input.text("colour", "曜石黑").number("cost", cost);
    attempt.must_not(model.knows_vin(vin), "vin_known_already");
    attempt.must_not(cost < 0, "car_cost_negative");
    attempt.then = [&life, store, of, vin, cost](const std::string& answer) {
        life.at(store).cars.add({.id = number_at(answer, "id"), .model = of, .vin = vin, .cost = cost});
    };
    return attempt;
}

std::optional<Attempt> accept_arrival(Life& life) {
    const auto store = life.some_store();
    auto* car = life.at(store).cars.pick(life.dice);
    if (car == nullptr || (car->arrived && life.dice.chance(85))) return std::nullopt;
    const auto mileage =
        life.dice.chance(93) ? car->mileage_km + life.dice.between(1, 40) : life.around(2'000'000);
    const auto place = some_place(life);
    auto attempt = about_car(store, some_stock_keeper(life), "vehicles.accept_arrival", *car);
    attempt.input.number("version", car->version).text("location", place).number("mileage_km", mileage);
    const auto key_number = life.dice.chance(60) ? "K" + std::to_string(car->id % 1000) : std::string();
    std::optional<std::int64_t> keys;
    if (life.dice.chance(50)) keys = life.dice.chance(93) ? life.dice.between(0, 3) : life.around(6);
    if (!key_number.empty()) attempt.input.text("key_number", key_number);
    if (keys) attempt.input.number("keys", *keys);
    attempt.must_not(keys && (*keys < 0 || *keys > 6), "key_count_out_of_range");
    attempt.must_not(car->has_left, "car_has_left");
    attempt.must_not(car->arrived, "car_has_arrived");
    attempt.must_not(car->state != "in_transit" && car->state != "locked", "car_not_in_house");
    attempt.must_not(mileage < 0 || mileage > 2'000'000, "mileage_out_of_range");
    attempt.must_not(mileage < car->mileage_km, "mileage_goes_backwards");
    attempt.then = [&life, store, id = car->id, mileage, place, key_number, keys](const std::string&) {
        auto& now = life.at(store).cars.at(id);
        if (!key_number.empty()) now.key_number = key_number;
        if (now.state == "in_transit") now.state = "in_stock";
        now.arrived = true;
        now.location = place;
        if (now.came_by != 0) transfer_arrived(life, now.came_by);
        now.mileage_km = mileage;
        ++now.version;
        car_came_with_keys(life, store, now, keys);
    };
    return attempt;
}

std::optional<Attempt> move_car(Life& life) {
    const auto store = life.some_store();
    auto* car = life.at(store).cars.pick(life.dice);
    if (car == nullptr) return std::nullopt;
    auto attempt = about_car(store, some_stock_keeper(life), "vehicles.move_car", *car);
    const auto place = some_place(life);
    attempt.input.number("version", car->version).text("location", place);
    attempt.must_not(car->has_left, "car_has_left");
    attempt.must_not(!car->arrived || car->state == "sold", "car_not_in_house");
    attempt.then = [&life, store, id = car->id, place](const std::string&) {
        auto& now = life.at(store).cars.at(id);
        now.location = place;
        ++now.version;
    };
    return attempt;
}

std::optional<Attempt> make_demo_car(Life& life) {
    const auto store = life.some_store();
    auto* car = life.at(store).cars.pick(life.dice);
    if (car == nullptr) return std::nullopt;
    auto attempt = about_car(store, some_stock_keeper(life), "vehicles.make_demo_car", *car);
    attempt.input.number("version", car->version);
    attempt.must_not(car->has_left, "car_has_left");
    attempt.must_not(car->leaves, "car_goes_to_another_store");
    attempt.must_not(car->state != "in_stock", "car_not_in_stock");
    attempt.then = [&life, store, id = car->id](const std::string&) {
        auto& now = life.at(store).cars.at(id);
        now.state = "demo";
        ++now.version;
    };
    return attempt;
}

std::optional<Attempt> end_demo_use(Life& life) {
    const auto store = life.some_store();
    auto* car = life.at(store).cars.pick(life.dice);
    if (car == nullptr || (car->state != "demo" && life.dice.chance(80))) return std::nullopt;
    auto attempt = about_car(store, some_stock_keeper(life), "vehicles.end_demo_use", *car);
    attempt.input.number("version", car->version);
    attempt.must_not(car->state != "demo", "car_is_not_demo");
    attempt.then = [&life, store, id = car->id](const std::string&) {
        auto& now = life.at(store).cars.at(id);
        now.state = "in_stock";
        ++now.version;
    };
    return attempt;
}

std::optional<Attempt> record_mileage(Life& life) {
    const auto store = life.some_store();
    auto* car = life.at(store).cars.pick(life.dice);
    if (car == nullptr) return std::nullopt;
    const auto mileage = car->mileage_km + life.dice.between(-3, 10);
    auto attempt = about_car(store, life.seller(), "vehicles.record_mileage", *car);
    attempt.input.number("mileage_km", mileage);
    attempt.must_not(car->has_left, "car_has_left");
    attempt.must_not(mileage < car->mileage_km, "mileage_goes_backwards");
    attempt.must_not(mileage < 0 || mileage > 2'000'000, "mileage_out_of_range");
    attempt.then = [&life, store, id = car->id, mileage](const std::string&) {
        auto& now = life.at(store).cars.at(id);
        now.mileage_km = mileage;
        ++now.version;
    };
    return attempt;
}

}  // namespace

std::vector<Invention> car_inventions() {
    return {{"vehicles.order_car", 6, order_car},       {"vehicles.accept_arrival", 8, accept_arrival},
            {"vehicles.move_car", 2, move_car},         {"vehicles.make_demo_car", 2, make_demo_car},
            {"vehicles.end_demo_use", 2, end_demo_use}, {"vehicles.record_mileage", 1, record_mileage}};
}

}  // namespace forecourt::simulator
