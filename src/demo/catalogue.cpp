#include <demo/days.h>
#include <demo/invented.h>

#include <core/ensure.h>
#include <services/checklists/api.h>

#include <algorithm>

namespace forecourt::demo {
namespace {

std::string number_text(std::int64_t number) { return std::to_string(number); }

// Long ago most of what stands long, and much of the rest in the last weeks.
int days_ago(Player& player) {
    const int roll = player.between(0, 1000);
    return 2 + roll * roll / 6200;
}

// `model` as it stands in the catalogue.
Dealership::Model known_model(Player& player, std::int64_t id, const std::string& model) {
    Dealership::Model known{.id = id,
                            .series = text_at(model, "series"),
                            .code = text_at(model, "code"),
                            .fuel = text_at(model, "fuel"),
                            .price = number_at(model, "price")};
    const auto record = player.see("sales_manager", "vehicles.model_record", {{"model_id", number_text(id)}});
    for (const auto& option : items_at(record, "options")) known.options.push_back(number_at(option, "id"));
    for (const auto& colour : items_at(model, "colours")) known.colours.push_back(text_at(colour, "name"));
    known.as_added = model;
    return known;
}

}  // namespace

std::int64_t order_car(Dealership& store, const OrderedForDemo& car) {
    const std::string vin = vin_with(car.vin_head + "B40T2A" + std::string(11 - car.vin_head.size() - 6, '1'),
                                     store.next_serial++);
    const auto ordered = store.player.act(
        car.login, "vehicles.order_car",
        "{\"vin\":" + quoted(vin) + ",\"model_id\":" + number_text(car.model) +
            ",\"colour\":" + quoted(car.colour) + ",\"cost\":" + number_text(car.cost) + "}");
    return number_at(ordered, "id");
}

void unload_car(Dealership& store, const std::string& login, std::int64_t car) {
    Player& player = store.player;
    const std::string place = std::string(1, static_cast<char>('A' + player.between(0, 3))) + "区 " +
                              std::to_string(player.between(1, 24));
    player.act(login, "vehicles.accept_arrival",
               "{\"car_id\":" + number_text(car) + ",\"location\":" + quoted(place) +
                   ",\"key_number\":" + quoted("K" + std::to_string(store.next_key++)) +
                   ",\"mileage_km\":" + number_text(player.between(3, 18)) + ",\"photos\":[],\"version\":1}");
}

std::string checklist_answers(std::string_view checklist, const std::vector<std::string>& faults) {
    const auto* definition = checklists::find_definition(checklist);
    ensure(definition != nullptr);
    std::string out = "[";
    for (const auto& item : definition->items) {
        const bool faulty = std::find(faults.begin(), faults.end(), item.name) != faults.end();
        if (out.size() > 1) out += ",";
        out += "{\"item\":" + quoted(item.name) + ",\"verdict\":\"" + (faulty ? "fault" : "ok") +
               "\",\"note\":" + quoted(faulty ? "需处理" : "") + ",\"photos\":[]}";
    }
    return out + "]";
}

void know_the_showroom(Dealership& store) {
    Player& player = store.player;
    const auto models =
        items_at(player.see("sales_manager", "vehicles.model_list", {{"limit", "500"}}), "rows");
    for (const auto& in_catalogue : items_at(asset_text("demo/catalogue.json"), "models")) {
        for (const auto& model : models) {
            if (text_at(model, "code") == text_at(in_catalogue, "code"))
                store.models.push_back(known_model(player, number_at(model, "id"), in_catalogue));
        }
    }
    // None at all, or another brand's.
    if (store.models.empty()) return stock_the_showroom(store);
    const auto cars = player.see("sales_manager", "vehicles.demo_car_list");
    for (const auto& car : items_at(cars, "rows")) {
        store.demo_cars.push_back({.id = number_at(car, "id"),
                                   .mileage_km = number_at(car, "mileage_km"),
                                   .manual = text_at(car, "gearbox") == "manual"});
    }
}

void stock_the_showroom(Dealership& store) {
    Player& player = store.player;
    for (const auto& model : items_at(asset_text("demo/catalogue.json"), "models")) {
        const auto added = player.act("sales_manager", "vehicles.add_model", model);
        store.models.push_back(known_model(player, number_at(added, "id"), model));
    }
    const std::string stock = asset_text("demo/stock.json");
    const auto basis = number_at(stock, "cost_basis_points");
    const Instant opening = local_instant(store.first_day, 7);
    struct Coming {
        int days_ago{};
        OrderedForDemo car;
        bool demo{};
        bool manual{};
    };
    std::vector<Coming> coming;
    std::vector<OrderedForDemo> on_their_way;
    for (const auto& row : items_at(stock, "models")) {
        for (const auto& model : store.models) {
            if (model.code != text_at(row, "code")) continue;
            const OrderedForDemo car{.login = "sales_manager",
                                     .model = model.id,
                                     .colour = {},
                                     .vin_head = text_at(stock, "vin_head." + model.series),
                                     .cost = model.price * 100 / 113 * basis / 10000};
            const auto colour = [&] {
                auto one = car;
                one.colour = player.one_of(model.colours);
                return one;
            };
            const bool manual = model.code.ends_with("MT");
            const auto in_stock = number_at(row, "in_stock") + 3;
            for (int i = 0; i < in_stock; ++i) coming.push_back({days_ago(player), colour(), false, manual});
            for (int i = 0; i < number_at(row, "in_transit"); ++i) on_their_way.push_back(colour());
            if (text_at(row, "demo_car") == "true") coming.push_back({120, colour(), true, manual});
        }
    }
    std::stable_sort(coming.begin(), coming.end(),
                     [](const Coming& a, const Coming& b) { return a.days_ago > b.days_ago; });
    for (const auto& one : coming) {
        player.wait_until(opening - days(one.days_ago) + hours(3));
        const auto car = order_car(store, one.car);
        unload_car(store, "sales_manager", car);
        if (!one.demo) continue;
        player.act("sales_manager", "vehicles.make_demo_car",
                   "{\"car_id\":" + number_text(car) + ",\"plate\":" + quoted(invent_plate(player)) +
                       ",\"version\":2}");
        store.demo_cars.push_back({.id = car, .mileage_km = 20, .manual = one.manual});
    }
    player.wait_until(opening - hours(12));
    for (const auto& ordered : on_their_way) {
        const auto car = order_car(store, ordered);
        player.at(player.within_hours(opening + hours(player.between(24, 190))),
                  [&store, car] { unload_car(store, "sales_manager", car); });
    }
}

}  // namespace forecourt::demo
