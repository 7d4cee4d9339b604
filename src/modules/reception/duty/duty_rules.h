#pragma once
#include <modules/reception/duty/duty.h>

namespace forecourt::reception {

/// What a consultant has done today, out of the visits.
struct WorkToday {
    Id<User> user_id;
    std::int64_t open_visits{};
    std::optional<Instant> last_ended_at;
    std::int64_t visits_today{};
    std::optional<Id<Visit>> open_visit_id;
};
FORECOURT_STRUCT(WorkToday, user_id, open_visits, last_ended_at, visits_today, open_visit_id)

/// A person of the sales team.
struct TeamMember {
    Id<User> id;
    std::string name;
    bool off = false;           // by the rota of the day
    std::int64_t position = 0;  // in the rota's order
};

/// Puts together who stands where. On a day when nobody has begun a duty (the list is not used, or it
/// is early) everybody of the team counts as there since the day began, unless the rota gives them the day
/// off.
std::vector<Consultant> consultants_now(const std::vector<TeamMember>& team,
                                        const std::vector<DutyRow>& duties,
                                        const std::vector<WorkToday>& work, Instant day_began);

/// Why a consultant was chosen.
enum class AssignedBecause { asked_for, own_customer, longest_free, chosen_by_host, came_forward };
FORECOURT_ENUM(AssignedBecause, asked_for, own_customer, longest_free, chosen_by_host, came_forward)

struct Choice {
    Id<User> user_id;
    AssignedBecause because{};
    bool knows_series =
        false;  // among those whose turn it could be, for knowing what the visitor wants to see
    bool operator==(const Choice&) const = default;
};

struct Wishes {
    std::optional<Id<User>> asked_for;       // the visitor named a consultant
    std::optional<Id<User>> own_consultant;  // whose customer the visitor is
    std::vector<Id<User>> knowing;           // who know the series the visitor wants to see
};

/// Who looks after the next visitor: whom the visitor asks for, if present; the own consultant, if
/// free; else, of those free who know the series (if one does), who has been free the longest (of two, the
/// one with fewer visits today, then the first of the rota). Nobody when nobody is free.
std::optional<Choice> choose_consultant(const std::vector<Consultant>& consultants, const Wishes& wishes);

MaybeRefused may_start_duty(const std::optional<DutyRow>& today);
MaybeRefused may_leave_desk(const std::optional<DutyRow>& today, std::int64_t open_visits);
MaybeRefused may_return(const std::optional<DutyRow>& today);
MaybeRefused may_end_duty(const std::optional<DutyRow>& today, std::int64_t open_visits);

}  // namespace forecourt::reception
