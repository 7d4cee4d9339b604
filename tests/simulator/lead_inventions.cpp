#include <simulator/sale.h>
#include <simulator/showroom.h>

#include <demo/player.h>

#include <algorithm>

namespace forecourt::simulator {

using demo::number_at;
using demo::text_at;

Lead* open_lead_of(StoreModel& model, RecordId customer) {
    for (auto& lead : model.leads.all()) {
        if (lead.customer == customer && lead.state == "open") return &lead;
    }
    return nullptr;
}

void lead_is_won(StoreModel& model, const Deal& deal) {
    auto* lead = open_lead_of(model, deal.customer);
    if (lead == nullptr && deal.lead != 0) lead = &model.leads.at(deal.lead);
    if (lead == nullptr || lead->state == "won") return;
    if (lead->approval != 0) model.approvals.at(lead->approval).state = "withdrawn";
    lead->approval = 0;
    lead->state = "won";
    ++lead->version;
}

namespace {

// What was offered and is not signed ends with it.
void lost(StoreModel& model, Lead& lead) {
    lead.state = "lost";
    for (auto& deal : model.deals.all()) {
        if (deal.lead != lead.id || deal.state == "contract_signed" || deal.is_over()) continue;
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

// Nobody is asked about needs in these lives: then the next contact is on the next day, at ten when nobody
// says otherwise.
Date last_day(const Life& life) { return life.today() + 1; }
Instant by_itself(const Life& life) { return local_instant(last_day(life), 10); }

// Its own consultant, a manager, or who looks after the customer in the showroom now.
void must_be_theirs(Life& life, Attempt& attempt, const Lead& lead) {
    attempt.must_not(lead.state != "open", "lead_is_closed");
    if (role_of(attempt.who) != "sales") return;
    const auto user = user_of(life, attempt.store, attempt.who);
    attempt.must_not(lead.consultant != user && !serves(life, attempt.store, user, lead.customer),
                     "lead_belongs_to_another");
}

std::string some_worker(Life& life, std::size_t store, const Lead& lead) {
    if (life.dice.chance(30)) return life.dice.chance(60) ? "sales_manager" : "gm";
    for (const auto* login : {"sales1", "sales2", "sales3", "sales4"}) {
        if (life.dice.chance(80) && user_of(life, store, login) == lead.consultant) return login;
    }
    return life.seller();
}

std::optional<Attempt> open_lead(Life& life) {
    const auto store = life.some_store();
    auto& model = life.at(store);
    const auto* customer = model.customers.pick(life.dice);
    const auto* visit = life.dice.chance(50) ? model.visits.pick(life.dice) : nullptr;
    if (customer == nullptr || (model.leads.running() > 20 && life.dice.chance(80))) return std::nullopt;
    Lead lead{.customer = visit == nullptr ? customer->id : visit->customer};
    lead.wants_a_response = visit == nullptr;
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
    const auto served = visit == nullptr ? 0 : visit->consultant;
    attempt.then = [&life, store, lead, wanted, named, served](const std::string& answer) mutable {
        auto& model = life.at(store);
        auto* open = open_lead_of(model, lead.customer);
        expect_equal("the lead was open", open == nullptr ? "false" : "true", text_at(answer, "was_open"));
        if (open != nullptr) {
            expect_equal("the open lead", open->id, number_at(answer, "lead_id"));
            // Nobody called; the customer came.
            if (lead.wants_a_response || !open->wants_a_response) return;
            open->wants_a_response = false;
            ++open->version;
            return;
        }
        lead.id = number_at(answer, "lead_id");
        lead.next_contact = by_itself(life);
        expect_equal("next contact of the lead", to_text(lead.next_contact),
                     text_at(answer, "next_contact_at"));
        const auto seen = life.program.see(life.program.actor_of(store, "gm"), "leads.lead_record",
                                           {{"lead_id", std::to_string(lead.id)}}, life.now);
        lead.consultant = number_at(seen, "lead.consultant_id");
        const auto team = consultants(life, store);
        // Who is named, else who serves the visitor, else somebody of the team.
        if (named || served != 0) {
            expect_equal("whose the lead is", named ? wanted : served, lead.consultant);
        } else if (std::find(team.begin(), team.end(), lead.consultant) == team.end()) {
            throw Mismatch("the lead is nobody's of the team");
        }
        model.leads.add(lead);
    };
    return attempt;
}

Attempt about_lead(std::size_t store, const std::string& who, const std::string& action, const Lead& lead) {
    Attempt attempt{.store = store, .who = who, .action = action};
    attempt.record = "lead_id";
    attempt.missing = "lead_not_found";
    attempt.input.number("lead_id", lead.id).number("version", lead.version);
    return attempt;
}

std::function<void(const std::string&)> changed(Life& life, std::size_t store, RecordId id,
                                                std::function<void(Lead&)> change) {
    return [&life, store, id, change = std::move(change)](const std::string&) {
        auto& lead = life.at(store).leads.at(id);
        change(lead);
        ++lead.version;
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

Instant some_contact(Life& life, Attempt& attempt) {
    const auto at = life.now + minutes(life.dice.between(life.dice.chance(15) ? -60 : 1, 3200));
    attempt.must_not(at <= life.now, "contact_in_the_past");
    attempt.must_not(local_date(at) > last_day(life), "contact_too_late");
    return at;
}

std::optional<Attempt> plan_contact(Life& life) {
    const auto store = life.some_store();
    const auto* lead = life.at(store).leads.pick(life.dice);
    if (lead == nullptr) return std::nullopt;
    auto attempt = about_lead(store, some_worker(life, store, *lead), "leads.plan_contact", *lead);
    must_be_theirs(life, attempt, *lead);
    const auto at = some_contact(life, attempt);
    attempt.input.text("at", to_text(at)).text("channel", "chat");
    attempt.then = changed(life, store, lead->id, [at](Lead& now) { now.next_contact = at; });
    return attempt;
}

std::optional<Attempt> record_contact(Life& life) {
    const auto store = life.some_store();
    const auto* lead = life.at(store).leads.pick(life.dice);
    if (lead == nullptr) return std::nullopt;
    auto attempt = about_lead(store, some_worker(life, store, *lead), "leads.record_contact", *lead);
    attempt.input.text("channel", "phone_call").text("result", "reached").text("words", "周末来看");
    must_be_theirs(life, attempt, *lead);
    auto next = by_itself(life);
    if (life.dice.chance(40)) {
        next = some_contact(life, attempt);
        attempt.input.text("next_contact_at", to_text(next));
    }
    const bool late = life.today() > local_date(lead->next_contact);
    attempt.then = [&life, store, id = lead->id, next, late](const std::string& answer) {
        auto& now = life.at(store).leads.at(id);
        now.next_contact = next;
        now.wants_a_response = false;
        ++now.contacts;
        ++now.version;
        expect_equal("the contact was late", late ? "true" : "false", text_at(answer, "late"));
        expect_equal("next contact of the lead", to_text(next), text_at(answer, "next_contact_at"));
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
    attempt.must_not(open_lead_of(model, lead.customer) != nullptr, "customer_has_open_lead");
    attempt.then = [&life, store, id = lead.id](const std::string&) {
        auto& now = life.at(store).leads.at(id);
        now.state = "open";
        now.next_contact = by_itself(life);
        ++now.version;
        life.at(store).leads.runs_again(id);
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
    attempt.then = changed(life, store, lead->id, [wanted](Lead& now) { now.consultant = wanted; });
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
