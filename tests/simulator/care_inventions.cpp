#include <simulator/care.h>

#include <demo/player.h>

#include <algorithm>

namespace forecourt::simulator {
namespace {

using demo::number_at;
using demo::text_at;

constexpr std::int64_t most_tries = 3;
constexpr std::int64_t major_satisfaction = 3;

constexpr db::Sql calls_about{
    "simulator.calls_about",
    "select id from care_call where store_id = :store_id and about_id = :id order by due_on, id"};
constexpr db::Sql call_tasks{"simulator.call_tasks",
                             "select count(*) from tasks_task where store_id = :store_id and "
                             "object_type = 'care_call' and object_id = :id and closed_at is null"};

std::string some_caller(Life& life) { return life.dice.chance(90) ? "care" : "gm"; }

void are_planned(Life& life, std::size_t store, RecordId customer, RecordId about,
                 const std::vector<std::pair<std::string, Date>>& owed) {
    auto& model = life.at(store);
    const auto ids = life.program.numbers(calls_about, store, about);
    const bool wants_none = customer == 0 || model.wants_no_calls.contains(customer);
    expect_equal("calls that are planned", wants_none ? 0 : static_cast<std::int64_t>(owed.size()),
                 static_cast<std::int64_t>(ids.size()));
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto& [kind, due_on] = owed[i];
        model.calls.add({.id = ids[i], .kind = kind, .customer = customer, .due_on = due_on});
    }
}

Attempt about_call(Life& life, std::size_t store, const std::string& action, const CareCall& call) {
    Attempt attempt{.store = store, .who = some_caller(life), .action = action};
    attempt.record = "call_id";
    attempt.missing = "call_not_found";
    attempt.input.number("call_id", call.id).number("version", call.version);
    attempt.must_not(call.is_over(), "call_is_done");
    return attempt;
}

// It becomes a complaint when the customer says how little content he is.
void is_recorded(Life& life, CareCall& call, const std::string& result, std::int64_t satisfaction) {
    ++call.tries;
    ++call.version;
    if (result == "not_reached" && call.tries < most_tries) {
        call.due_on = life.today() + 1;
    } else if (result == "not_reached") {
        call.state = "given_up";
    } else {
        call.state = result;
        if (result == "reached") call.satisfaction = satisfaction;
    }
}

std::optional<Attempt> record_call(Life& life) {
    const auto store = life.some_store();
    const auto* call = life.at(store).calls.pick(life.dice);
    if (call == nullptr) return std::nullopt;
    static const std::vector<std::string> results{"reached", "reached", "reached", "not_reached", "refused"};
    const auto result = life.dice.one_of(results);
    const auto satisfaction = life.dice.chance(90) ? life.dice.between(1, 10) : life.dice.between(0, 11);
    const bool asked = result == "reached" ? life.dice.chance(95) : life.dice.chance(5);
    const bool has_words = life.dice.chance(85);
    auto attempt = about_call(life, store, "care.record_call", *call);
    attempt.input.text("result", result).text("words", has_words ? "等得太久" : " ");
    if (asked) attempt.input.number("satisfaction", satisfaction);
    const bool reached = result == "reached";
    attempt.must_not(asked && (satisfaction < 1 || satisfaction > 10), "satisfaction_out_of_range");
    attempt.must_not(reached && !asked, "satisfaction_is_missing");
    attempt.must_not(reached && asked && satisfaction <= low_satisfaction && !has_words, "words_are_missing");
    attempt.then = [&life, store, id = call->id, result, satisfaction](const std::string& answer) {
        auto& model = life.at(store);
        auto& now = model.calls.at(id);
        is_recorded(life, now, result, satisfaction);
        now.complaint = number_at(answer, "complaint_id");
        const bool complains = now.state == "reached" && satisfaction <= low_satisfaction;
        expect_equal("the call became a complaint", complains ? 1 : 0, now.complaint == 0 ? 0 : 1);
        if (complains) {
            model.complaints.add({.id = now.complaint,
                                  .customer = now.customer,
                                  .channel = "follow_up_call",
                                  .category = "service",
                                  .severity = satisfaction <= major_satisfaction ? "major" : "general",
                                  .clocks_since = life.now});
        }
        expect_equal("state of the call", now.state, text_at(answer, "state"));
        expect_call(life, store, now);
    };
    return attempt;
}

std::optional<Attempt> postpone_call(Life& life) {
    const auto store = life.some_store();
    const auto* call = life.at(store).calls.pick(life.dice);
    if (call == nullptr) return std::nullopt;
    const auto days_on = static_cast<int>(life.dice.between(life.dice.chance(10) ? -2 : 0, 9));
    auto attempt = about_call(life, store, "care.postpone_call", *call);
    attempt.input.text("due_on", life.today_text(days_on));
    attempt.must_not(days_on < 0, "call_day_is_past");
    attempt.then = [&life, store, id = call->id, day = life.today() + days_on](const std::string&) {
        auto& now = life.at(store).calls.at(id);
        now.due_on = day;
        ++now.version;
        expect_call(life, store, now);
    };
    return attempt;
}

// Who wants to be left alone is: what was planned is dropped, and nothing is planned any more.
std::optional<Attempt> opt_out(Life& life) {
    const auto store = life.some_store();
    auto& model = life.at(store);
    const auto* call = model.calls.pick(life.dice);
    if (call == nullptr) return std::nullopt;
    const auto customer = call->customer;
    Attempt attempt{.store = store, .who = some_caller(life), .action = "care.opt_out"};
    attempt.record = "customer_id";
    attempt.missing = "care_customer_not_found";
    attempt.input.number("customer_id", customer).text("reason", "不愿接听回访");
    attempt.must_not(model.wants_no_calls.contains(customer), "opted_out_already");
    attempt.then = [&life, store, customer](const std::string&) {
        auto& model = life.at(store);
        model.wants_no_calls.insert(customer);
        for (auto& one : model.calls.all()) {
            if (one.customer != customer || one.is_over()) continue;
            one.state = "refused";
            ++one.version;
            expect_call(life, store, one);
        }
    };
    return attempt;
}

}  // namespace

