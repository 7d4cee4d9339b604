#include <modules/reception/duty/duty_rules.h>

#include <algorithm>

namespace forecourt::reception {
namespace {

const DutyRow* duty_of(const std::vector<DutyRow>& duties, Id<User> user) {
    for (const auto& duty : duties) {
        if (duty.user_id == user && !duty.ended_at) return &duty;
    }
    return nullptr;
}

const WorkToday* work_of(const std::vector<WorkToday>& work, Id<User> user) {
    for (const auto& one : work) {
        if (one.user_id == user) return &one;
    }
    return nullptr;
}

Instant later(Instant a, std::optional<Instant> b) { return b && *b > a ? *b : a; }

// Who is not in the rota comes after those who are.
bool is_earlier_in_rota(const Consultant& a, const Consultant& b) {
    if (a.position == 0 || b.position == 0) return a.position != 0;
    return a.position < b.position;
}

bool waited_longer(const Consultant& a, const Consultant& b) {
    if (a.free_since != b.free_since) return a.free_since < b.free_since;
    if (a.visits_today != b.visits_today) return a.visits_today < b.visits_today;
    if (a.position != b.position) return is_earlier_in_rota(a, b);
    return a.user_id < b.user_id;
}

}  // namespace

std::vector<Consultant> consultants_now(const std::vector<TeamMember>& team,
                                        const std::vector<DutyRow>& duties,
                                        const std::vector<WorkToday>& work, Instant day_began) {
    std::vector<Consultant> consultants;
    for (const auto& member : team) {
        Consultant one{.user_id = member.id, .name = member.name};
        one.position = member.position;
        Instant free_since = day_began;
        if (const auto* today = work_of(work, member.id)) {
            one.open_visits = today->open_visits;
            one.visits_today = today->visits_today;
            one.visit_id = today->open_visit_id;
            free_since = later(free_since, today->last_ended_at);
        }
        const auto* duty = duty_of(duties, member.id);
        if (duty != nullptr) {
            free_since = later(later(free_since, duty->started_at), duty->back_at);
            one.away_since = duty->away_since;
            one.away_reason = duty->away_reason.value_or("");
        }
        if (one.open_visits > 0) {
            one.state = ConsultantState::with_customer;
        } else if (duty == nullptr && (!duties.empty() || member.off)) {
            one.state = ConsultantState::off_duty;
        } else if (one.away_since) {
            one.state = ConsultantState::away;
        } else {
            one.state = ConsultantState::free;
            one.free_since = free_since;
        }
        consultants.push_back(std::move(one));
    }
    return consultants;
}

std::optional<Choice> choose_consultant(const std::vector<Consultant>& consultants, const Wishes& wishes) {
    const Consultant* longest = nullptr;
    for (const auto& one : consultants) {
        const bool present =
            one.state == ConsultantState::free || one.state == ConsultantState::with_customer;
        if (present && wishes.asked_for == one.user_id)
            return Choice{one.user_id, AssignedBecause::asked_for};
    }
    const Consultant* knowing = nullptr;
    for (const auto& one : consultants) {
        if (one.state != ConsultantState::free) continue;
        if (wishes.own_consultant == one.user_id) return Choice{one.user_id, AssignedBecause::own_customer};
        if (longest == nullptr || waited_longer(one, *longest)) longest = &one;
        if (std::find(wishes.knowing.begin(), wishes.knowing.end(), one.user_id) == wishes.knowing.end())
            continue;
        if (knowing == nullptr || waited_longer(one, *knowing)) knowing = &one;
    }
    if (knowing != nullptr) return Choice{knowing->user_id, AssignedBecause::longest_free, true};
    if (longest == nullptr) return std::nullopt;
    return Choice{longest->user_id, AssignedBecause::longest_free};
}

MaybeRefused may_start_duty(const std::optional<DutyRow>& today) {
    if (today && !today->ended_at) return duty_started_already;
    return std::nullopt;
}

MaybeRefused may_leave_desk(const std::optional<DutyRow>& today, std::int64_t open_visits) {
    if (!today || today->ended_at) return duty_not_started;
    if (today->away_since) return away_already;
    if (open_visits > 0) return still_with_customer;
    return std::nullopt;
}

MaybeRefused may_return(const std::optional<DutyRow>& today) {
    if (!today || today->ended_at) return duty_not_started;
    if (!today->away_since) return not_away;
    return std::nullopt;
}

MaybeRefused may_end_duty(const std::optional<DutyRow>& today, std::int64_t open_visits) {
    if (!today || today->ended_at) return duty_not_started;
    if (open_visits > 0) return still_with_customer;
    return std::nullopt;
}

}  // namespace forecourt::reception
