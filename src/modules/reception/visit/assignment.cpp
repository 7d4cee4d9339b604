#include <modules/reception/visit/assignment.h>

#include <modules/reception/duty/duty_store.h>
#include <modules/reception/visit/visit_store.h>
#include <services/access/api.h>
#include <services/tasks/api.h>

namespace forecourt::reception {
namespace {

struct AssignedEvent {
    std::string number;
    std::string visitor_name;
    std::string consultant_name;
    AssignedBecause because{};
};
FORECOURT_STRUCT(AssignedEvent, number, visitor_name, consultant_name, because)

struct VisitorAlert {
    std::string visitor_name;
    std::int64_t party_size{};
    VisitPurpose purpose{};
};
FORECOURT_STRUCT(VisitorAlert, visitor_name, party_size, purpose)

}  // namespace

std::optional<Choice> choose_for(const Context& context, const VisitRow& visit,
                                 std::optional<Id<User>> asked_for) {
    Wishes wishes{.asked_for = asked_for, .own_consultant = {}, .knowing = {}};
    if (!visit.series.empty()) wishes.knowing = who_knows(context.db(), context.store_id(), visit.series);
    if (visit.customer_id) {
        const auto customer = customers::find_customer(context.db(), context.store_id(), *visit.customer_id);
        if (customer) wishes.own_consultant = customer->consultant_id;
    }
    return choose_consultant(load_consultants(context), wishes);
}

void assign(Tx& tx, VisitRow& visit, const Choice& choice, const std::string& consultant_name) {
    visit.consultant_id = choice.user_id;
    visit.assigned_at = tx.now();
    visit.assigned_by = tx.actor().name;
    visit.assigned_because = choice.because;
    visit.knows_series = choice.knows_series;
    if (visit.state == VisitState::waiting) visit.state = VisitState::assigned;
    update_visit(tx, visit);
    ++visit.version;
    tx.emit("reception.consultant_assigned",
            {{"visit", visit.id},
             {"customer", visit.customer_id.value_or(Id<customers::Customer>{})},
             {"user", choice.user_id}},
            AssignedEvent{visit.number, visit.visitor_name, consultant_name, choice.because});
    if (choice.user_id == tx.actor().user_id) return;  // who takes a visitor knows it
    tasks::alert(tx, {.title_key = "alert.visitor_assigned",
                      .params_json =
                          reflect::to_json(VisitorAlert{visit.visitor_name, visit.party_size, visit.purpose}),
                      .user_id = choice.user_id,
                      .role = {},
                      .link = "/visits/" + std::to_string(visit.id.value),
                      .about = {"visit", visit.id},
                      .level = tasks::AlertLevel::urgent});
}

void assign_to_freed(Tx& tx, Id<User> user) {
    auto visit = oldest_unassigned(tx);
    if (!visit) return;
    for (const auto& one : load_consultants(tx)) {
        if (one.user_id != user || one.state != ConsultantState::free) continue;
        assign(tx, *visit, {.user_id = user, .because = AssignedBecause::longest_free}, one.name);
        return;
    }
}

}  // namespace forecourt::reception
