#include <simulator/leads.h>
#include <simulator/sale.h>
#include <simulator/showroom.h>

#include <demo/player.h>

#include <algorithm>
#include <tuple>

namespace forecourt::simulator {

using demo::number_at;
using demo::text_at;

Lead* open_lead_of(StoreModel& model, RecordId customer) {
    for (auto& lead : model.leads.all()) {
        if (lead.customer == customer && lead.state == "open") return &lead;
    }
    return nullptr;
}

namespace {

// A lead that was merged stands for the one it went into, and that for the one it went into itself.
Lead& the_one_that_goes_on(StoreModel& model, RecordId id) {
    auto* lead = &model.leads.at(id);
    while (lead->merged_into != 0) lead = &model.leads.at(lead->merged_into);
    return *lead;
}

}  // namespace

void lead_is_won(StoreModel& model, const Deal& deal) {
    auto* lead = open_lead_of(model, deal.customer);
    if (lead == nullptr && deal.lead != 0) lead = &the_one_that_goes_on(model, deal.lead);
    if (lead == nullptr || lead->state == "won") return;
    if (lead->approval != 0) model.approvals.at(lead->approval).state = "withdrawn";
    lead->approval = 0;
    lead->state = "won";
    ++lead->version;
}

namespace {

// What was offered and is not signed ends with it, and so does what was offered for a lead that went into it.
void lost(StoreModel& model, Lead& lead) {
    lead.state = "lost";
    for (auto& deal : model.deals.all()) {
        if (deal.lead == 0 || deal.state == "contract_signed" || deal.is_over()) continue;
        if (the_one_that_goes_on(model, deal.lead).id != lead.id) continue;
        deal_is_cancelled(model, deal);
        deal.total = total_of(model, deal);
        ++deal.version;
    }
}

}  // namespace

void loss_decided(StoreModel& model, RecordId id, bool granted) {
    auto& lead = model.leads.at(id);
    lead.approval = 0;
    if (granted) lost(model, lead);
    ++lead.version;
}

namespace {

constexpr db::Sql newest_approval{
    "simulator.newest_approval",
    "select max(id) from approvals_approval where store_id = :store_id and object_id = :id"};

// Who waits the longest for a lead: of those on the floor, if anybody is, and of those who know the model.
std::pair<RecordId, std::string> by_the_rule(Life& life, std::size_t store, RecordId model_id) {
    auto& model = life.at(store);
    const auto floor = floor_now(life, store);
    const bool anybody =
        std::any_of(floor.begin(), floor.end(), [](const auto& one) { return one.is_present(); });
    std::vector<RecordId> candidates, knowing;
    for (const auto& one : floor) {
        if (anybody && !one.is_present()) continue;
        candidates.push_back(one.user);
        if (model_id != 0 && model.knowledge[one.user].contains(model.model(model_id).series))
            knowing.push_back(one.user);
    }
    const auto turn = [&](RecordId user) {
        const auto last = model.lead_given.find(user);
        const auto open = std::count_if(model.leads.all().begin(), model.leads.all().end(), [&](auto& lead) {
            return lead.consultant == user && lead.state == "open";
        });
        return std::tuple(last == model.lead_given.end() ? Instant{} : last->second, open, user);
    };
    const auto& from = knowing.empty() ? candidates : knowing;
    return {*std::min_element(from.begin(), from.end(), [&](auto a, auto b) { return turn(a) < turn(b); }),
            knowing.empty() ? "rotation" : "knows_model"};
}

std::pair<RecordId, std::string> owner_of_new(Life& life, std::size_t store, const Lead& lead,
                                              const Claims& claims) {
    if (claims.named != 0) return {claims.named, "named"};
    if (claims.serves != 0) return {claims.serves, "served_visit"};
    const auto own = life.at(store).customers.at(lead.customer).consultant;
    const auto team = consultants(life, store);
    if (std::find(team.begin(), team.end(), own) != team.end()) return {own, "own_customer"};
    if (role_of(claims.who) == "sales") return {user_of(life, store, claims.who), "entered_by"};
    return by_the_rule(life, store, lead.model);
}

std::string see_lead(Life& life, std::size_t store, RecordId id) {
    return life.program.see(life.program.actor_of(store, "gm"), "leads.lead_record",
                            {{"lead_id", std::to_string(id)}}, life.now);
}

}  // namespace

void lead_is_opened(Life& life, std::size_t store, Lead lead, const Claims& claims,
                    const std::string& answer) {
    auto& model = life.at(store);
    const auto [owner, because] = owner_of_new(life, store, lead, claims);
    lead.id = number_at(answer, "lead_id");
    lead.next_contact = contact_by_itself(life, lead);
    lead.graded_on = life.today();
    lead.consultant = owner;
    expect_equal("next contact of the lead", to_text(lead.next_contact), text_at(answer, "next_contact_at"));
    const auto seen = see_lead(life, store, lead.id);
    expect_equal("whose the lead is", owner, number_at(seen, "lead.consultant_id"));
    expect_equal("why the lead is theirs", because,
                 text_at(demo::items_at(seen, "owners").front(), "because"));
    model.lead_given[owner] = life.now;
    auto& customer = model.customers.at(lead.customer);
    if (customer.consultant == 0) customer.consultant = owner;
    expect_lead(life, store, model.leads.add(lead));
}

bool is_planned_by_somebody(const Lead& lead) {
    return lead.contacts > 0 || lead.contact_has_words ||
           lead.next_contact != local_instant(lead.graded_on + longest_silence(lead), 10);
}

int longest_silence(const Lead& lead) {
    if (lead.grade == "H") return 2;
    if (lead.grade == "A") return 4;
    if (lead.grade == "B") return 7;
    return lead.grade == "C" ? 15 : 1;
}

// Ten in the morning of the last day.
Instant contact_by_itself(const Life& life, const Lead& lead) {
    return local_instant(life.today() + longest_silence(lead), 10);
}

void must_be_theirs(Life& life, Attempt& attempt, const Lead& lead) {
    attempt.must_not(lead.state != "open", "lead_is_closed");
    if (role_of(attempt.who) != "sales") return;
    const auto user = user_of(life, attempt.store, attempt.who);
    attempt.must_not(lead.consultant != user && !serves(life, attempt.store, user, lead.customer),
                     "lead_belongs_to_another");
}

std::string some_worker(Life& life, std::size_t store, const Lead& lead) {
    if (life.dice.chance(30)) return life.dice.chance(60) ? "sales_manager" : "gm";
    for (int number = 1; number <= 8; ++number) {
        const auto login = "sales" + std::to_string(number);
        if (life.dice.chance(80) && user_of(life, store, login) == lead.consultant) return login;
    }
    return life.seller();
}

Attempt about_lead(std::size_t store, const std::string& who, const std::string& action, const Lead& lead) {
    Attempt attempt{.store = store, .who = who, .action = action};
    attempt.record = "lead_id";
    attempt.missing = "lead_not_found";
    attempt.input.number("lead_id", lead.id).number("version", lead.version);
    return attempt;
}

void expect_lead(Life& life, std::size_t store, const Lead& lead) {
    const auto seen = see_lead(life, store, lead.id);
    const std::string name = "page of the lead " + std::to_string(lead.id) + ": ";
    expect_equal(name + "state", lead.state, text_at(seen, "lead.state"));
    expect_equal(name + "version", lead.version, number_at(seen, "lead.version"));
    expect_equal(name + "consultant", lead.consultant, number_at(seen, "lead.consultant_id"));
    expect_equal(name + "model", lead.model, number_at(seen, "lead.model_id"));
    expect_equal(name + "grade", lead.grade, text_at(seen, "lead.grade"));
    expect_equal(name + "score", lead.score, number_at(seen, "lead.score"));
    expect_equal(name + "went into", lead.merged_into, number_at(seen, "lead.merged_into"));
    expect_equal(name + "contacts", lead.contacts, number_at(seen, "lead.contacts"));
    expect_equal(name + "next contact", lead.is_over() ? "null" : to_text(lead.next_contact),
                 text_at(seen, "lead.next_contact_at"));
    expect_equal(
        name + "waits for an answer", lead.wants_a_response() ? "true" : "false",
        text_at(seen, "lead.respond_by") != "null" && text_at(seen, "lead.first_contact_at") == "null"
            ? "true"
            : "false");
    const auto latest = parse_instant(text_at(seen, "contact_at_the_latest"));
    expect_equal(name + "latest contact", to_text(life.today() + longest_silence(lead)),
                 latest ? to_text(local_date(*latest)) : "");
    // What was said and who had it go with a lead into another.
    const bool keeps = lead.merged_into == 0;
    expect_equal(name + "list of contacts", keeps ? lead.contacts : 0,
                 static_cast<std::int64_t>(demo::items_at(seen, "contacts").size()));
    expect_equal(name + "list of owners", keeps ? lead.owners : 0,
                 static_cast<std::int64_t>(demo::items_at(seen, "owners").size()));
}

namespace {

std::optional<Attempt> open_lead(Life& life) {
    const auto store = life.some_store();
    auto& model = life.at(store);
    const auto* customer = model.customers.pick(life.dice);
    const auto* visit = life.dice.chance(50) ? model.visits.pick(life.dice) : nullptr;
    if (customer == nullptr || (model.leads.running() > 20 && life.dice.chance(80))) return std::nullopt;
    Lead lead{.customer = visit == nullptr ? customer->id : visit->customer};
    lead.awaits_answer = visit == nullptr;
    const bool named = life.dice.chance(30);
    const bool of_team = life.dice.chance(90);
    const auto wanted = user_of(life, store, of_team ? life.seller() : "cashier");
    const std::string who = life.dice.chance(85) ? life.seller() : "sales_manager";
    Attempt attempt{.store = store, .who = who, .action = "leads.open_lead"};
    attempt.record = visit == nullptr ? "customer_id" : "visit_id";
    attempt.missing = visit == nullptr ? "customer_not_found" : "visit_not_found";
    attempt.input.number(attempt.record, visit == nullptr ? customer->id : visit->id);
    if (named) attempt.input.number("consultant_id", wanted);
    attempt.must_not(visit != nullptr && visit->customer == 0, "visit_has_no_customer");
    attempt.must_not(named && !of_team, "not_a_consultant");
    const Claims claims{
        .named = named ? wanted : 0, .serves = visit == nullptr ? 0 : visit->consultant, .who = who};
    attempt.then = [&life, store, lead, claims](const std::string& answer) {
        auto* open = open_lead_of(life.at(store), lead.customer);
        expect_equal("the lead was open", open == nullptr ? "false" : "true", text_at(answer, "was_open"));
        if (open == nullptr) return lead_is_opened(life, store, lead, claims, answer);
        expect_equal("the open lead", open->id, number_at(answer, "lead_id"));
        // Nobody called; the customer came.
        if (lead.awaits_answer || !open->wants_a_response()) return;
        open->was_spoken_with = true;
        ++open->version;
        expect_lead(life, store, *open);
    };
    return attempt;
}

std::function<void(const std::string&)> changed(Life& life, std::size_t store, RecordId id,
                                                std::function<void(Lead&)> change) {
    return [&life, store, id, change = std::move(change)](const std::string&) {
        auto& lead = life.at(store).leads.at(id);
        change(lead);
        ++lead.version;
        expect_lead(life, store, lead);
    };
}

std::optional<Attempt> choose_model(Life& life) {
    const auto store = life.some_store();
    const auto* lead = life.at(store).leads.pick(life.dice);
    if (lead == nullptr) return std::nullopt;
    const auto model = life.dice.chance(95) ? life.dice.one_of(life.at(store).models).id : Life::nobody;
    auto attempt = about_lead(store, some_worker(life, store, *lead), "leads.choose_model", *lead);
    attempt.input.number("model_id", model);
    must_be_theirs(life, attempt, *lead);
    attempt.must_not(model == Life::nobody, "model_not_found");
    attempt.then = changed(life, store, lead->id, [model](Lead& now) { now.model = model; });
    return attempt;
}

Instant some_contact(Life& life, Attempt& attempt, const Lead& lead) {
    const auto longest = longest_silence(lead) * 24 * 60 + 1800;
    const auto at = life.now + minutes(life.dice.between(life.dice.chance(15) ? -60 : 1, longest));
    attempt.must_not(at <= life.now, "contact_in_the_past");
    // The whole last day counts.
    attempt.must_not(local_date(at) > life.today() + longest_silence(lead), "contact_too_late");
    return at;
}

std::optional<Attempt> plan_contact(Life& life) {
    const auto store = life.some_store();
    const auto* lead = life.at(store).leads.pick(life.dice);
    if (lead == nullptr) return std::nullopt;
    auto attempt = about_lead(store, some_worker(life, store, *lead), "leads.plan_contact", *lead);
    must_be_theirs(life, attempt, *lead);
    const auto at = some_contact(life, attempt, *lead);
    attempt.input.text("at", to_text(at)).text("channel", "chat");
    attempt.then = changed(life, store, lead->id, [at](Lead& now) {
        now.next_contact = at;
        now.contact_has_words = false;
    });
    return attempt;
}

std::optional<Attempt> record_contact(Life& life) {
    const auto store = life.some_store();
    const auto* lead = life.at(store).leads.pick(life.dice);
    if (lead == nullptr) return std::nullopt;
    auto attempt = about_lead(store, some_worker(life, store, *lead), "leads.record_contact", *lead);
    attempt.input.text("channel", "phone_call").text("result", "reached").text("words", "周末来看");
    must_be_theirs(life, attempt, *lead);
    auto next = contact_by_itself(life, *lead);
    if (life.dice.chance(40)) {
        next = some_contact(life, attempt, *lead);
        attempt.input.text("next_contact_at", to_text(next));
    }
    const bool late = life.today() > local_date(lead->next_contact);
    attempt.then = [&life, store, id = lead->id, next, late](const std::string& answer) {
        auto& now = life.at(store).leads.at(id);
        now.next_contact = next;
        now.contact_has_words = false;
        now.was_spoken_with = true;
        ++now.contacts;
        ++now.version;
        expect_equal("the contact was late", late ? "true" : "false", text_at(answer, "late"));
        expect_equal("next contact of the lead", to_text(next), text_at(answer, "next_contact_at"));
        expect_lead(life, store, now);
    };
    return attempt;
}

// A manager gives it up; a consultant asks the manager.
std::optional<Attempt> lose_lead(Life& life) {
    const auto store = life.some_store();
    const auto* lead = life.at(store).leads.pick(life.dice);
    if (lead == nullptr) return std::nullopt;
    const bool to_another = life.dice.chance(30), named = life.dice.chance(70);
    const auto who = some_worker(life, store, *lead);
    auto attempt = about_lead(store, who, "leads.lose_lead", *lead);
    attempt.input.text("because", to_another ? "competitor" : "price").text("words", "太贵");
    if (named) attempt.input.text("competitor_model", "秦 PLUS");
    must_be_theirs(life, attempt, *lead);
    attempt.must_not(lead->approval != 0, "loss_waits_for_approval");
    attempt.must_not(to_another && !named, "competitor_missing");
    attempt.then = [&life, store, id = lead->id, who](const std::string& answer) {
        auto& model = life.at(store);
        auto& now = model.leads.at(id);
        const bool asks = role_of(who) == "sales";
        expect_equal("waits for approval", asks ? "true" : "false", text_at(answer, "waits_for_approval"));
        ++now.version;
        if (!asks) {
            lost(model, now);
            return;
        }
        now.approval = life.program.number(newest_approval, store, id);
        model.approvals.add({.id = now.approval,
                             .kind = "leads.loss",
                             .about = id,
                             .decider = "sales_manager",
                             .asked_by = who});
    };
    return attempt;
}

std::optional<Attempt> revive_lead(Life& life) {
    const auto store = life.some_store();
    auto& model = life.at(store);
    if (model.leads.size() == 0) return std::nullopt;
    const auto& lead = life.dice.one_of(model.leads.all());
    auto attempt =
        about_lead(store, life.dice.chance(60) ? "sales_manager" : "gm", "leads.revive_lead", lead);
    attempt.input.text("reason", "客户又来了");
    attempt.must_not(lead.state != "lost", "lead_not_lost");
    attempt.must_not(lead.merged_into != 0, "lead_merged_already");
    attempt.must_not(open_lead_of(model, lead.customer) != nullptr, "customer_has_open_lead");
    attempt.then = [&life, store, id = lead.id](const std::string&) {
        auto& now = life.at(store).leads.at(id);
        now.state = "open";
        now.next_contact = contact_by_itself(life, now);
        now.contact_has_words = true;
        ++now.version;
        life.at(store).leads.runs_again(id);
        expect_lead(life, store, now);
    };
    if (lead.state != "lost") {
        // Of one that is open two things stand against it.
        attempt.must_not(lead.state == "open", "customer_has_open_lead");
    }
    return attempt;
}

std::optional<Attempt> reassign_lead(Life& life) {
    const auto store = life.some_store();
    const auto* lead = life.at(store).leads.pick(life.dice);
    if (lead == nullptr) return std::nullopt;
    const bool of_team = life.dice.chance(90);
    const auto wanted = user_of(life, store, of_team ? life.seller() : "cashier");
    auto attempt =
        about_lead(store, life.dice.chance(60) ? "sales_manager" : "gm", "leads.reassign_lead", *lead);
    attempt.input.number("consultant_id", wanted).text("reason", "休假");
    attempt.must_not(lead->state != "open", "lead_is_closed");
    attempt.must_not(!of_team, "not_a_consultant");
    attempt.must_not(lead->consultant == wanted, "lead_is_theirs_already");
    attempt.then = changed(life, store, lead->id, [&life, store, wanted](Lead& now) {
        now.consultant = wanted;
        ++now.owners;
        life.at(store).lead_given[wanted] = life.now;
        life.at(store).customers.at(now.customer).consultant = wanted;
    });
    return attempt;
}

}  // namespace

std::vector<Invention> lead_inventions() {
    return {{"leads.open_lead", 4, open_lead},        {"leads.choose_model", 2, choose_model},
            {"leads.plan_contact", 2, plan_contact},  {"leads.record_contact", 4, record_contact},
            {"leads.lose_lead", 2, lose_lead},        {"leads.revive_lead", 2, revive_lead},
            {"leads.reassign_lead", 1, reassign_lead}};
}

}  // namespace forecourt::simulator