void delivery_calls_are_planned(Life& life, std::size_t store, RecordId customer, RecordId about) {
    const Date day = life.today();
    are_planned(life, store, customer, about,
                {{"delivery_day_3", day + 3},
                 {"delivery_day_7", day + 7},
                 {"delivery_day_30", day + 30},
                 {"first_service", add_months(day, 6) + -14}});
}

void service_call_is_planned(Life& life, std::size_t store, RecordId customer, RecordId about) {
    are_planned(life, store, customer, about, {{"service_day_3", life.today() + 3}});
}

void expect_call(Life& life, std::size_t store, const CareCall& call) {
    const auto seen = life.program.see(life.program.actor_of(store, "care"), "care.call_record",
                                       {{"call_id", std::to_string(call.id)}}, life.now);
    const std::string name = "call " + std::to_string(call.id) + ": ";
    expect_equal(name + "kind", call.kind, text_at(seen, "call.kind"));
    expect_equal(name + "state", call.state, text_at(seen, "call.state"));
    expect_equal(name + "day", to_text(call.due_on), text_at(seen, "call.due_on"));
    expect_equal(name + "tries", call.tries, number_at(seen, "call.tries"));
    expect_equal(name + "satisfaction", call.satisfaction, number_at(seen, "call.satisfaction"));
    expect_equal(name + "complaint", call.complaint, number_at(seen, "call.complaint_id"));
    expect_equal(name + "version", call.version, number_at(seen, "call.version"));
    expect_equal(name + "tasks", call.is_over() ? 0 : 1, life.program.number(call_tasks, store, call.id));
}

std::vector<Invention> care_inventions() {
    return {{"care.record_call", 5, record_call},
            {"care.postpone_call", 2, postpone_call},
            {"care.opt_out", 1, opt_out}};
}

}  // namespace forecourt::simulator
