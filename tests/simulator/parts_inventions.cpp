#include <simulator/life.h>

#include <demo/player.h>

namespace forecourt::simulator {
namespace {

using demo::number_at;

const std::vector<std::string>& every_bin() {
    static const std::vector<std::string> bins{"A-01-01", "B-02-01", "C-03-01"};
    return bins;
}

std::int64_t in_bin(const Part& part, const std::string& bin) {
    const auto found = part.bins.find(bin);
    return found == part.bins.end() ? 0 : found->second;
}

Attempt about_part(std::size_t store, const std::string& action, const Part& part) {
    Attempt attempt{.store = store, .who = "parts", .action = action};
    attempt.record = "part_id";
    attempt.missing = "part_not_found";
    attempt.input.number("part_id", part.id);
    return attempt;
}

std::optional<Attempt> add_part(Life& life) {
    const auto store = life.some_store();
    auto& parts = life.at(store).parts;
    if (parts.running() >= 8) return std::nullopt;
    const bool taken = parts.size() > 0 && life.dice.chance(10);
    const auto number = taken ? parts.size() - 1 : parts.size();
    const Fen price = life.dice.chance(90) ? life.dice.between(100, 99'999) : life.around(0);
    const auto bin = life.dice.one_of(every_bin());
    Attempt attempt{.store = store, .who = "parts", .action = "parts.add_part"};
    attempt.input.text("number", "P-" + std::to_string(number)).text("name", "机油滤清器");
    attempt.input.text("unit", "个").text("origin", "original").number("price", price).text("bin", bin);
    attempt.must_not(taken, "part_number_taken");
    attempt.must_not(price < 0, "part_price_negative");
    attempt.then = [&life, store, price, bin](const std::string& answer) {
        life.at(store).parts.add({.id = number_at(answer, "part_id"), .price = price, .home_bin = bin});
    };
    return attempt;
}

std::optional<Attempt> receive_goods(Life& life) {
    const auto store = life.some_store();
    auto* part = life.at(store).parts.pick(life.dice);
    if (part == nullptr || (part->on_hand() > 60'000 && life.dice.chance(90))) return std::nullopt;
    const auto quantity = life.around(life.dice.between(1, 20) * 1000);
    const Fen cost = life.dice.chance(95) ? life.dice.between(0, 70'000) : -1;
    const auto bin = life.dice.chance(70) ? part->home_bin : life.dice.one_of(every_bin());
    Attempt attempt{.store = store, .who = "parts", .action = "parts.receive_goods"};
    attempt.input.text("supplier_name", "星驰配件中心");
    attempt.input.json("lines", "[{\"part_id\": " + std::to_string(part->id) + ", \"quantity\": " +
                                    std::to_string(quantity) + ", \"unit_cost\": " + std::to_string(cost) +
                                    ", \"bin\": " + demo::quoted(bin) + "}]");
    attempt.must_not(quantity <= 0, "quantity_not_positive");
    attempt.must_not(cost < 0, "receipt_cost_negative");
    attempt.must_not(part->withdrawn, "part_is_withdrawn");
    attempt.then = [&life, store, id = part->id, quantity, cost, bin](const std::string& answer) {
        auto& model = life.at(store);
        auto& now = model.parts.at(id);
        const Fen net = rounded(cost, quantity, 1000);
        const Fen tax = rounded(net, goods_vat, 10'000);
        now.bins[bin] += quantity;
        now.value += net;
        now.last_amount = net;
        now.last_quantity = quantity;
        model.lay_aside(now);
        expect_equal("net of the receipt", net, number_at(answer, "net"));
        expect_equal("tax of the receipt", tax, number_at(answer, "tax"));
        model.post({{"parts_stock", net}, {"output_tax", tax}, {"supplier_payable", -net - tax}});
    };
    return attempt;
}

std::optional<Attempt> move_stock(Life& life) {
    const auto store = life.some_store();
    auto* part = life.at(store).parts.pick(life.dice);
    if (part == nullptr) return std::nullopt;
    const auto from = life.dice.one_of(every_bin());
    const auto to = life.dice.one_of(every_bin());
    const auto quantity = life.around(in_bin(*part, from));
    auto attempt = about_part(store, "parts.move_stock", *part);
    attempt.input.text("from_bin", from).text("to_bin", to).number("quantity", quantity);
    attempt.must_not(quantity <= 0, "quantity_not_positive");
    attempt.must_not(from == to, "bin_is_the_same");
    attempt.must_not(quantity > in_bin(*part, from), "bin_does_not_hold_it");
    attempt.then = [&life, store, id = part->id, from, to, quantity](const std::string&) {
        auto& now = life.at(store).parts.at(id);
        now.bins[from] -= quantity;
        now.bins[to] += quantity;
    };
    return attempt;
}

std::optional<Attempt> count_stock(Life& life) {
    const auto store = life.some_store();
    auto* part = life.at(store).parts.pick(life.dice);
    if (part == nullptr) return std::nullopt;
    const auto bin = life.dice.one_of(every_bin());
    const auto here = in_bin(*part, bin);
    const auto counted = life.dice.chance(40) ? here : here + life.dice.between(-3, 3) * 500;
    const auto difference = counted - here;
    auto attempt = about_part(store, "parts.count_stock", *part);
    attempt.input.text("bin", bin).number("counted", counted).text("reason", "盘点");
    attempt.must_not(counted < 0, "quantity_not_positive");
    attempt.must_not(difference == 0, "count_is_unchanged");
    attempt.must_not(part->on_hand() + difference < part->reserved, "count_below_reserved");
    attempt.then = [&life, store, id = part->id, bin, difference](const std::string& answer) {
        auto& model = life.at(store);
        auto& now = model.parts.at(id);
        const auto on_hand = now.on_hand();
        Fen value = 0;
        if (difference < 0) {
            value = -difference == on_hand ? -now.value : -rounded(now.value, -difference, on_hand);
        } else if (on_hand != 0) {
            value = rounded(rounded(now.value, 1000, on_hand), difference, 1000);
        } else if (now.last_quantity != 0) {
            value = rounded(rounded(now.last_amount, 1000, now.last_quantity), difference, 1000);
        }
        now.bins[bin] += difference;
        now.value += value;
        if (difference > 0) model.lay_aside(now);
        expect_equal("difference of the count", difference, number_at(answer, "difference"));
        expect_equal("value of the difference", value, number_at(answer, "value"));
        model.post({{"parts_stock", value}, {"parts_cost", -value}});
    };
    return attempt;
}

std::optional<Attempt> withdraw_part(Life& life) {
    const auto store = life.some_store();
    auto* part = life.at(store).parts.pick(life.dice);
    if (part == nullptr) return std::nullopt;
    auto attempt = about_part(store, "parts.withdraw_part", *part);
    attempt.input.number("version", part->version).text("reason", "停产");
    attempt.must_not(part->withdrawn, "part_is_withdrawn");
    attempt.must_not(part->on_hand() > 0, "part_is_on_hand");
    attempt.then = [&life, store, id = part->id](const std::string&) {
        auto& now = life.at(store).parts.at(id);
        now.withdrawn = true;
        ++now.version;
    };
    return attempt;
}

}  // namespace

std::vector<Invention> parts_inventions() {
    return {{"parts.add_part", 3, add_part},
            {"parts.receive_goods", 6, receive_goods},
            {"parts.move_stock", 2, move_stock},
            {"parts.count_stock", 3, count_stock},
            {"parts.withdraw_part", 1, withdraw_part}};
}

}  // namespace forecourt::simulator
