#include <simulator/service.h>

#include <demo/days.h>
#include <demo/player.h>

#include <algorithm>

namespace forecourt::simulator {
namespace {

using demo::number_at;
using demo::text_at;

struct Place {
    Order* order = nullptr;
    OrderLine* line = nullptr;
};
// Mostly a line that is approved and of the kind that is looked for.
Place some_line(Life& life, std::size_t store, const std::string& kind) {
    Place place;
    for (int tries = 0; tries < 12; ++tries) {
        auto* order = life.at(store).orders.pick(life.dice);
        if (order == nullptr || order->lines.empty()) continue;
        const auto index = life.dice.between(0, static_cast<std::int64_t>(order->lines.size()) - 1);
        place = {order, &order->lines[static_cast<std::size_t>(index)]};
        const bool open = place.line->state == "approved" && place.line->work != "done";
        if ((place.line->kind == kind && open) || life.dice.chance(5)) break;
    }
    return place;
}

std::optional<Attempt> issue_part(Life& life) {
    const auto store = life.some_store();
    const auto [order, line] = some_line(life, store, "part");
    if (line == nullptr) return std::nullopt;
    const auto* wanted = wanted_by(life.at(store), *line);
    const auto limit = wanted == nullptr ? 1000 : wanted->wanted - wanted->issued;
    const auto quantity = life.dice.chance(60) ? limit : life.around(limit);
    auto attempt = about_line(store, "parts", "workshop.issue_part", *line);
    attempt.input.number("quantity", quantity);
    must_be_in_work(attempt, *order);
    attempt.must_not(line->kind != "part", "line_is_not_part");
    attempt.must_not(line->state != "approved", "line_not_approved");
    attempt.must_not(wanted == nullptr || wanted->released, "part_not_wanted");
    attempt.must_not(quantity <= 0, "quantity_not_positive");
    attempt.must_not(quantity > limit, "issue_beyond_wanted");
    if (wanted != nullptr) {
        const auto& part = life.at(store).parts.at(line->part);
        attempt.must_not(quantity > part.free() + wanted->reserved, "part_not_on_hand");
    }
    attempt.then = [&life, store, id = order->id, of = line->id, quantity](const std::string& answer) {
        auto& model = life.at(store);
        auto& line = model.orders.at(id).line(of);
        auto& part = model.parts.at(line.part);
        auto& wanted = *wanted_by(model, line);
        Fen cost = 0;
        auto open = quantity;
        // Each bin gives its share of the value: the part's own bin first, then by their names.
        const auto take = [&](const std::string& bin) {
            const auto here = std::min(part.bins[bin], open);
            if (here <= 0) return;
            const auto share =
                here == part.on_hand() ? part.value : rounded(part.value, here, part.on_hand());
            part.value -= share;
            cost += share;
            part.bins[bin] -= here;
            open -= here;
        };
        take(part.home_bin);
        for (const auto& bin : {"A-01-01", "B-02-01", "C-03-01"}) take(bin);
        expect_equal("left to issue", 0, open);
        const auto laid_aside = std::min(wanted.reserved, quantity);
        wanted.reserved -= laid_aside;
        part.reserved -= laid_aside;
        wanted.issued += quantity;
        wanted.cost += cost;
        expect_equal("what was issued", quantity, number_at(answer, "quantity"));
        model.post({{"parts_cost", cost}, {"parts_stock", -cost}});
    };
    return attempt;
}

// Only what was used is billed; the discount is given on that, and what was not used at all is not planned.
void used_less(StoreModel& model, OrderLine& line, std::int64_t quantity) {
    ++line.version;
    if (quantity == line.quantity) {
        line.state = "removed";
        return release(model, line);
    }
    const Fen before = line.amount();
    const Fen discount = rounded(line.discount, line.quantity - quantity, line.quantity);
    line.quantity -= quantity;
    line.discount = 0;
    const Fen gross = line.amount();
    line.discount = gross - std::min(std::max<Fen>(0, gross - discount), before);
}

std::optional<Attempt> return_part(Life& life) {
    const auto store = life.some_store();
    const auto [order, line] = some_line(life, store, "part");
    if (line == nullptr) return std::nullopt;
    const auto* wanted = wanted_by(life.at(store), *line);
    const auto limit = wanted == nullptr ? 0 : wanted->issued;
    if (limit == 0 && life.dice.chance(80)) return std::nullopt;
    const auto quantity = life.dice.chance(60) ? limit : life.around(limit);
    auto attempt = about_line(store, "parts", "workshop.return_part", *line);
    attempt.input.number("quantity", quantity).text("reason", "多领");
    must_be_in_work(attempt, *order);
    attempt.must_not(line->kind != "part", "line_is_not_part");
    attempt.must_not(wanted == nullptr, "part_not_wanted");
    attempt.must_not(quantity <= 0, "quantity_not_positive");
    attempt.must_not(quantity > limit, "return_beyond_issued");
    attempt.then = [&life, store, id = order->id, of = line->id, quantity](const std::string& answer) {
        auto& model = life.at(store);
        auto& line = model.orders.at(id).line(of);
        auto& part = model.parts.at(line.part);
        auto& wanted = *wanted_by(model, line);
        // It comes back at the cost it went out with.
        const Fen cost =
            quantity == wanted.issued ? wanted.cost : rounded(wanted.cost, quantity, wanted.issued);
        wanted.issued -= quantity;
        wanted.wanted -= quantity;
        wanted.cost -= cost;
        part.bins[part.home_bin] += quantity;
        part.value += cost;
        model.lay_aside(part);
        used_less(model, line, quantity);
        auto& now = model.orders.at(id);
        ++now.version;
        if (line.state == "removed") follow(model, now);
        expect_equal("what came back", quantity, number_at(answer, "quantity"));
        model.post({{"parts_cost", -cost}, {"parts_stock", cost}});
    };
    return attempt;
}

std::string some_technician(Life& life) { return "tech" + std::to_string(life.dice.between(1, 4)); }

std::optional<Attempt> clock_on(Life& life) {
    const auto store = life.some_store();
    const auto [order, line] = some_line(life, store, "labour");
    if (line == nullptr) return std::nullopt;
    const auto who = some_technician(life);
    auto attempt = about_line(store, who, "workshop.clock_on", *line);
    must_be_in_work(attempt, *order);
    attempt.must_not(line->kind != "labour", "line_is_not_labour");
    attempt.must_not(line->state != "approved", "line_not_approved");
    attempt.must_not(line->work == "done", "line_is_done");
    attempt.must_not(life.at(store).clocks.contains(who), "technician_is_clocked_on");
    attempt.then = [&life, store, id = order->id, of = line->id, who](const std::string& answer) {
        auto& model = life.at(store);
        auto& now = model.orders.at(id);
        auto& line = now.line(of);
        line.work = "working";
        ++line.version;
        now.started = true;
        ++now.version;
        if (std::find(now.workers.begin(), now.workers.end(), who) == now.workers.end())
            now.workers.push_back(who);
        model.clocks[who] = {.order = id, .line = of};
        expect_equal("state of the order", now.state(), text_at(answer, "state"));
    };
    return attempt;
}

std::optional<Attempt> clock_off(Life& life) {
    const auto store = life.some_store();
    const auto& clocks = life.at(store).clocks;
    const auto who = some_technician(life);
    if (!clocks.contains(who) && life.dice.chance(90)) return std::nullopt;
    const auto reason = life.dice.chance(70) ? "done" : "pause";
    Attempt attempt{.store = store, .who = who, .action = "workshop.clock_off"};
    attempt.input.text("reason", reason);
    attempt.must_not(!clocks.contains(who), "technician_not_clocked_on");
    int colleagues = 0;
    if (clocks.contains(who)) {
        for (const auto& [login, clock] : clocks) {
            if (login != who && clock.line == clocks.at(who).line) ++colleagues;
        }
    }
    attempt.must_not(std::string(reason) == "done" && colleagues > 0, "colleague_is_clocked_on");
    attempt.then = [&life, store, who, reason = std::string(reason), colleagues](const std::string& answer) {
        auto& model = life.at(store);
        const auto clock = model.clocks.at(who);
        model.clocks.erase(who);
        auto& now = model.orders.at(clock.order);
        auto& line = now.line(clock.line);
        line.work = reason == "done" ? "done" : colleagues > 0 ? "working" : "paused";
        ++line.version;
        ++now.version;
        follow(model, now);
        expect_equal("line of the clock", clock.line, number_at(answer, "line_id"));
        expect_equal("state of the order", now.state(), text_at(answer, "state"));
    };
    return attempt;
}

std::optional<Attempt> finish_outside_work(Life& life) {
    const auto store = life.some_store();
    const auto [order, line] = some_line(life, store, "outside");
    if (line == nullptr) return std::nullopt;
    auto attempt = about_line(store, "foreman", "workshop.finish_outside_work", *line);
    attempt.input.number("version", line->version);
    must_be_in_work(attempt, *order);
    attempt.must_not(line->kind != "outside", "line_is_not_outside");
    attempt.must_not(line->state != "approved", "line_not_approved");
    attempt.must_not(line->work == "done", "line_is_done");
    attempt.then = [&life, store, id = order->id, of = line->id](const std::string&) {
        auto& now = life.at(store).orders.at(id);
        auto& line = now.line(of);
        line.work = "done";
        ++line.version;
        ++now.version;
        follow(life.at(store), now);
    };
    return attempt;
}

bool parts_are_issued(StoreModel& model, const Order& order) {
    for (const auto& line : order.lines) {
        if (line.kind != "part" || line.state != "approved") continue;
        const auto* wanted = wanted_by(model, line);
        if (wanted == nullptr || wanted->issued < line.quantity) return false;
    }
    return true;
}

// Self, peer, final: who did it, who did not, and an inspector.
void must_look(Attempt& attempt, const Order& order, const std::string& level, const std::string& who) {
    const bool worked = std::find(order.workers.begin(), order.workers.end(), who) != order.workers.end();
    if (level == "self") return attempt.must_not(!order.workers.empty() && !worked, "self_check_by_other");
    attempt.must_not(worked, "check_of_own_work");
    attempt.must_not(level == "final" && role_of(who) != "inspector", "final_check_needs_inspector");
}

std::string some_checker(Life& life, const Order& order, const std::string& level) {
    if (level == "final" && life.dice.chance(90)) return "inspector";
    if (level == "self" && !order.workers.empty() && life.dice.chance(90))
        return life.dice.one_of(order.workers);
    return life.dice.chance(30) ? "foreman" : some_technician(life);
}

std::optional<Attempt> record_check(Life& life) {
    static const std::vector<std::string> levels{"self", "peer", "final"};
    const auto store = life.some_store();
    auto& model = life.at(store);
    auto* order = model.orders.pick(life.dice);
    for (int tries = 0; tries < 12 && order != nullptr; ++tries) {
        if (order->state() == "quality_check") break;
        order = model.orders.pick(life.dice);
    }
    if (order == nullptr) return std::nullopt;
    const auto next = static_cast<std::size_t>(std::min(order->checks_passed, 2));
    const auto level = life.dice.chance(93) ? levels[next] : life.dice.one_of(levels);
    const auto who = some_checker(life, *order, level);
    const bool passes = life.dice.chance(88);
    const bool names_fault = !passes && life.dice.chance(90);
    auto attempt = about_order(store, who, "workshop.record_check", *order);
    attempt.input.number("version", order->version).text("level", level).flag("passed", passes);
    attempt.input.json("answers", demo::checklist_answers("quality_" + level));
    RecordId fault = 0;
    if (names_fault && !order->lines.empty()) {
        const auto& line = life.dice.one_of(order->lines);
        fault = line.id;
        attempt.input.json("faults", "[{\"line_id\": " + std::to_string(fault) +
                                         ", \"cause\": \"workmanship\", \"words\": \"渗油\"}]");
        attempt.must_not(line.kind == "part" || line.state != "approved", "line_not_worked_on");
    }
    must_be_in_work(attempt, *order);
    attempt.must_not(order->has("asked"), "consent_is_open");
    attempt.must_not(!order->work_is_done(), "work_not_done");
    attempt.must_not(!parts_are_issued(model, *order), "parts_not_issued");
    attempt.must_not(static_cast<std::size_t>(order->checks_passed) >= levels.size() || levels[next] != level,
                     "check_out_of_order");
    must_look(attempt, *order, level, who);
    attempt.must_not(!passes && fault == 0, "rework_without_cause");
    attempt.then = [&life, store, id = order->id, passes, fault](const std::string& answer) {
        auto& now = life.at(store).orders.at(id);
        if (passes) {
            now.passed = ++now.checks_passed == 3;
        } else {
            now.checks_passed = 0;
            now.line(fault).work = "rework";
            ++now.line(fault).version;
            follow(life.at(store), now);
        }
        ++now.version;
        expect_equal("state of the order", now.state(), text_at(answer, "state"));
        expect_equal("version of the order", now.version, number_at(answer, "version"));
    };
    return attempt;
}

}  // namespace

std::vector<Invention> work_inventions() {
    return {{"workshop.issue_part", 12, issue_part},
            {"workshop.return_part", 1, return_part},
            {"workshop.clock_on", 12, clock_on},
            {"workshop.clock_off", 12, clock_off},
            {"workshop.finish_outside_work", 6, finish_outside_work},
            {"workshop.record_check", 16, record_check}};
}

}  // namespace forecourt::simulator
