#include <simulator/showroom.h>

#include <demo/player.h>

#include <algorithm>

namespace forecourt::simulator {

using demo::number_at;
using demo::text_at;

std::vector<RecordId> consultants(Life& life, std::size_t store) {
    std::vector<RecordId> ids;
    for (int number = 1; number <= 8; ++number)
        ids.push_back(user_of(life, store, "sales" + std::to_string(number)));
    return ids;
}

RecordId user_of(Life& life, std::size_t store, const std::string& login) {
    return life.program.actor_of(store, login).user_id.value;
}

bool serves(Life& life, std::size_t store, RecordId user, RecordId customer) {
    const Visit* latest = nullptr;
    for (const auto& visit : life.at(store).visits.all()) {
        if (visit.customer == customer && !visit.is_over() &&
            (latest == nullptr || visit.arrived >= latest->arrived))
            latest = &visit;
    }
    return latest != nullptr && latest->consultant == user;
}

namespace {

// Nobody begins a duty in these lives, so everybody of the team is there; free is who has no visitor of
// today.
bool is_free(Life& life, std::size_t store, RecordId user) {
    const auto& visits = life.at(store).visits.all();
    return std::none_of(visits.begin(), visits.end(), [&](const Visit& one) {
        return one.consultant == user && !one.is_over() && local_date(one.arrived) == life.today();
    });
}

bool anybody_is_free(Life& life, std::size_t store) {
    const auto team = consultants(life, store);
    return std::any_of(team.begin(), team.end(), [&](auto user) { return is_free(life, store, user); });
}

bool is_here(StoreModel& model, RecordId customer) {
    return std::any_of(model.visits.all().begin(), model.visits.all().end(),
                       [&](const Visit& one) { return one.customer == customer && !one.is_over(); });
}

std::string some_receptionist(Life& life) {
    return life.dice.chance(60) ? "host" : life.dice.chance(70) ? life.seller() : "sales_manager";
}

void given_to(Visit& visit, RecordId consultant) {
    visit.consultant = consultant;
    if (visit.state == "waiting") visit.state = "assigned";
    ++visit.version;
}

// Who has become free gets who waits the longest.
void freed(Life& life, std::size_t store, RecordId consultant) {
    const auto team = consultants(life, store);
    if (std::find(team.begin(), team.end(), consultant) == team.end()) return;
    if (!is_free(life, store, consultant)) return;
    Visit* longest = nullptr;
    for (auto& visit : life.at(store).visits.all()) {
        if (visit.state != "waiting" || !visit.is_for_sales()) continue;
        if (longest == nullptr || visit.arrived < longest->arrived) longest = &visit;
    }
    if (longest != nullptr) given_to(*longest, consultant);
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
        attempt.must_not(is_here(model, customer->id), "customer_is_here_already");
    }
    const auto asked_for = life.dice.chance(20) ? life.dice.one_of(consultants(life, store)) : 0;
    if (asked_for != 0) attempt.input.number("asked_for_id", asked_for);
    if (alone) attempt.input.flag("leave_unassigned", true);
    attempt.must_not(party < 1 || party > 99, "party_size_out_of_range");
    attempt.then = [&life, store, visit, asked_for, alone](const std::string& answer) mutable {
        visit.id = number_at(answer, "visit_id");
        const auto consultant = number_at(answer, "consultant_id");
        const bool is_given = visit.is_for_sales() && !alone;
        const bool somebody = is_given && (asked_for != 0 || anybody_is_free(life, store));
        expect_equal("the visitor has a consultant", somebody ? 1 : 0, consultant == 0 ? 0 : 1);
        if (somebody && asked_for != 0) expect_equal("who was asked for", asked_for, consultant);
        if (somebody && asked_for == 0 && !is_free(life, store, consultant))
            throw Mismatch("the visitor was given to a consultant who is not free");
        if (somebody) given_to(visit, consultant);
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

std::optional<Attempt> assign_consultant(Life& life) {
    RecordId id = 0;
    auto attempt = about_visit(life, some_receptionist(life), "reception.assign_consultant", id);
    if (!attempt) return std::nullopt;
    const auto store = attempt->store;
    const bool named = life.dice.chance(50);
    const bool of_team = life.dice.chance(90);
    const auto wanted = user_of(life, store, of_team ? life.seller() : "cashier");
    attempt->input.number("version", life.at(store).visits.at(id).version);
    if (named) attempt->input.number("consultant_id", wanted);
    attempt->must_not(named && !of_team, "consultant_not_present");
    attempt->must_not(!named && !anybody_is_free(life, store), "no_consultant_free");
    attempt->then = [&life, store, id, wanted, named](const std::string& answer) {
        const auto consultant = number_at(answer, "consultant_id");
        if (named) expect_equal("who was chosen", wanted, consultant);
        if (!named && !is_free(life, store, consultant))
            throw Mismatch("the visitor was given to a consultant who is not free");
        given_to(life.at(store).visits.at(id), consultant);
    };
    return attempt;
}

// Who goes to a visitor that nobody has looks after them.
std::optional<Attempt> greet_visitor(Life& life) {
    RecordId id = 0;
    const std::string who = life.dice.chance(85) ? life.seller() : "sales_manager";
    auto attempt = about_visit(life, who, "reception.greet_visitor", id);
    if (!attempt) return std::nullopt;
    const auto store = attempt->store;
    attempt->must_not(life.at(store).visits.at(id).was_greeted, "visitor_greeted_already");
    attempt->then = [&life, store, id, who](const std::string&) {
        auto& now = life.at(store).visits.at(id);
        if (now.consultant == 0) given_to(now, user_of(life, store, who));
        now.state = "greeted";
        now.was_greeted = true;
        ++now.version;
    };
    return attempt;
}

std::optional<Attempt> ask_for_help(Life& life) {
    RecordId id = 0;
    auto attempt = about_visit(life, some_receptionist(life), "reception.ask_for_help", id);
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
