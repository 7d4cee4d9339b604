#include <modules/leads/lead/lead_entry.h>

#include <modules/leads/funnel/funnel.h>
#include <modules/leads/lead/lead_actions.h>
#include <modules/leads/lead/lead_events.h>
#include <modules/leads/lead/lead_limits.h>
#include <modules/leads/lead/lead_rules.h>
#include <modules/leads/lead/lead_store.h>
#include <modules/leads/lead/lead_views.h>
#include <modules/leads/lead/next_contact.h>
#include <modules/leads/needs/questionnaire.h>
#include <modules/leads/owner/owner.h>
#include <services/access/api.h>
#include <services/numbering/api.h>
#include <services/tasks/api.h>

#include <algorithm>

// How a lead comes in: with a visitor, or by telephone, from the web, on an event; and what is known already.
namespace forecourt::leads {

bool is_consultant(Tx& tx, Id<User> user) {
    const auto team = access::users_with_role(tx.db(), tx.store_id(), Role::sales);
    return std::any_of(team.begin(), team.end(), [&](const auto& one) { return one.id == user; });
}

namespace {

// Whose lead it becomes: who is named, who looks after the visit, whose customer it is, who enters it if that
// is a consultant, else whose turn it is.
OwnerChoice owner_of_new(Tx& tx, const NewLeadFacts& facts) {
    using enum OwnerBecause;
    if (facts.consultant_id) return {.user_id = *facts.consultant_id, .because = named};
    if (facts.visit && facts.visit->consultant_id) {
        return {.user_id = *facts.visit->consultant_id, .because = served_visit};
    }
    if (facts.customer.consultant_id && is_consultant(tx, *facts.customer.consultant_id)) {
        return {.user_id = *facts.customer.consultant_id, .because = own_customer};
    }
    const OwnerChoice who_enters{.user_id = tx.actor().user_id, .because = entered_by};
    if (tx.actor().is(Role::sales)) return who_enters;
    return choose_owner(tx, facts.model_id).value_or(who_enters);
}

struct NewLeadAlert {
    std::string number;
    std::string customer_name;
    LeadSource source{};
};
FORECOURT_STRUCT(NewLeadAlert, number, customer_name, source)

void tell_owner(Tx& tx, const LeadRow& lead, const std::string& customer_name) {
    if (lead.consultant_id == tx.actor().user_id) return;
    tasks::alert(tx, {.title_key = "alert.lead_given",
                      .params_json = reflect::to_json(NewLeadAlert{lead.number, customer_name, lead.source}),
                      .user_id = lead.consultant_id,
                      .role = {},
                      .link = "/leads/" + std::to_string(lead.id.value),
                      .about = {"lead", lead.id},
                      .level = tasks::AlertLevel::urgent});
}

LeadOpened goes_on(Tx& tx, LeadRow lead, const std::optional<reception::VisitFacts>& visit) {
    if (visit) {
        funnel_came_again(tx, visit->id);
        if (lead.respond_by && !lead.first_contact_at) {
            lead.first_contact_at = tx.now();  // nobody called; the customer came
            update_lead(tx, lead);
        }
    }
    return LeadOpened{.lead_id = lead.id,
                      .number = lead.number,
                      .was_open = true,
                      .next_contact_at = lead.next_contact_at.value_or(tx.now())};
}

Result<LeadOpened> run_open_lead(Tx& tx, const OpenLead& in) {
    std::optional<reception::VisitFacts> visit;
    auto customer_id = in.customer_id;
    if (in.visit_id) {
        visit = reception::find_visit(tx.db(), tx.store_id(), *in.visit_id);
        if (!visit) return reception::visit_not_found;
        if (!visit->customer_id && !customer_id) return visit_has_no_customer;
        if (!customer_id) customer_id = visit->customer_id;
    }
    if (!customer_id) return lead_needs_customer;
    const auto customer = customers::find_customer(tx.db(), tx.store_id(), *customer_id);
    if (!customer) return customers::customer_not_found;
    if (in.model_id && !vehicles::find_model(tx.db(), tx.store_id(), *in.model_id))
        return vehicles::model_not_found;
    if (in.consultant_id && !is_consultant(tx, *in.consultant_id)) return not_a_consultant;
    if (const auto open = load_open_lead_of(tx.db(), tx.store_id(), customer->id)) {
        return goes_on(tx, *open, visit);
    }
    return open_new_lead(tx, {.customer = *customer,
                              .visit = visit,
                              .source = in.source.value_or(LeadSource::showroom),
                              .campaign = std::string(trimmed(in.campaign.value_or(""))),
                              .model_id = in.model_id,
                              .consultant_id = in.consultant_id,
                              .note = in.note.value_or(""),
                              .plate = {},
                              .vin = {}});
}

// What stands against entering this person anew.
MaybeRefused check_matches(Tx& tx, const RegisterLead& in, const std::vector<Match>& matches) {
    for (const auto& match : matches) {
        const bool same = !in.customer_id || *in.customer_id == match.customer_id;
        const bool by_car = match.found_by != FoundBy::phone;
        if (by_car && in.somebody_else.value_or(false)) continue;
        if (!same) continue;
        if (const auto open = load_open_lead_of(tx.db(), tx.store_id(), match.customer_id)) {
            return with(lead_exists_already, "number", open->number)
                .with("consultant", access::user_name(tx.db(), tx.store_id(), open->consultant_id));
        }
        const bool found_by_phone_too = std::any_of(
            matches.begin(), matches.end(), [](const Match& one) { return one.found_by == FoundBy::phone; });
        if (by_car && !in.customer_id && !found_by_phone_too) {
            return with(customer_known_by_car, "name",
                        customers::customer_name(tx.db(), tx.store_id(), match.customer_id));
        }
    }
    return std::nullopt;
}

Result<LeadOpened> run_register_lead(Tx& tx, const RegisterLead& in) {
    if (in.model_id && !vehicles::find_model(tx.db(), tx.store_id(), *in.model_id))
        return vehicles::model_not_found;
    if (in.consultant_id && !is_consultant(tx, *in.consultant_id)) return not_a_consultant;
    if (in.customer_id) {
        const auto known = customers::find_customer(tx.db(), tx.store_id(), *in.customer_id);
        if (!known) return customers::customer_not_found;
        if (const auto open = load_open_lead_of(tx.db(), tx.store_id(), known->id)) {
            return with(lead_exists_already, "number", open->number)
                .with("consultant", access::user_name(tx.db(), tx.store_id(), open->consultant_id));
        }
    }
    const auto matches = find_matches(tx.db(), tx.store_id(), in.phone, in.plate, in.vin);
    if (auto no = check_matches(tx, in, matches)) return *no;
    auto customer_id = in.customer_id;
    if (!customer_id) {
        const auto registered =
            customers::register_customer(tx, {.name = in.name.text,
                                              .gender = in.gender.value_or(customers::Gender::unknown),
                                              .phone = in.phone,
                                              .source = customer_source_of(in.source)});
        if (!registered) return registered.refused();
        customer_id = *registered;
    }
    const auto customer = customers::find_customer(tx.db(), tx.store_id(), *customer_id);
    ensure(customer.has_value());
    return open_new_lead(tx, {.customer = *customer,
                              .visit = {},
                              .source = in.source,
                              .campaign = std::string(trimmed(in.campaign.value_or(""))),
                              .model_id = in.model_id,
                              .consultant_id = in.consultant_id,
                              .note = in.note.value_or(""),
                              .plate = in.plate,
                              .vin = in.vin});
}

Result<Duplicates> run_duplicates(Context& context, const DuplicatesIn& in) {
    Duplicates answer;
    for (const auto& match : find_matches(context.db(), context.store_id(), in.phone, in.plate, in.vin)) {
        const auto customer = customers::find_customer(context.db(), context.store_id(), match.customer_id);
        if (!customer) continue;
        DuplicateRow row;
        row.customer_id = customer->id;
        row.customer_name = customer->name;
        row.phone_masked = customer->phone_masked;
        row.found_by = match.found_by;
        if (const auto lead = load_open_lead_of(context.db(), context.store_id(), customer->id)) {
            row.lead_id = lead->id;
            row.number = lead->number;
            row.grade = lead->grade;
            row.consultant_name = access::user_name(context.db(), context.store_id(), lead->consultant_id);
            row.next_contact_at = lead->next_contact_at;
        }
        answer.rows.push_back(std::move(row));
    }
    return answer;
}

}  // namespace

customers::CustomerSource customer_source_of(LeadSource source) {
    switch (source) {
        case LeadSource::showroom:
            return customers::CustomerSource::walk_in;
        case LeadSource::phone_call:
            return customers::CustomerSource::phone_call;
        case LeadSource::web:
            return customers::CustomerSource::web;
        case LeadSource::referral:
            return customers::CustomerSource::referral;
        case LeadSource::event:
            return customers::CustomerSource::event;
        case LeadSource::service:
            return customers::CustomerSource::service;
    }
    return customers::CustomerSource::walk_in;
}

LeadOpened open_new_lead(Tx& tx, const NewLeadFacts& facts) {
    const auto owner = owner_of_new(tx, facts);
    LeadRow lead;
    lead.id = tx.new_id<Lead>();
    lead.number = numbering::next_number(tx, "L");
    lead.customer_id = facts.customer.id;
    if (facts.visit) lead.visit_id = facts.visit->id;
    lead.source = facts.source;
    lead.campaign = facts.campaign;
    lead.model_id = facts.model_id;
    lead.consultant_id = owner.user_id;
    lead.note = facts.note;
    lead.opened_at = tx.now();
    lead.opened_by = tx.actor().name;
    lead.plate = facts.plate;
    lead.vin = facts.vin;
    lead.version = 1;
    if (!facts.visit) {
        const auto store = access::store_facts(tx.db(), tx.store_id());
        lead.respond_by =
            respond_by(tx.now(), limits::in_force(tx, lead_limits).first_response_minutes,
                       {.opens_minute = store.opens_minute, .closes_minute = store.closes_minute});
    }
    const auto questionnaire = questionnaire_in_force(tx.db(), tx.store_id());
    const auto at =
        latest_contact(tx.now(), longest_silence(questionnaire.questionnaire, LeadGrade::ungraded));
    set_next_contact(tx, lead, {.at = at, .channel = ContactChannel::phone_call, .plan = {}});
    insert_lead(tx, lead);
    add_owner(tx, lead, owner.because, {});
    if (!facts.customer.consultant_id) customers::set_consultant(tx, facts.customer.id, lead.consultant_id);
    tell_owner(tx, lead, facts.customer.name);
    tx.emit("leads.opened",
            {{"lead", lead.id},
             {"customer", lead.customer_id},
             {"visit", lead.visit_id.value_or(Id<reception::Visit>{})},
             {"user", lead.consultant_id}},
            event_of(lead));
    return LeadOpened{.lead_id = lead.id, .number = lead.number, .was_open = false, .next_contact_at = at};
}

std::vector<Match> find_matches(db::Connection& db, Id<Store> store, const std::optional<Phone>& phone,
                                const std::optional<Plate>& plate, const std::optional<Vin>& vin) {
    std::vector<Match> matches;
    const auto add = [&](std::optional<Id<customers::Customer>> customer, FoundBy by) {
        if (!customer || std::any_of(matches.begin(), matches.end(),
                                     [&](const Match& one) { return one.customer_id == *customer; })) {
            return;
        }
        matches.push_back({.customer_id = *customer, .found_by = by});
    };
    if (phone) add(customers::find_by_phone(db, store, *phone), FoundBy::phone);
    if (plate) {
        if (const auto car = vehicles::find_car_by_plate(db, store, *plate))
            add(car->customer_id, FoundBy::plate);
        for (const auto& lead : open_leads_of_plate(db, store, *plate)) add(lead.customer_id, FoundBy::plate);
    }
    if (vin) {
        if (const auto car = vehicles::find_car_by_vin(db, store, *vin)) add(car->customer_id, FoundBy::vin);
        for (const auto& lead : open_leads_of_vin(db, store, *vin)) add(lead.customer_id, FoundBy::vin);
    }
    return matches;
}

const Action<OpenLead, LeadOpened> open_lead{
    {.name = "leads.open_lead",
     .needs = lead_write,
     .refuses = {reception::visit_not_found, visit_has_no_customer, lead_needs_customer,
                 customers::customer_not_found, vehicles::model_not_found, not_a_consultant},
     .run = run_open_lead}};

const Action<RegisterLead, LeadOpened> register_lead{
    {.name = "leads.register_lead",
     .needs = lead_enter,
     .refuses = {vehicles::model_not_found, not_a_consultant, customers::customer_not_found,
                 lead_exists_already, customer_known_by_car, customers::customer_needs_name_or_phone},
     .run = run_register_lead}};

const View<DuplicatesIn, Duplicates> duplicates{
    {.name = "leads.duplicates", .needs = lead_enter, .refuses = {}, .run = run_duplicates}};

}  // namespace forecourt::leads
