#include <simulator/leads.h>
#include <simulator/showroom.h>

#include <demo/player.h>

#include <algorithm>

namespace forecourt::simulator {
namespace {

using demo::items_at;
using demo::number_at;
using demo::text_at;

/// What somebody says who calls, writes, or came by a campaign.
struct Caller {
    std::string phone;
    std::string plate;
    std::string vin;
    RecordId customer{};  // it is this one
    bool somebody_else{};
};

std::string some_vin(Life& life, std::size_t store) {
    const auto& cars = life.at(store).cars;
    if (cars.size() > 0 && life.dice.chance(60)) return life.dice.one_of(cars.all()).vin;
    return vin_of("LSVAA4182E4", static_cast<std::size_t>(life.dice.between(1, 30)));
}

Caller some_caller(Life& life, std::size_t store) {
    auto& customers = life.at(store).customers;
    Caller caller;
    if (life.dice.chance(80)) {
        caller.phone = "139" + std::to_string(10'000'000 + static_cast<std::int64_t>(customers.size()));
        const auto* known = customers.pick(life.dice);
        if (known != nullptr && !known->phone.empty() && life.dice.chance(35)) caller.phone = known->phone;
    }
    if (life.dice.chance(35)) caller.plate = "浙A" + std::to_string(life.dice.between(10'001, 10'040));
    if (life.dice.chance(30)) caller.vin = some_vin(life, store);
    if (customers.size() > 0 && life.dice.chance(20)) caller.customer = customers.pick(life.dice)->id;
    caller.somebody_else = life.dice.chance(25);
    return caller;
}

RecordId customer_with_phone(StoreModel& model, const std::string& phone) {
    for (const auto& one : model.customers.all()) {
        if (!phone.empty() && one.phone == phone) return one.id;
    }
    return 0;
}

// Whose car it is, and who with an open lead said to drive it.
std::set<RecordId> customers_by_car(StoreModel& model, const Caller& caller) {
    std::set<RecordId> found;
    for (const auto& car : model.cars.all()) {
        if (!caller.vin.empty() && car.vin == caller.vin && !car.has_left && car.customer != 0)
            found.insert(car.customer);
    }
    for (const auto& lead : model.leads.all()) {
        if (lead.state != "open") continue;
        const bool same_plate = !caller.plate.empty() && lead.plate == caller.plate;
        const bool same_vin = !caller.vin.empty() && lead.vin == caller.vin;
        if (same_plate || same_vin) found.insert(lead.customer);
    }
    return found;
}

// Who is known by the phone or the car is shown before anything is entered.
void expect_duplicates(Life& life, std::size_t store, const Caller& caller) {
    if (caller.phone.empty() && caller.plate.empty() && caller.vin.empty()) return;
    auto& model = life.at(store);
    auto expected = customers_by_car(model, caller);
    if (const auto by_phone = customer_with_phone(model, caller.phone)) expected.insert(by_phone);
    std::vector<std::pair<std::string, std::string>> asked;
    if (!caller.phone.empty()) asked.emplace_back("phone", caller.phone);
    if (!caller.plate.empty()) asked.emplace_back("plate", caller.plate);
    if (!caller.vin.empty()) asked.emplace_back("vin", caller.vin);
    const auto seen =
        life.program.see(life.program.actor_of(store, "host"), "leads.duplicates", asked, life.now);
    for (const auto& row : items_at(seen, "rows")) {
        const auto customer = number_at(row, "customer_id");
        if (expected.erase(customer) == 0) throw Mismatch("known already: a customer who is not");
        const auto* open = open_lead_of(model, customer);
        expect_equal("known already: the open lead", open == nullptr ? 0 : open->id,
                     number_at(row, "lead_id"));
        if (open != nullptr) expect_equal("known already: its grade", open->grade, text_at(row, "grade"));
    }
    if (!expected.empty()) throw Mismatch("known already: a customer is not shown");
}

void must_be_new(StoreModel& model, Attempt& attempt, const Caller& caller) {
    const auto by_phone = customer_with_phone(model, caller.phone);
    if (caller.customer != 0) {
        attempt.must_not(open_lead_of(model, caller.customer) != nullptr, "lead_exists_already");
        return;
    }
    attempt.must_not(by_phone != 0 && open_lead_of(model, by_phone) != nullptr, "lead_exists_already");
    if (caller.somebody_else) return;
    for (const auto customer : customers_by_car(model, caller)) {
        const bool has_lead = open_lead_of(model, customer) != nullptr;
        attempt.must_not(has_lead, "lead_exists_already");
        // Who is known by the phone is that one, whoever's the car is.
        attempt.must_not(!has_lead && by_phone == 0, "customer_known_by_car");
    }
}

std::optional<Attempt> register_lead(Life& life) {
    static const std::vector<std::string> people{"host", "care", "sales_manager", "sales1", "sales3"};
    static const std::vector<std::string> sources{"phone_call", "web", "referral", "event", "service"};
    const auto store = life.some_store();
    auto& model = life.at(store);
    if (model.leads.running() > 30 && life.dice.chance(80)) return std::nullopt;
    const auto caller = some_caller(life, store);
    expect_duplicates(life, store, caller);
    const bool of_team = life.dice.chance(92);
    Claims claims{.who = life.dice.one_of(people)};
    if (life.dice.chance(15)) claims.named = user_of(life, store, of_team ? life.seller() : "cashier");
    Lead lead{.awaits_answer = true, .plate = caller.plate, .vin = caller.vin};
    if (life.dice.chance(50)) {
        lead.model = life.dice.chance(96) ? life.dice.one_of(model.models).id : Life::nobody;
    }
    Attempt attempt{.store = store, .who = claims.who, .action = "leads.register_lead"};
    attempt.input.text("name", "来电客户").text("source", life.dice.one_of(sources));
    if (life.dice.chance(30)) attempt.input.text("campaign", "春季购车节");
    if (!caller.phone.empty()) attempt.input.text("phone", caller.phone);
    if (!caller.plate.empty()) attempt.input.text("plate", caller.plate);
    if (!caller.vin.empty()) attempt.input.text("vin", caller.vin);
    if (caller.customer != 0) attempt.input.number("customer_id", caller.customer);
    if (caller.somebody_else) attempt.input.flag("somebody_else", true);
    if (lead.model != 0) attempt.input.number("model_id", lead.model);
    if (claims.named != 0) attempt.input.number("consultant_id", claims.named);
    attempt.must_not(lead.model == Life::nobody, "model_not_found");
    attempt.must_not(claims.named != 0 && !of_team, "not_a_consultant");
    must_be_new(model, attempt, caller);
    attempt.then = [&life, store, caller, claims, lead](const std::string& answer) mutable {
        auto& model = life.at(store);
        const auto seen =
            life.program.see(life.program.actor_of(store, "gm"), "leads.lead_record",
                             {{"lead_id", std::to_string(number_at(answer, "lead_id"))}}, life.now);
        const auto customer = number_at(seen, "lead.customer_id");
        expect_equal("the lead was open", "false", text_at(answer, "was_open"));
        const auto known = caller.customer != 0 ? caller.customer : customer_with_phone(model, caller.phone);
        if (known != 0) expect_equal("whose lead was entered", known, customer);
        if (known == 0) {
            expect_equal("the one who called is new", 0, model.customers.has(customer) ? 1 : 0);
            model.customers.add({.id = customer, .phone = caller.phone});
        }
        lead.customer = customer;
        lead_is_opened(life, store, lead, claims, answer);
    };
    return attempt;
}

// With all its history: what the other knows and this one does not, this one knows too.
void merged(StoreModel& model, Lead& lead, Lead& other) {
    lead.contacts += other.contacts;
    lead.owners += other.owners;
    lead.was_spoken_with = lead.was_spoken_with || other.was_spoken_with;
    if (lead.model == 0) lead.model = other.model;
    if (!lead.needs_known && other.needs_known) {
        lead.needs_known = true;
        lead.grade = other.grade;
        lead.score = other.score;
        lead.graded_on = other.graded_on;
    }
    ++lead.version;
    other.merged_into = lead.id;
    ++other.version;
    if (other.approval != 0) model.approvals.at(other.approval).state = "withdrawn";
    other.approval = 0;
    // What was offered still stands: it is only a duplicate.
    other.state = "lost";
}

std::optional<Attempt> merge_leads(Life& life) {
    const auto store = life.some_store();
    auto& leads = life.at(store).leads;
    const auto* lead = leads.pick(life.dice);
    const auto* other = leads.pick(life.dice);
    if (lead == nullptr || other == nullptr) return std::nullopt;
    if (lead == other && life.dice.chance(60)) return std::nullopt;
    auto attempt =
        about_lead(store, life.dice.chance(60) ? "sales_manager" : "gm", "leads.merge_leads", *lead);
    const bool lost = life.dice.chance(4);
    attempt.input.number("other_lead_id", lost ? Life::nobody : other->id).text("reason", "同一家人");
    attempt.must_not(lost, "lead_not_found");
    attempt.must_not(lead == other, "lead_merged_with_itself");
    attempt.must_not(lead->state != "open", "lead_is_closed");
    attempt.must_not(other->merged_into != 0, "lead_merged_already");
    attempt.must_not(other->state == "won", "lead_is_won");
    attempt.then = [&life, store, id = lead->id, other = other->id](const std::string&) {
        auto& leads = life.at(store).leads;
        merged(life.at(store), leads.at(id), leads.at(other));
        expect_lead(life, store, leads.at(id));
        expect_lead(life, store, leads.at(other));
    };
    return attempt;
}

}  // namespace

std::vector<Invention> lead_entry_inventions() {
    return {{"leads.register_lead", 4, register_lead}, {"leads.merge_leads", 2, merge_leads}};
}

}  // namespace forecourt::simulator
