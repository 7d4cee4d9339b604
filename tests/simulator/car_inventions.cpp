#include <simulator/life.h>

#include <demo/player.h>

namespace forecourt::simulator {
namespace {

using demo::number_at;

std::string some_stock_keeper(Life& life) {
    static const std::vector<std::string> people{"delivery", "sales_manager", "gm"};
    return life.dice.one_of(people);
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
    const bool known = model.cars.size() > 0 && model.cars.all().back().model != 0 && life.dice.chance(5);
    const auto serial = known ? model.cars.size() - 1 : model.cars.size();
    const Fen cost = life.dice.chance(95) ? life.dice.between(8'000'000, 12'000'000) : life.around(0);
    const auto of = life.dice.one_of(model.models).id;
    Attempt attempt{.store = store, .who = some_stock_keeper(life), .action = "vehicles.order_car"};
    attempt.record = "model_id";
    attempt.missing = "model_not_found";
    attempt.input.number("model_id", of).text("vin", vin_of("LFVXC21A0T3", serial));
    attempt.input.text("colour", "曜石黑").number("cost", cost);
    attempt.must_not(known, "vin_known_already");
    attempt.must_not(cost < 0, "car_cost_negative");
    attempt.then = [&life, store, of, cost](const std::string& answer) {
        life.at(store).cars.add({.id = number_at(answer, "id"), .model = of, .cost = cost});
    };
    return attempt;
}

std::optional<Attempt> accept_arrival(Life& life) {
    const auto store = life.some_store();
    auto* car = life.at(store).cars.pick(life.dice);
    if (car == nullptr || (car->arrived && life.dice.chance(85))) return std::nullopt;
    const auto mileage = life.dice.chance(93) ? life.dice.between(1, 40) : life.around(2'000'000);
    auto attempt = about_car(store, some_stock_keeper(life), "vehicles.accept_arrival", *car);
    attempt.input.number("version", car->version).text("location", "A区 01").number("mileage_km", mileage);
    attempt.must_not(car->arrived, "car_has_arrived");
    attempt.must_not(car->state != "in_transit" && car->state != "locked", "car_not_in_house");
    attempt.must_not(mileage < 0 || mileage > 2'000'000, "mileage_out_of_range");
    attempt.must_not(mileage < car->mileage_km, "mileage_goes_backwards");
    attempt.then = [&life, store, id = car->id, mileage](const std::string&) {
        auto& now = life.at(store).cars.at(id);
        if (now.state == "in_transit") now.state = "in_stock";
        now.arrived = true;
        now.mileage_km = mileage;
        ++now.version;
    };
    return attempt;
}

std::optional<Attempt> move_car(Life& life) {
    const auto store = life.some_store();
    auto* car = life.at(store).cars.pick(life.dice);
    if (car == nullptr) return std::nullopt;
    auto attempt = about_car(store, some_stock_keeper(life), "vehicles.move_car", *car);
    attempt.input.number("version", car->version).text("location", "展厅 02");
    attempt.must_not(!car->arrived || car->state == "sold", "car_not_in_house");
    attempt.then = [&life, store, id = car->id](const std::string&) { ++life.at(store).cars.at(id).version; };
    return attempt;
}

std::optional<Attempt> make_demo_car(Life& life) {
    const auto store = life.some_store();
    auto* car = life.at(store).cars.pick(life.dice);
    if (car == nullptr) return std::nullopt;
    auto attempt = about_car(store, some_stock_keeper(life), "vehicles.make_demo_car", *car);
    attempt.input.number("version", car->version);
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
            {"vehicles.move_car", 2, move_car},         {"vehicles.make_demo_car", 1, make_demo_car},
            {"vehicles.end_demo_use", 2, end_demo_use}, {"vehicles.record_mileage", 1, record_mileage}};
}

}  // namespace forecourt::simulator
