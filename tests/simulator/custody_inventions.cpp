#include <simulator/custody.h>
#include <simulator/showroom.h>

#include <demo/player.h>

#include <algorithm>

namespace forecourt::simulator {

using demo::items_at;
using demo::number_at;
using demo::text_at;

std::vector<CarItem*> items_of(StoreModel& model, RecordId car) {
    std::vector<CarItem*> items;
    for (auto& item : model.items.all()) {
        if (item.car == car) items.push_back(&item);
    }
    return items;
}

bool certificate_lies_at_bank(StoreModel& model, RecordId car) {
    const auto items = items_of(model, car);
    return std::any_of(items.begin(), items.end(), [](const auto* item) { return item->state == "at_bank"; });
}

bool every_key_is_out(StoreModel& model, RecordId car) {
    bool any = false;
    for (const auto* item : items_of(model, car)) {
        if (item->kind != "key") continue;
        if (item->state == "here") return false;
        any = true;
    }
    return any;
}

namespace {

constexpr db::Sql item_ids{"simulator.item_ids",
                           "select id from vehicles_item where store_id = :store_id and car_id = :id"};

std::string see_car(Life& life, std::size_t store, RecordId car) {
    return life.program.see(life.program.actor_of(store, "gm"), "vehicles.car_record",
                            {{"car_id", std::to_string(car)}}, life.now);
}

void moved(CarItem& item, const std::string& state, const std::string& holder, std::optional<Instant> due) {
    item.state = state;
    item.holder = holder;
    item.due = due;
    ++item.moves;
    ++item.version;
}

// A key is known by its number, a paper by what it is and its number.
RecordId id_on_page(const std::string& page, const std::string& kind, const std::string& label) {
    for (const auto& row : items_at(page, "items")) {
        if (text_at(row, "kind") == kind && text_at(row, "label") == label) return number_at(row, "id");
    }
    throw Mismatch("keys and papers: the " + kind + " " + label + " is not on the car's page");
}

}  // namespace

void items_go_along(StoreModel& model, RecordId car) {
    for (auto* item : items_of(model, car)) {
        if (item->state != "handed_over") moved(*item, "handed_over", "", {});
    }
}

void items_move(Life& life, const Transfer& transfer) {
    const auto page = see_car(life, transfer.to, transfer.arriving);
    for (auto* item : items_of(life.at(transfer.from), transfer.car)) {
        if (item->state == "handed_over") continue;
        moved(*item, "handed_over", "", {});
        life.at(transfer.to)
            .items.add({.id = id_on_page(page, item->kind, item->label),
                        .car = transfer.arriving,
                        .kind = item->kind,
                        .label = item->label});
    }
    expect_items(life, transfer.from, transfer.car);
    expect_items(life, transfer.to, transfer.arriving);
}

void car_came_with_keys(Life& life, std::size_t store, const Car& car, std::optional<std::int64_t> keys) {
    const auto known = items_of(life.at(store), car.id);
    const bool has_keys =
        std::any_of(known.begin(), known.end(), [](const auto* item) { return item->kind == "key"; });
    if (!has_keys && (keys || !car.key_number.empty())) {
        const auto page = see_car(life, store, car.id);
        const auto tail = car.vin.substr(car.vin.size() - 6);
        for (std::int64_t number = 1; number <= keys.value_or(2); ++number) {
            const auto label =
                (car.key_number.empty() ? tail : car.key_number) + "-" + std::to_string(number);
            life.at(store).items.add(
                {.id = id_on_page(page, "key", label), .car = car.id, .kind = "key", .label = label});
        }
    }
    expect_items(life, store, car.id);
}

void key_is_taken(Life& life, std::size_t store, RecordId car, const KeyTaken& taken) {
    const auto page = see_car(life, store, car);
    std::int64_t keys_here = 0, given = 0;
    for (auto* item : items_of(life.at(store), car)) {
        if (item->kind != "key" || item->state != "here") continue;
        ++keys_here;
        for (const auto& row : items_at(page, "items")) {
            if (number_at(row, "id") != item->id || text_at(row, "state") != "out") continue;
            moved(*item, "out", taken.who, taken.due);
            ++given;
        }
    }
    expect_equal("keys and papers: keys given for a drive", std::min<std::int64_t>(1, keys_here), given);
    expect_items(life, store, car);
}

void keys_are_back(Life& life, std::size_t store, RecordId car, const std::string& who) {
    for (auto* item : items_of(life.at(store), car)) {
        if (item->kind == "key" && item->state == "out" && item->holder == who) moved(*item, "here", "", {});
    }
    expect_items(life, store, car);
}

void expect_items(Life& life, std::size_t store, RecordId car) {
    const auto rows = items_at(see_car(life, store, car), "items");
    const auto expected = items_of(life.at(store), car);
    expect_equal("keys and papers of car " + std::to_string(car), static_cast<std::int64_t>(expected.size()),
                 static_cast<std::int64_t>(rows.size()));
    for (const auto& row : rows) {
        const auto& item = life.at(store).items.at(number_at(row, "id"));
        const std::string name = "keys and papers: " + item.kind + " " + item.label + " ";
        expect_equal(name + "is", item.state, text_at(row, "state"));
        expect_equal(name + "is with", item.holder, text_at(row, "holder"));
        expect_equal(name + "is due", item.due ? to_text(*item.due) : "null", text_at(row, "due_at"));
        expect_equal(name + "version", item.version, number_at(row, "version"));
    }
}

void expect_moves(Life& life, std::size_t store, const CarItem& item) {
    const auto seen = life.program.see(life.program.actor_of(store, "gm"), "vehicles.item_moves",
                                       {{"item_id", std::to_string(item.id)}}, life.now);
    const auto moves = items_at(seen, "rows");
    const std::string name = "key log of " + item.kind + " " + item.label + ": ";
    expect_equal(name + "moves", std::min<std::int64_t>(200, item.moves),
                 static_cast<std::int64_t>(moves.size()));
    expect_equal(name + "the last move", item.state, text_at(moves.front(), "state"));
    if (item.state == "out") expect_equal(name + "who has it", item.holder, text_at(moves.front(), "who"));
}

void expect_items_out(Life& life, std::size_t store) {
    const auto seen = life.program.see(life.program.actor_of(store, "gm"), "vehicles.items_out",
                                       {{"limit", "200"}}, life.now);
    std::map<RecordId, const CarItem*> out;
    for (const auto& item : life.at(store).items.all()) {
        if (item.state == "out") out[item.id] = &item;
    }
    std::int64_t late = 0, expected_late = 0;
    for (const auto& [id, item] : out) expected_late += *item->due < life.now ? 1 : 0;
    for (const auto& row : items_at(seen, "rows")) {
        const auto found = out.find(number_at(row, "id"));
        if (found == out.end()) throw Mismatch("keys and papers: the list shows one that is not out");
        expect_equal("keys and papers: who has one that is out", found->second->holder,
                     text_at(row, "holder"));
        late += text_at(row, "due_at") < to_text(life.now) ? 1 : 0;
        out.erase(found);
    }
    if (!out.empty()) throw Mismatch("keys and papers: the list lacks one that is out");
    expect_equal("keys and papers: those that are late", expected_late, late);
}

namespace {

std::string some_key_keeper(Life& life) {
    static const std::vector<std::string> people{"gm",       "sales_manager", "sales1",  "sales3",
                                                 "delivery", "host",          "advisor1"};
    return life.dice.one_of(people);
}

std::optional<Attempt> register_items(Life& life) {
    static const std::vector<std::string> kinds{"key", "conformity_certificate", "conformity_certificate",
                                                "manual", "maker_invoice"};
    const auto store = life.some_store();
    auto& model = life.at(store);
    const auto* car = model.cars.pick(life.dice);
    if (car == nullptr || (items_of(model, car->id).size() > 5 && life.dice.chance(80))) return std::nullopt;
    std::vector<CarItem> added;
    std::string items;
    Attempt attempt{.store = store, .who = some_key_keeper(life), .action = "vehicles.register_items"};
    for (std::int64_t left = life.dice.chance(95) ? life.dice.between(1, 2) : 0; left > 0; --left) {
        CarItem item{.car = car->id, .kind = life.dice.one_of(kinds)};
        item.label = (item.kind == "key" ? "K" : "YL") + std::to_string(life.dice.between(1, 99));
        const auto here = items_of(model, car->id);
        const auto same = [&](const CarItem& other) {
            return other.kind == item.kind && other.label == item.label;
        };
        const bool known = std::any_of(added.begin(), added.end(), same) ||
                           std::any_of(here.begin(), here.end(), [&](const auto* one) { return same(*one); });
        attempt.must_not(known, "item_known_already");
        const bool at_bank = life.dice.chance(item.kind == "conformity_certificate" ? 35 : 4);
        attempt.must_not(at_bank && item.kind == "key", "only_papers_lie_at_bank");
        if (at_bank) item.state = "at_bank";
        items += std::string(items.empty() ? "" : ", ") + R"({"kind": )" + demo::quoted(item.kind) +
                 R"(, "label": )" + demo::quoted(item.label) + R"(, "place": "保险柜", "at_bank": )" +
                 (at_bank ? "true" : "false") + "}";
        added.push_back(item);
    }
    attempt.record = "car_id";
    attempt.missing = "car_not_found";
    attempt.input.number("car_id", car->id).json("items", "[" + items + "]");
    attempt.must_not(added.empty(), "no_item_named");
    attempt.then = [&life, store, id = car->id, added](const std::string& answer) {
        const auto ids = items_at(answer, "ids");
        expect_equal("keys and papers that were entered", static_cast<std::int64_t>(added.size()),
                     static_cast<std::int64_t>(ids.size()));
        for (std::size_t at = 0; at < added.size(); ++at) {
            auto item = added[at];
            item.id = std::stoll(ids[at]);
            life.at(store).items.add(item);
        }
        expect_items(life, store, id);
    };
    return attempt;
}

const CarItem* some_item(Life& life, std::size_t store, const std::string& state) {
    const CarItem* item = nullptr;
    for (int tries = 0; tries < 6; ++tries) {
        item = life.at(store).items.pick(life.dice);
        if (item == nullptr || item->state == state) break;
    }
    return item;
}

Attempt about_item(std::size_t store, const std::string& who, const std::string& action,
                   const CarItem& item) {
    Attempt attempt{.store = store, .who = who, .action = action};
    attempt.record = "item_id";
    attempt.missing = "item_not_found";
    attempt.input.number("item_id", item.id).number("version", item.version);
    attempt.must_not(item.state == "handed_over", "item_is_handed_over");
    return attempt;
}

std::optional<Attempt> issue_item(Life& life) {
    const auto store = life.some_store();
    const auto* item = some_item(life, store, "here");
    if (item == nullptr) return std::nullopt;
    auto attempt = about_item(store, some_key_keeper(life), "vehicles.issue_item", *item);
    const auto whom =
        life.dice.chance(70) ? name_of(life, store, life.dice.one_of(consultants(life, store))) : "车管所";
    // This evening, when nothing is said.
    auto due = std::max(life.now, local_instant(life.today(), 18));
    attempt.input.text("to_whom", whom).text("purpose", "带客户看车");
    if (life.dice.chance(50)) {
        due = life.now + minutes(life.dice.between(5, 3000));
        attempt.input.text("due_at", to_text(due));
    }
    attempt.must_not(item->state == "out", "item_is_out");
    attempt.must_not(item->state == "at_bank", "item_is_at_bank");
    attempt.then = [&life, store, id = item->id, whom, due](const std::string&) {
        auto& now = life.at(store).items.at(id);
        moved(now, "out", whom, due);
        expect_items(life, store, now.car);
    };
    return attempt;
}

std::optional<Attempt> return_item(Life& life) {
    const auto store = life.some_store();
    const auto* item = some_item(life, store, life.dice.chance(60) ? "at_bank" : "out");
    if (item == nullptr) return std::nullopt;
    auto attempt = about_item(store, some_key_keeper(life), "vehicles.return_item", *item);
    if (life.dice.chance(50)) attempt.input.text("place", "钥匙柜 2");
    attempt.must_not(item->state == "here", "item_is_here");
    attempt.then = [&life, store, id = item->id](const std::string&) {
        auto& now = life.at(store).items.at(id);
        moved(now, "here", "", {});
        expect_items(life, store, now.car);
        expect_moves(life, store, now);
    };
    return attempt;
}

}  // namespace

std::vector<Invention> custody_inventions() {
    return {{"vehicles.register_items", 3, register_items},
            {"vehicles.issue_item", 3, issue_item},
            {"vehicles.return_item", 5, return_item}};
}

}  // namespace forecourt::simulator
