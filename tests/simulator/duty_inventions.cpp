#include <simulator/showroom.h>

#include <demo/days.h>
#include <demo/player.h>

#include <algorithm>

namespace forecourt::simulator {

using demo::items_at;
using demo::number_at;
using demo::text_at;

void expect_floor(Life& life, std::size_t store) {
    const auto seen =
        life.program.see(life.program.actor_of(store, "gm"), "reception.showroom_now", {}, life.now);
    const auto rows = items_at(seen, "consultants");
    const auto floor = floor_now(life, store);
    expect_equal("on the floor: the team", static_cast<std::int64_t>(floor.size()),
                 static_cast<std::int64_t>(rows.size()));
    for (const auto& row : rows) {
        const auto user = number_at(row, "user_id");
        const auto one =
            std::find_if(floor.begin(), floor.end(), [&](const auto& other) { return other.user == user; });
        const std::string name = "on the floor: " + text_at(row, "name") + " ";
        if (one == floor.end()) throw Mismatch(name + "is not of the team");
        expect_equal(name + "is", one->state, text_at(row, "state"));
        expect_equal(name + "visits today", one->visits, number_at(row, "visits_today"));
        expect_equal(name + "place in the rota", static_cast<std::int64_t>(one->place),
                     number_at(row, "position"));
        expect_equal(name + "is free since", one->is_free() ? to_text(one->free_since) : "null",
                     text_at(row, "free_since"));
    }
    expect_equal("on the floor: whose turn it is", whose_turn(life, store, {}).consultant,
                 number_at(seen, "next_consultant_id"));
}

namespace {

std::string some_planner(Life& life) { return life.dice.chance(70) ? "sales_manager" : "gm"; }

std::string some_consultant(Life& life) { return "sales" + std::to_string(life.dice.between(1, 8)); }

std::optional<Attempt> plan_day(Life& life) {
    static const std::vector<std::string> kinds{"whole", "whole", "early", "late", "off"};
    const auto store = life.some_store();
    const Date day = life.today() + static_cast<int>(life.dice.between(life.dice.chance(8) ? -2 : 0, 3));
    std::vector<Shift> shifts;
    std::string input;
    for (auto left = life.dice.between(0, 7); left > 0; --left) {
        const auto who = life.dice.chance(97) ? some_consultant(life) : "cashier";
        const auto user = user_of(life, store, who);
        const bool twice =
            std::any_of(shifts.begin(), shifts.end(), [&](const auto& shift) { return shift.user == user; });
        if (twice && life.dice.chance(95)) continue;
        shifts.push_back({.user = user, .kind = life.dice.one_of(kinds)});
        input += std::string(input.empty() ? "" : ", ") + R"({"user_id": )" + std::to_string(user) +
                 R"(, "kind": ")" + shifts.back().kind + R"("})";
    }
    Attempt attempt{.store = store, .who = some_planner(life), .action = "reception.plan_day"};
    attempt.input.text("on_date", to_text(day)).json("shifts", "[" + input + "]");
    attempt.must_not(day < life.today(), "day_is_past");
    for (std::size_t at = 0; at < shifts.size(); ++at) {
        attempt.must_not(shifts[at].user == user_of(life, store, "cashier"), "not_of_the_sales_team");
        for (std::size_t before = 0; before < at; ++before) {
            attempt.must_not(shifts[before].user == shifts[at].user, "planned_twice");
        }
    }
    attempt.then = [&life, store, day, shifts](const std::string&) {
        life.at(store).rota[day] = shifts;
        expect_floor(life, store);
    };
    return attempt;
}

Date monday_of(Date day) { return day + -((day.days + 3) % 7); }

// The seven days of a week as those of another; what is over stays as it was.
std::optional<Attempt> copy_week(Life& life) {
    const auto store = life.some_store();
    const auto monday = monday_of(life.today());
    const Date from = monday + static_cast<int>(life.dice.between(-1, 1)) * 7 + (life.dice.chance(6) ? 1 : 0);
    const Date to = monday + static_cast<int>(life.dice.between(-1, 2)) * 7 + (life.dice.chance(6) ? 2 : 0);
    if (from == to) return std::nullopt;
    auto& rota = life.at(store).rota;
    std::int64_t planned = 0, copied = 0;
    for (int day = 0; day < 7; ++day) {
        const auto shifts = static_cast<std::int64_t>(rota[from + day].size());
        planned += shifts;
        if (to + day >= life.today()) copied += shifts;
    }
    Attempt attempt{.store = store, .who = some_planner(life), .action = "reception.copy_week"};
    attempt.input.text("from_monday", to_text(from)).text("to_monday", to_text(to));
    attempt.must_not(monday_of(from) != from || monday_of(to) != to, "not_a_monday");
    attempt.must_not(to + 6 < life.today(), "day_is_past");
    attempt.must_not(planned == 0, "week_not_planned");
    attempt.then = [&life, store, from, to, copied](const std::string& answer) {
        expect_equal("shifts of the copied week", copied, number_at(answer, "shifts"));
        auto& rota = life.at(store).rota;
        for (int day = 0; day < 7; ++day) {
            if (to + day >= life.today()) rota[to + day] = rota[from + day];
        }
        expect_floor(life, store);
    };
    return attempt;
}

std::optional<Attempt> set_knowledge(Life& life) {
    const auto store = life.some_store();
    const auto user = user_of(life, store, life.dice.chance(94) ? some_consultant(life) : "cashier");
    std::set<std::string> series;
    std::string input;
    for (const auto& model : life.at(store).models) {
        if (life.dice.chance(40)) series.insert(model.series);
    }
    if (life.dice.chance(5)) series.insert("没有");
    for (const auto& one : series) input += (input.empty() ? "" : ", ") + demo::quoted(one);
    Attempt attempt{.store = store, .who = some_planner(life), .action = "reception.set_knowledge"};
    attempt.input.number("user_id", user).json("series", "[" + input + "]");
    attempt.must_not(user == user_of(life, store, "cashier"), "not_of_the_sales_team");
    attempt.must_not(series.contains("没有"), "series_unknown");
    attempt.then = [&life, store, user, series](const std::string&) {
        life.at(store).knowledge[user] = series;
    };
    return attempt;
}

std::optional<Attempt> check_etiquette(Life& life) {
    const auto store = life.some_store();
    const auto user = user_of(life, store, life.dice.chance(94) ? some_consultant(life) : "cashier");
    const bool complete = life.dice.chance(90), faulty = life.dice.chance(30);
    const auto faults = faulty ? std::vector<std::string>{"phone"} : std::vector<std::string>{};
    Attempt attempt{.store = store, .who = some_planner(life), .action = "reception.check_etiquette"};
    attempt.input.number("user_id", user).text("note", "");
    attempt.input.json("answers", complete ? demo::checklist_answers("etiquette", faults) : "[]");
    attempt.must_not(user == user_of(life, store, "cashier"), "not_of_the_sales_team");
    attempt.must_not(!complete, "checklist_incomplete");
    attempt.then = [faulty](const std::string& answer) {
        expect_equal("faults of the look at somebody", faulty ? 1 : 0, number_at(answer, "faults"));
    };
    return attempt;
}

const Duty* duty_of(Life& life, std::size_t store, RecordId user) {
    const auto& today = life.at(store).duties[life.today()];
    const auto found = today.find(user);
    return found == today.end() || found->second.is_ended ? nullptr : &found->second;
}

// Mostly on days that have an even number: on the others the list is hardly used.
bool list_is_used(Life& life) { return life.today().days % 2 == 0 || life.dice.chance(3); }

struct Acting {
    Attempt attempt;
    RecordId user{};
    const Duty* duty = nullptr;
};
// Mostly somebody who can do it.
Acting somebody(Life& life, const char* action, std::function<bool(const Duty*)> can) {
    const auto store = life.some_store();
    Acting acting;
    for (int tries = 0; tries < 8; ++tries) {
        const auto who = life.dice.chance(96) ? some_consultant(life) : "sales_manager";
        const auto user = user_of(life, store, who);
        acting = {.attempt = {.store = store, .who = who, .action = action},
                  .user = user,
                  .duty = duty_of(life, store, user)};
        if (can(acting.duty) || life.dice.chance(4)) break;
    }
    return acting;
}

bool is_on_duty(const Duty* duty) { return duty != nullptr; }
bool is_at_desk(const Duty* duty) { return duty != nullptr && !duty->is_away; }
bool is_away(const Duty* duty) { return duty != nullptr && duty->is_away; }

void must_be_alone(Life& life, Acting& acting) {
    for (const auto& visit : life.at(acting.attempt.store).visits.all()) {
        const bool is_theirs = visit.consultant == acting.user && !visit.is_over();
        acting.attempt.must_not(is_theirs && local_date(visit.arrived) == life.today(),
                                "still_with_customer");
    }
}

std::function<void(const std::string&)> changed(Life& life, const Acting& acting,
                                                std::function<void(Duty&)> change) {
    return [&life, store = acting.attempt.store, user = acting.user, change](const std::string&) {
        change(life.at(store).duties[life.today()][user]);
        freed(life, store, user);
        expect_floor(life, store);
    };
}

std::optional<Attempt> start_duty(Life& life) {
    auto acting = somebody(life, "reception.start_duty", [](const Duty* duty) { return duty == nullptr; });
    if (!list_is_used(life) || (acting.duty != nullptr && life.dice.chance(70))) return std::nullopt;
    const bool complete = life.dice.chance(92), faulty = life.dice.chance(20);
    const auto faults = faulty ? std::vector<std::string>{"shoes"} : std::vector<std::string>{};
    auto& attempt = acting.attempt;
    attempt.input.json("answers", complete ? demo::checklist_answers("appearance", faults) : "[]");
    attempt.must_not(acting.duty != nullptr, "duty_started_already");
    attempt.must_not(!complete, "checklist_incomplete");
    attempt.then = [faulty, begin = changed(life, acting, [&life, faulty](Duty& duty) {
                                duty = {.started = life.now, .back = {}, .faults = faulty ? 1 : 0};
                            })](const std::string& answer) {
        expect_equal("faults of the appearance", faulty ? 1 : 0, number_at(answer, "faults"));
        begin(answer);
    };
    return attempt;
}

std::optional<Attempt> leave_desk(Life& life) {
    auto acting = somebody(life, "reception.leave_desk", is_at_desk);
    if (acting.duty == nullptr && life.dice.chance(80)) return std::nullopt;
    auto& attempt = acting.attempt;
    attempt.input.text("reason", "午餐");
    attempt.must_not(acting.duty == nullptr, "duty_not_started");
    if (acting.duty != nullptr) attempt.must_not(acting.duty->is_away, "away_already");
    must_be_alone(life, acting);
    attempt.then = changed(life, acting, [](Duty& duty) { duty.is_away = true; });
    return attempt;
}

std::optional<Attempt> return_to_desk(Life& life) {
    auto acting = somebody(life, "reception.return_to_desk", is_away);
    if ((acting.duty == nullptr || !acting.duty->is_away) && life.dice.chance(85)) return std::nullopt;
    auto& attempt = acting.attempt;
    attempt.must_not(acting.duty == nullptr, "duty_not_started");
    if (acting.duty != nullptr) attempt.must_not(!acting.duty->is_away, "not_away");
    attempt.then = changed(life, acting, [&life](Duty& duty) {
        duty.is_away = false;
        duty.back = life.now;
    });
    return attempt;
}

std::optional<Attempt> end_duty(Life& life) {
    auto acting = somebody(life, "reception.end_duty", is_on_duty);
    if (acting.duty == nullptr && life.dice.chance(90)) return std::nullopt;
    auto& attempt = acting.attempt;
    attempt.must_not(acting.duty == nullptr, "duty_not_started");
    must_be_alone(life, acting);
    attempt.then = changed(life, acting, [](Duty& duty) { duty.is_ended = true; });
    return attempt;
}

}  // namespace

std::vector<Invention> duty_inventions() {
    return {{"reception.plan_day", 2, plan_day},
            {"reception.copy_week", 1, copy_week},
            {"reception.set_knowledge", 1, set_knowledge},
            {"reception.check_etiquette", 1, check_etiquette},
            {"reception.start_duty", 5, start_duty},
            {"reception.leave_desk", 3, leave_desk},
            {"reception.return_to_desk", 4, return_to_desk},
            {"reception.end_duty", 1, end_duty}};
}

}  // namespace forecourt::simulator
