#include <modules/reception/visit/visit_actions.h>

#include <modules/reception/duty/duty_store.h>
#include <modules/reception/visit/assignment.h>
#include <modules/reception/visit/visit_rules.h>
#include <modules/reception/visit/visit_store.h>
#include <services/access/api.h>
#include <services/numbering/api.h>
#include <services/tasks/api.h>

namespace forecourt::reception {
namespace {

struct ArrivalEvent {
    std::string number;
    std::string visitor_name;
    std::int64_t party_size{};
    VisitPurpose purpose{};
    VisitChannel channel{};
};
FORECOURT_STRUCT(ArrivalEvent, number, visitor_name, party_size, purpose, channel)

struct GreetedEvent {
    std::string number;
    std::string visitor_name;
    std::int64_t waited_s{};
};
FORECOURT_STRUCT(GreetedEvent, number, visitor_name, waited_s)

struct EndedEvent {
    std::string number;
    std::string visitor_name;
    VisitOutcome outcome{};
    std::string next_step;
    std::optional<std::int64_t> stayed_s;  // unknown where it was ended on another day
};
FORECOURT_STRUCT(EndedEvent, number, visitor_name, outcome, next_step, stayed_s)

struct VisitorEvent {
    std::string number;
    std::string visitor_name;
};
FORECOURT_STRUCT(VisitorEvent, number, visitor_name)

Id<customers::Customer> customer_of(const VisitRow& visit) {
    return visit.customer_id.value_or(Id<customers::Customer>{});
}

customers::CustomerSource source_of(VisitChannel channel) {
    switch (channel) {
        case VisitChannel::walk_in:
        case VisitChannel::invited:
        case VisitChannel::appointment:
            return customers::CustomerSource::walk_in;
        case VisitChannel::web:
            return customers::CustomerSource::web;
        case VisitChannel::referral:
            return customers::CustomerSource::referral;
        case VisitChannel::event:
            return customers::CustomerSource::event;
    }
    return customers::CustomerSource::walk_in;
}

// A phone makes a customer; a name alone is only what to call the visitor.
Result<std::optional<Id<customers::Customer>>> customer_of_arrival(Tx& tx, const RegisterArrival& in) {
    if (in.customer_id) {
        const auto known = customers::find_customer(tx.db(), tx.store_id(), *in.customer_id);
        if (!known) return customers::customer_not_found;
        return std::optional(known->id);
    }
    if (!in.phone) return std::optional<Id<customers::Customer>>{};
    const auto id =
        customers::register_customer(tx, {.name = in.name.value_or(""),
                                          .gender = in.gender.value_or(customers::Gender::unknown),
                                          .phone = in.phone,
                                          .source = source_of(in.channel)});
    if (!id) return id.refused();
    return std::optional(*id);
}

std::string alert_params(const VisitRow& visit) {
    return reflect::to_json(
        ArrivalEvent{visit.number, visit.visitor_name, visit.party_size, visit.purpose, visit.channel});
}

// Nobody free, or not the sales team's visitor: whoever can help must hear of it.
void tell_role(Tx& tx, const VisitRow& visit, std::string_view title_key, Role role) {
    tasks::alert(tx, {.title_key = title_key,
                      .params_json = alert_params(visit),
                      .user_id = {},
                      .role = role,
                      .link = "/visits/" + std::to_string(visit.id.value),
                      .about = {"visit", visit.id},
                      .level = tasks::AlertLevel::urgent});
}

Result<ArrivalRegistered> run_register_arrival(Tx& tx, const RegisterArrival& in) {
    if (auto no = check_arrival(in)) return *no;
    const auto customer = customer_of_arrival(tx, in);
    if (!customer) return customer.refused();
    if (*customer && load_open_visit_of(tx, **customer)) return customer_is_here_already;
    VisitRow visit;
    visit.id = tx.new_id<Visit>();
    visit.number = numbering::next_number(tx, "V");
    visit.customer_id = *customer;
    visit.visitor_name = *customer ? customers::customer_name(tx.db(), tx.store_id(), **customer)
                                   : std::string(trimmed(in.name.value_or("")));
    visit.plate = in.plate;
    visit.party_size = in.party_size;
    visit.purpose = in.purpose;
    visit.channel = in.channel;
    visit.series = std::string(trimmed(in.series.value_or("")));
    visit.arrived_at = tx.now();
    visit.arrived_by = tx.actor().name;
    visit.version = 1;
    insert_visit(tx, visit);
    const ArrivalEvent data{visit.number, visit.visitor_name, visit.party_size, visit.purpose, visit.channel};
    // Two events, because only the sales team's visitors run through the standard of reception.
    if (needs_consultant(visit.purpose)) {
        tx.emit("reception.arrival_registered", {{"visit", visit.id}, {"customer", customer_of(visit)}},
                data);
    } else {
        tx.emit("reception.service_visitor_announced",
                {{"visit", visit.id}, {"customer", customer_of(visit)}}, data);
    }
    ArrivalRegistered registered{.visit_id = visit.id,
                                 .number = visit.number,
                                 .customer_id = visit.customer_id,
                                 .consultant_id = {},
                                 .consultant_name = {},
                                 .assigned_because = {}};
    if (!needs_consultant(visit.purpose)) {
        const bool complaint = visit.purpose == VisitPurpose::complaint;
        tell_role(tx, visit, "alert.visitor_for_service", complaint ? Role::care : Role::advisor);
        return registered;
    }
    if (in.leave_unassigned.value_or(false)) return registered;
    const auto choice = choose_for(tx, visit, in.asked_for_id);
    if (!choice) {
        tell_role(tx, visit, "alert.visitor_waits_unassigned", Role::sales_manager);
        return registered;
    }
    registered.consultant_name = access::user_name(tx.db(), tx.store_id(), choice->user_id);
    assign(tx, visit, *choice, registered.consultant_name);
    registered.consultant_id = choice->user_id;
    registered.assigned_because = choice->because;
    return registered;
}

Result<VisitAssigned> run_assign_consultant(Tx& tx, const AssignVisit& in) {
    auto visit = load_visit(tx.db(), tx.store_id(), in.visit_id);
    if (!visit) return visit_not_found;
    if (auto no = may_look_after(*visit, tx.now())) return *no;
    visit->version = in.version;
    std::optional<Choice> choice;
    if (in.consultant_id) {
        for (const auto& one : load_consultants(tx)) {
            const bool present =
                one.state == ConsultantState::free || one.state == ConsultantState::with_customer;
            if (one.user_id == *in.consultant_id && present) {
                choice = Choice{.user_id = one.user_id, .because = AssignedBecause::chosen_by_host};
            }
        }
        if (!choice) return consultant_not_present;
    } else {
        choice = choose_for(tx, *visit, std::nullopt);
        if (!choice) return no_consultant_free;
    }
    const auto name = access::user_name(tx.db(), tx.store_id(), choice->user_id);
    const auto before = visit->consultant_id;
    assign(tx, *visit, *choice, name);
    // Who has handed a visitor over is free for the next.
    if (before && *before != choice->user_id) assign_to_freed(tx, *before);
    return VisitAssigned{
        .consultant_id = choice->user_id, .consultant_name = name, .because = choice->because};
}

Result<Nothing> run_greet_visitor(Tx& tx, const GreetVisitor& in) {
    auto visit = load_visit(tx.db(), tx.store_id(), in.visit_id);
    if (!visit) return visit_not_found;
    if (auto no = may_greet(*visit, tx.now())) return *no;
    if (!visit->consultant_id) {
        // Who goes to a waiting visitor looks after them from here on.
        assign(tx, *visit, {.user_id = tx.actor().user_id, .because = AssignedBecause::came_forward},
               tx.actor().name);
    }
    visit->state = VisitState::greeted;
    visit->greeted_at = tx.now();
    visit->greeted_by = tx.actor().name;
    update_visit(tx, *visit);
    tx.emit("reception.visitor_greeted",
            {{"visit", visit->id}, {"customer", customer_of(*visit)}, {"user", tx.actor().user_id}},
            GreetedEvent{visit->number, visit->visitor_name, (tx.now() - visit->arrived_at).ms / 1000});
    return Nothing{};
}

Result<Nothing> run_ask_for_help(Tx& tx, const AskForHelp& in) {
    auto visit = load_visit(tx.db(), tx.store_id(), in.visit_id);
    if (!visit) return visit_not_found;
    if (auto no = may_ask_for_help(*visit, tx.now())) return *no;
    visit->help_asked_at = tx.now();
    visit->version = in.version;
    update_visit(tx, *visit);
    tx.emit("reception.help_asked", {{"visit", visit->id}, {"customer", customer_of(*visit)}},
            VisitorEvent{visit->number, visit->visitor_name});
    if (visit->consultant_id && *visit->consultant_id != tx.actor().user_id) {
        tasks::alert(tx, {.title_key = "alert.visitor_asks_for_help",
                          .params_json = reflect::to_json(VisitorEvent{visit->number, visit->visitor_name}),
                          .user_id = *visit->consultant_id,
                          .role = {},
                          .link = "/visits/" + std::to_string(visit->id.value),
                          .about = {"visit", visit->id},
                          .level = tasks::AlertLevel::urgent});
    }
    return Nothing{};
}

Result<VisitorIdentified> run_identify_visitor(Tx& tx, const IdentifyVisitor& in) {
    auto visit = load_visit(tx.db(), tx.store_id(), in.visit_id);
    if (!visit) return visit_not_found;
    if (auto no = may_change(*visit)) return *no;
    Id<customers::Customer> customer;
    if (in.customer_id) {
        const auto known = customers::find_customer(tx.db(), tx.store_id(), *in.customer_id);
        if (!known) return customers::customer_not_found;
        customer = known->id;
    } else {
        const auto id =
            customers::register_customer(tx, {.name = in.name.value_or(visit->visitor_name),
                                              .gender = in.gender.value_or(customers::Gender::unknown),
                                              .phone = in.phone,
                                              .source = source_of(visit->channel)});
        if (!id) return id.refused();
        customer = *id;
    }
    const auto here = load_open_visit_of(tx, customer);
    if (here && here->id != visit->id) return customer_is_here_already;
    visit->customer_id = customer;
    visit->visitor_name = customers::customer_name(tx.db(), tx.store_id(), customer);
    update_visit(tx, *visit);
    tx.emit("reception.visitor_identified", {{"visit", visit->id}, {"customer", customer}},
            VisitorEvent{visit->number, visit->visitor_name});
    return VisitorIdentified{.customer_id = customer, .name = visit->visitor_name};
}

Result<Nothing> run_end_visit(Tx& tx, const EndVisit& in) {
    auto visit = load_visit(tx.db(), tx.store_id(), in.visit_id);
    if (!visit) return visit_not_found;
    if (auto no = may_change(*visit)) return *no;
    if (auto no = check_end(in)) return *no;
    visit->state = VisitState::ended;
    visit->ended_at = tx.now();
    visit->ended_by = tx.actor().name;
    visit->outcome = in.outcome;
    visit->next_step = std::string(trimmed(in.next_step.value_or("")));
    visit->note = std::string(trimmed(in.note.value_or("")));
    update_visit(tx, *visit);
    std::optional<std::int64_t> stayed_s;
    if (came_today(*visit, tx.now())) stayed_s = (tx.now() - visit->arrived_at).ms / 1000;
    tx.emit("reception.visit_ended",
            {{"visit", visit->id},
             {"customer", customer_of(*visit)},
             {"user", visit->consultant_id.value_or(Id<User>{})}},
            EndedEvent{visit->number, visit->visitor_name, in.outcome, visit->next_step, stayed_s});
    if (visit->consultant_id) assign_to_freed(tx, *visit->consultant_id);
    return Nothing{};
}

}  // namespace

const Action<RegisterArrival, ArrivalRegistered> register_arrival{
    {.name = "reception.register_arrival",
     .needs = arrival_write,
     .refuses = {party_size_out_of_range, customers::customer_not_found, customer_is_here_already},
     .run = run_register_arrival}};

const Action<AssignVisit, VisitAssigned> assign_consultant{
    {.name = "reception.assign_consultant",
     .needs = arrival_write,
     .refuses = {visit_not_found, visit_is_over, visitor_came_another_day, consultant_not_present,
                 no_consultant_free},
     .run = run_assign_consultant}};

const Action<GreetVisitor, Nothing> greet_visitor{
    {.name = "reception.greet_visitor",
     .needs = visit_write,
     .refuses = {visit_not_found, visit_is_over, visitor_came_another_day, visitor_greeted_already},
     .run = run_greet_visitor}};

const Action<AskForHelp, Nothing> ask_for_help{
    {.name = "reception.ask_for_help",
     .needs = arrival_write,
     .refuses = {visit_not_found, visit_is_over, visitor_came_another_day, visitor_not_greeted,
                 help_is_asked},
     .run = run_ask_for_help}};

const Action<IdentifyVisitor, VisitorIdentified> identify_visitor{
    {.name = "reception.identify_visitor",
     .needs = arrival_write,
     .refuses = {visit_not_found, visit_is_over, customers::customer_not_found,
                 customers::customer_needs_name_or_phone, customer_is_here_already},
     .run = run_identify_visitor}};

const Action<EndVisit, Nothing> end_visit{{.name = "reception.end_visit",
                                           .needs = arrival_write,
                                           .refuses = {visit_not_found, visit_is_over, next_step_missing},
                                           .run = run_end_visit}};

}  // namespace forecourt::reception
