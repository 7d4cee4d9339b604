#include <modules/reception/visit/visit_rules.h>

namespace forecourt::reception {

bool needs_consultant(VisitPurpose purpose) {
    switch (purpose) {
        case VisitPurpose::look_at_cars:
        case VisitPurpose::test_drive:
        case VisitPurpose::sign_contract:
        case VisitPurpose::collect_car:
        case VisitPurpose::other:
            return true;
        case VisitPurpose::service:
        case VisitPurpose::complaint:
            return false;
    }
    return true;
}

MaybeRefused check_arrival(const RegisterArrival& arrival) {
    if (arrival.party_size < 1 || arrival.party_size > 99) return party_size_out_of_range;
    return std::nullopt;
}

Instant day_began(Instant now) { return local_instant(local_date(now)); }

MaybeRefused may_change(const VisitRow& visit) {
    if (visit.state == VisitState::ended) return visit_is_over;
    return std::nullopt;
}

bool came_today(const VisitRow& visit, Instant now) { return visit.arrived_at >= day_began(now); }

MaybeRefused may_look_after(const VisitRow& visit, Instant now) {
    if (const auto no = may_change(visit)) return no;
    if (!came_today(visit, now)) return visitor_came_another_day;
    return std::nullopt;
}

MaybeRefused may_greet(const VisitRow& visit, Instant now) {
    if (const auto no = may_look_after(visit, now)) return no;
    if (visit.greeted_at) return visitor_greeted_already;
    return std::nullopt;
}

MaybeRefused may_ask_for_help(const VisitRow& visit, Instant now) {
    if (const auto no = may_look_after(visit, now)) return no;
    if (!visit.greeted_at) return visitor_not_greeted;
    if (visit.help_asked_at) return help_is_asked;
    return std::nullopt;
}

bool needs_next_step(VisitOutcome outcome) {
    switch (outcome) {
        case VisitOutcome::interested:
        case VisitOutcome::wants_time:
        case VisitOutcome::test_driven:
        case VisitOutcome::quoted:
            return true;
        case VisitOutcome::signed_contract:
        case VisitOutcome::collected:
        case VisitOutcome::served:
        case VisitOutcome::no_interest:
        case VisitOutcome::left_unseen:
        case VisitOutcome::entered_by_mistake:
            return false;
    }
    return false;
}

MaybeRefused check_end(const EndVisit& end) {
    if (needs_next_step(end.outcome) && trimmed(end.next_step.value_or("")).empty()) return next_step_missing;
    return std::nullopt;
}

}  // namespace forecourt::reception
