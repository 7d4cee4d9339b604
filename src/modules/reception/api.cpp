#include <modules/reception/api.h>

#include <modules/reception/duty/duty_store.h>
#include <modules/reception/visit/visit_store.h>

namespace forecourt::reception {
namespace {

std::optional<VisitFacts> facts_of(const std::optional<VisitRow>& visit) {
    if (!visit) return std::nullopt;
    return VisitFacts{.id = visit->id,
                      .state = visit->state,
                      .customer_id = visit->customer_id,
                      .visitor_name = visit->visitor_name,
                      .consultant_id = visit->consultant_id,
                      .arrived_at = visit->arrived_at,
                      .version = visit->version};
}

}  // namespace

std::optional<VisitFacts> find_visit(db::Connection& db, Id<Store> store, Id<Visit> id) {
    return facts_of(load_visit(db, store, id));
}

std::optional<VisitFacts> open_visit_of(const Context& context, Id<customers::Customer> customer) {
    return facts_of(load_open_visit_of(context, customer));
}

std::vector<Id<User>> present_consultants(const Context& context) {
    std::vector<Id<User>> present;
    for (const auto& one : load_consultants(context)) {
        if (one.state == ConsultantState::free || one.state == ConsultantState::with_customer) {
            present.push_back(one.user_id);
        }
    }
    return present;
}

}  // namespace forecourt::reception
