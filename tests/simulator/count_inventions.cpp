#include <simulator/life.h>

#include <demo/player.h>

#include <algorithm>

namespace forecourt::simulator {
namespace {

using demo::number_at;
using demo::text_at;

bool begins_with(const std::string& text, const std::string& start) { return text.rfind(start, 0) == 0; }

std::string tail_of(const std::string& vin) { return vin.substr(vin.size() - 6); }

// Every car that stands here, used ones too.
std::map<std::string, CountedCar> cars_at(const StoreModel& model, const std::string& place) {
    std::map<std::string, CountedCar> cars;
    for (const auto& car : model.cars.all()) {
        if (car.stands_here() && begins_with(car.location, place)) cars[car.vin] = {.place = car.location};
    }
    return cars;
}

std::optional<Attempt> start_count(Life& life) {
    const auto store = life.some_store();
    auto& model = life.at(store);
    const bool is_running = model.counts.size() > 0 && !model.counts.all().back().is_over();
    if (is_running && life.dice.chance(80)) return std::nullopt;
    static const std::vector<std::string> areas{"", "A区", "B区 01", "展厅", "收车区", "C区"};
    const auto place = life.dice.one_of(areas);
    Attempt attempt{.store = store, .who = some_stock_keeper(life), .action = "vehicles.start_count"};
    if (!place.empty()) attempt.input.text("place", place);
    StockCount count{.cars = cars_at(model, place)};
    count.expected = static_cast<std::int64_t>(count.cars.size());
    attempt.must_not(is_running, "count_is_running");
    attempt.must_not(count.expected == 0, "count_has_nothing_to_count");
    attempt.then = [&life, store, count](const std::string& answer) mutable {
        count.id = number_at(answer, "id");
        expect_equal("cars to be counted", count.expected, number_at(answer, "expected"));
        life.at(store).counts.add(count);
    };
    return attempt;
}

Attempt about_count(Life& life, std::size_t store, const std::string& action, const StockCount& count) {
    Attempt attempt{.store = store, .who = some_stock_keeper(life), .action = action};
    attempt.record = "count_id";
    attempt.missing = "count_not_found";
    attempt.input.number("count_id", count.id);
    attempt.must_not(count.is_over(), "count_is_closed");
    return attempt;
}

// Mostly one of the count that is still missing or wants a reason; now and then another car of the house, or
// one that nobody knows.
std::string some_vin(Life& life, std::size_t store, const StockCount& count) {
    std::vector<std::string> differences;
    for (const auto& [vin, car] : count.cars) {
        if (car.result != "found" && !car.explained) differences.push_back(vin);
    }
    if (!differences.empty() && life.dice.chance(70)) return life.dice.one_of(differences);
    if (life.dice.chance(80)) {
        auto at = count.cars.begin();
        std::advance(at, life.dice.between(0, static_cast<std::int64_t>(count.cars.size()) - 1));
        return at->first;
    }
    auto& cars = life.at(store).cars;
    if (life.dice.chance(60) && cars.size() > 0) return life.dice.one_of(cars.all()).vin;
    return vin_of("LGBH52E02N1", static_cast<std::size_t>(life.dice.between(0, 5)));
}

// As it stands on the windscreen, as some codes wrap it, or its end typed by hand.
std::string some_code(Life& life, const std::string& vin) {
    switch (life.dice.between(0, 5)) {
        case 0:
            return "I" + vin;
        case 1:
            return "*" + vin + "*";
        case 2:
            return tail_of(vin);
        default:
            return vin;
    }
}

std::optional<Attempt> scan_car(Life& life) {
    const auto store = life.some_store();
    const auto* count = life.at(store).counts.pick(life.dice);
    if (count == nullptr) return std::nullopt;
    auto vin = some_vin(life, store, *count);
    const auto code = life.dice.chance(97) ? some_code(life, vin) : "LFV?";
    const auto place = some_place(life);
    auto attempt = about_count(life, store, "vehicles.scan_car", *count);
    attempt.input.text("code", code).text("place", place);
    if (code.size() == 6) {
        const auto fits = [&](const auto& car) { return tail_of(car.first) == code; };
        const auto how_many = std::count_if(count->cars.begin(), count->cars.end(), fits);
        attempt.must_not(how_many > 1, "code_fits_two_cars");
        attempt.must_not(how_many == 0, "code_is_no_vin");
        if (how_many == 1) vin = std::find_if(count->cars.begin(), count->cars.end(), fits)->first;
    }
    attempt.must_not(code == "LFV?", "code_is_no_vin");
    attempt.then = [&life, store, id = count->id, vin, place](const std::string& answer) {
        auto& now = life.at(store).counts.at(id);
        if (!now.cars.contains(vin)) now.cars[vin] = {.result = "unexpected"};
        auto& car = now.cars.at(vin);
        if (car.result == "missing") car.result = "found";
        if (car.result == "found") car.explained = false;
        expect_equal("what was scanned", car.result, text_at(answer, "result"));
        expect_equal("scanned again", car.scanned ? "true" : "false", text_at(answer, "again"));
        const bool elsewhere = car.result == "found" && car.place != place;
        expect_equal("in another place", elsewhere ? "true" : "false", text_at(answer, "in_another_place"));
        car.scanned = true;
    };
    return attempt;
}

std::optional<Attempt> explain_difference(Life& life) {
    const auto store = life.some_store();
    const auto* count = life.at(store).counts.pick(life.dice);
    if (count == nullptr) return std::nullopt;
    const auto vin = some_vin(life, store, *count);
    const auto found = count->cars.find(vin);
    auto attempt = about_count(life, store, "vehicles.explain_differences", *count);
    attempt.input.json("vins", "[\"" + vin + "\"]").text("reason", "外出展示");
    attempt.must_not(found == count->cars.end(), "count_line_not_found");
    attempt.must_not(found != count->cars.end() && found->second.result == "found",
                     "count_line_is_no_difference");
    attempt.then = [&life, store, id = count->id, vin](const std::string&) {
        life.at(store).counts.at(id).cars.at(vin).explained = true;
    };
    return attempt;
}

std::optional<Attempt> close_count(Life& life) {
    const auto store = life.some_store();
    const auto* count = life.at(store).counts.pick(life.dice);
    if (count == nullptr || (count->unexplained() > 0 && life.dice.chance(70))) return std::nullopt;
    auto attempt = about_count(life, store, "vehicles.close_count", *count);
    attempt.input.number("version", count->version);
    attempt.must_not(count->unexplained() > 0, "count_has_differences");
    attempt.then = [&life, store, id = count->id](const std::string&) {
        auto& now = life.at(store).counts.at(id);
        now.state = "closed";
        ++now.version;
    };
    return attempt;
}

}  // namespace

std::vector<Invention> count_inventions() {
    return {{"vehicles.start_count", 2, start_count},
            {"vehicles.scan_car", 12, scan_car},
            {"vehicles.explain_differences", 4, explain_difference},
            {"vehicles.close_count", 3, close_count}};
}

}  // namespace forecourt::simulator
