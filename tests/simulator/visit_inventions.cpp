#include <simulator/showroom.h>

#include <demo/player.h>

#include <algorithm>
#include <tuple>

namespace forecourt::simulator {

using demo::number_at;
using demo::text_at;

std::vector<RecordId> consultants(Life& life, std::size_t store) {
    std::vector<RecordId> ids;
    for (int number = 1; number <= 8; ++number)
        ids.push_back(user_of(life, store, "sales" + std::to_string(number)));
    return ids;
}

std::string name_of(Life& life, std::size_t store, RecordId user) {
    // A manager who looked after a visitor drives along with them too.
    std::vector<std::string> logins{"sales_manager", "gm"};
    for (int number = 1; number <= 8; ++number) logins.push_back("sales" + std::to_string(number));
    for (const auto& login : logins) {
        const auto actor = life.program.actor_of(store, login);
        if (actor.user_id.value == user) return actor.name;
    }
    throw std::logic_error("nobody of the sales floor");
}

RecordId user_of(Life& life, std::size_t store, const std::string& login) {
    return life.program.actor_of(store, login).user_id.value;
}

std::vector<OnFloor> floor_now(Life& life, std::size_t store) {
    auto& model = life.at(store);
    const auto& duties = model.duties[life.today()];
    const auto& rota = model.rota[life.today()];
    std::vector<OnFloor> floor;
    for (const auto user : consultants(life, store)) {
        OnFloor one{.user = user, .state = "off_duty", .free_since = local_instant(life.today())};
        bool busy = false, off = false;
        for (std::size_t at = 0; at < rota.size(); ++at) {
            if (rota[at].user != user) continue;
            one.place = at + 1;
            off = rota[at].kind == "off";
        }
        // A visit that nobody ended is nobody's work on the next day.
        for (const auto& visit : model.visits.all()) {
            if (visit.consultant != user || local_date(visit.arrived) != life.today()) continue;
            ++one.visits;
            busy = busy || !visit.ended;
            if (visit.ended) one.free_since = std::max(one.free_since, *visit.ended);
        }
        const auto duty = duties.find(user);
        const bool on_duty = duty != duties.end() && !duty->second.is_ended;
        if (on_duty) {
            one.free_since = std::max(one.free_since, duty->second.started);
            if (duty->second.back) one.free_since = std::max(one.free_since, *duty->second.back);
            one.state = duty->second.is_away ? "away" : "free";
        } else if (duties.empty() && !off) {
            // The list of duties is not used today.
            one.state = "free";
        }
        if (busy) one.state = "with_customer";
        floor.push_back(one);
    }
    return floor;
}

Turn whose_turn(Life& life, std::size_t store, const Wishes& wishes) {
    const auto& knowledge = life.at(store).knowledge;
    const auto knows = [&](RecordId user) {
        const auto found = knowledge.find(user);
        return found != knowledge.end() && found->second.contains(wishes.series);
    };
    // Of those who are not in the rota nobody comes before one who is.
    const auto waits_less = [](const OnFloor& a, const OnFloor& b) {
        const auto place = [](const OnFloor& one) { return one.place == 0 ? std::size_t{999} : one.place; };
        return std::tuple(a.free_since, a.visits, place(a), a.user) >
               std::tuple(b.free_since, b.visits, place(b), b.user);
    };
    const OnFloor *longest = nullptr, *knowing = nullptr;
    const auto floor = floor_now(life, store);
    for (const auto& one : floor) {
        if (one.user == wishes.asked_for && one.is_present()) return {one.user, "asked_for"};
    }
    for (const auto& one : floor) {
        if (!one.is_free()) continue;
        if (one.user == wishes.own) return {one.user, "own_customer"};
        if (longest == nullptr || waits_less(*longest, one)) longest = &one;
        if (!knows(one.user)) continue;
        if (knowing == nullptr || waits_less(*knowing, one)) knowing = &one;
    }
    if (knowing != nullptr) return {knowing->user, "longest_free", true};
    if (longest != nullptr) return {longest->user, "longest_free"};
    return {};
}

bool is_here(const Life& life, const Visit& visit) {
    return !visit.is_over() && local_date(visit.arrived) == life.today();
}

bool serves(Life& life, std::size_t store, RecordId user, RecordId customer) {
    const Visit* latest = nullptr;
    for (const auto& visit : life.at(store).visits.all()) {
        if (visit.customer == customer && is_here(life, visit) &&
            (latest == nullptr || visit.arrived >= latest->arrived))
            latest = &visit;
    }
    return latest != nullptr && latest->consultant == user;
}

namespace {

void given_to(Visit& visit, const Turn& turn) {
    visit.consultant = turn.consultant;
    visit.because = turn.because;
    visit.by_knowledge = turn.by_knowledge;
    if (visit.state == "waiting") visit.state = "assigned";
    ++visit.version;
}

}  // namespace

void freed(Life& life, std::size_t store, RecordId consultant) {
    const auto floor = floor_now(life, store);
    const bool is_free = std::any_of(
        floor.begin(), floor.end(), [&](const auto& one) { return one.user == consultant && one.is_free(); });
    if (!is_free) return;
    Visit* longest = nullptr;
    for (auto& visit : life.at(store).visits.all()) {
        if (visit.state != "waiting" || !is_here(life, visit) || !visit.is_for_sales()) continue;
        if (longest == nullptr || visit.arrived < longest->arrived) longest = &visit;
    }
    if (longest != nullptr) given_to(*longest, {.consultant = consultant, .because = "longest_free"});
}

namespace {

bool has_other_visit(Life& life, std::size_t store, RecordId customer, RecordId than) {
    const auto& visits = life.at(store).visits.all();
    return std::any_of(visits.begin(), visits.end(), [&](const Visit& one) {
        return one.id != than && one.customer == customer && is_here(life, one);
    });
}

std::string some_receptionist(Life& life) {
    return life.dice.chance(60) ? "host" : life.dice.chance(70) ? life.seller() : "sales_manager";
}

Wishes wishes_of(Life& life, std::size_t store, const Visit& visit, RecordId asked_for) {
    const auto own = visit.customer == 0 ? 0 : life.at(store).customers.at(visit.customer).consultant;
    return {.asked_for = asked_for, .own = own, .series = visit.series};
}

std::optional<Attempt> register_arrival(Life& life) {
    static const std::vector<std::string> purposes{
        "look_at_cars", "look_at_cars", "test_drive", "sign_contract", "collect_car", "service", "complaint"};
    const auto store = life.some_store();
    auto& model = life.at(store);
    if (model.visits.running() > 16 && life.dice.chance(85)) return std::nullopt;
    Visit visit{.purpose = life.dice.one_of(purposes), .arrived = life.now};
    const auto party = life.dice.chance(95) ? life.dice.between(1, 5) : life.around(99);
    const bool alone = life.dice.chance(15);
    Attempt attempt{.store = store, .who = some_receptionist(life), .action = "reception.register_arrival"};
    attempt.input.number("party_size", party).text("purpose", visit.purpose).text("channel", "walk_in");
    if (const auto* customer = life.dice.chance(60) ? model.customers.pick(life.dice) : nullptr) {
        visit.customer = customer->id;
        // How many they are is looked at before who they are.
        if (party >= 1 && party <= 99) attempt.record = "customer_id";
        attempt.missing = "customer_not_found";
        attempt.input.number("customer_id", customer->id);
        attempt.must_not(has_other_visit(life, store, customer->id, 0), "customer_is_here_already");
    }
    const auto asked_for = life.dice.chance(20) ? life.dice.one_of(consultants(life, store)) : 0;
    if (asked_for != 0) attempt.input.number("asked_for_id", asked_for);
    if (life.dice.chance(35)) visit.series = life.dice.one_of(model.models).series;
    if (!visit.series.empty()) attempt.input.text("series", visit.series);
    if (alone) attempt.input.flag("leave_unassigned", true);
    attempt.must_not(party < 1 || party > 99, "party_size_out_of_range");
    attempt.then = [&life, store, visit, asked_for, alone](const std::string& answer) mutable {
        visit.id = number_at(answer, "visit_id");
        Turn turn;
        if (visit.is_for_sales() && !alone)
            turn = whose_turn(life, store, wishes_of(life, store, visit, asked_for));
        expect_equal("the visitor's consultant", turn.consultant, number_at(answer, "consultant_id"));
        if (turn.consultant != 0) {
            expect_equal("why this consultant", turn.because, text_at(answer, "assigned_because"));
            given_to(visit, turn);
        }
        life.at(store).visits.add(visit);
    };
    return attempt;
}

std::optional<Attempt> about_visit(Life& life, const std::string& who, const std::string& action,
                                   RecordId& id) {
    const auto store = life.some_store();
    const auto* visit = life.at(store).visits.pick(life.dice);
    if (visit == nullptr) return std::nullopt;
    Attempt attempt{.store = store, .who = who, .action = action};
    attempt.record = "visit_id";
    attempt.missing = "visit_not_found";
    attempt.input.number("visit_id", visit->id);
    attempt.must_not(visit->is_over(), "visit_is_over");
    id = visit->id;
    return attempt;
}

// Of who came another day only the outcome is still to be said.
std::optional<Attempt> about_visitor(Life& life, const std::string& who, const std::string& action,
                                     RecordId& id) {
    auto attempt = about_visit(life, who, action, id);
    if (!attempt) return std::nullopt;
    const auto& visit = life.at(attempt->store).visits.at(id);
    attempt->must_not(!visit.is_over() && !is_here(life, visit), "visitor_came_another_day");
    return attempt;
}

std::optional<Attempt> assign_consultant(Life& life) {
    RecordId id = 0;
    auto attempt = about_visitor(life, some_receptionist(life), "reception.assign_consultant", id);
    if (!attempt) return std::nullopt;
    const auto store = attempt->store;
    const bool named = life.dice.chance(50);
    const bool of_team = life.dice.chance(90);
    const auto wanted = user_of(life, store, of_team ? life.seller() : "cashier");
    attempt->input.number("version", life.at(store).visits.at(id).version);
    if (named) attempt->input.number("consultant_id", wanted);
    const auto floor = floor_now(life, store);
    const bool is_there = std::any_of(
        floor.begin(), floor.end(), [&](const auto& one) { return one.user == wanted && one.is_present(); });
    const auto turn = named
                          ? Turn{.consultant = wanted, .because = "chosen_by_host"}
                          : whose_turn(life, store, wishes_of(life, store, life.at(store).visits.at(id), 0));
    attempt->must_not(named && !is_there, "consultant_not_present");
    attempt->must_not(turn.consultant == 0, "no_consultant_free");
    attempt->then = [&life, store, id, turn](const std::string& answer) {
        expect_equal("the visitor's consultant", turn.consultant, number_at(answer, "consultant_id"));
        expect_equal("why this consultant", turn.because, text_at(answer, "because"));
        auto& now = life.at(store).visits.at(id);
        const auto before = now.consultant;
        given_to(now, turn);
        if (before != 0 && before != turn.consultant) freed(life, store, before);
        expect_floor(life, store);
    };
    return attempt;
}

// Who goes to a visitor that nobody has looks after them.
std::optional<Attempt> greet_visitor(Life& life) {
    RecordId id = 0;
    const std::string who = life.dice.chance(85) ? life.seller() : "sales_manager";
    auto attempt = about_visitor(life, who, "reception.greet_visitor", id);
    if (!attempt) return std::nullopt;
    const auto store = attempt->store;
    attempt->must_not(life.at(store).visits.at(id).was_greeted, "visitor_greeted_already");
    attempt->then = [&life, store, id, who](const std::string&) {
        auto& now = life.at(store).visits.at(id);
        if (now.consultant == 0)
            given_to(now, {.consultant = user_of(life, store, who), .because = "came_forward"});
        now.state = "greeted";
        now.was_greeted = true;
        ++now.version;
    };
    return attempt;
}

std::optional<Attempt> ask_for_help(Life& life) {
    RecordId id = 0;
    auto attempt = about_visitor(life, some_receptionist(life), "reception.ask_for_help", id);
    if (!attempt) return std::nullopt;
    const auto store = attempt->store;
    const auto& visit = life.at(store).visits.at(id);
    attempt->input.number("version", visit.version);
    attempt->must_not(!visit.was_greeted, "visitor_not_greeted");
    attempt->must_not(visit.asked_for_help, "help_is_asked");
    attempt->then = [&life, store, id](const std::string&) {
        auto& now = life.at(store).visits.at(id);
        now.asked_for_help = true;
        ++now.version;
    };
    return attempt;
}

std::optional<Attempt> identify_visitor(Life& life) {
    RecordId id = 0;
    auto attempt = about_visit(life, some_receptionist(life), "reception.identify_visitor", id);
    if (!attempt) return std::nullopt;
    const auto store = attempt->store;
    const auto* customer = life.at(store).customers.pick(life.dice);
    if (customer == nullptr) return std::nullopt;
    attempt->input.number("customer_id", customer->id);
    attempt->must_not(has_other_visit(life, store, customer->id, id), "customer_is_here_already");
    attempt->then = [&life, store, id, of = customer->id](const std::string& answer) {
        auto& now = life.at(store).visits.at(id);
        now.customer = of;
        ++now.version;
        expect_equal("who the visitor is", of, number_at(answer, "customer_id"));
    };
    return attempt;
}

std::optional<Attempt> end_visit(Life& life) {
    RecordId id = 0;
    auto attempt = about_visit(life, some_receptionist(life), "reception.end_visit", id);
    if (!attempt) return std::nullopt;
    static const std::vector<std::string> outcomes{"interested", "quoted", "signed_contract", "no_interest",
                                                   "served"};
    const auto outcome = life.dice.one_of(outcomes);
    const bool goes_on = outcome == "interested" || outcome == "quoted";
    const bool says_how = life.dice.chance(85);
    attempt->input.text("outcome", outcome);
    if (says_how) attempt->input.text("next_step", "周六再来");
    attempt->must_not(goes_on && !says_how, "next_step_missing");
    attempt->then = [&life, store = attempt->store, id](const std::string&) {
        auto& now = life.at(store).visits.at(id);
        now.state = "ended";
        now.ended = life.now;
        ++now.version;
        if (now.consultant != 0) freed(life, store, now.consultant);
    };
    return attempt;
}

}  // namespace

std::vector<Invention> visit_inventions() {
    return {{"reception.register_arrival", 5, register_arrival},
            {"reception.assign_consultant", 3, assign_consultant},
            {"reception.greet_visitor", 5, greet_visitor},
            {"reception.ask_for_help", 2, ask_for_help},
            {"reception.identify_visitor", 2, identify_visitor},
            {"reception.end_visit", 4, end_visit}};
}

}  // namespace forecourt::simulator
