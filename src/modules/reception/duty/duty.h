#pragma once
#include <action/action.h>
#include <modules/reception/api.h>
#include <services/checklists/api.h>

namespace forecourt::reception {

struct Duty;

inline constexpr Right visit_read{"reception.visit_read"};
inline constexpr Right duty_write{"reception.duty_write"};

/// A consultant's day on the floor: it begins with the self-check of the appearance.
struct DutyRow {
    Id<Duty> id;
    Id<User> user_id;
    Date on_date;
    Instant started_at;
    Id<checklists::Checklist> checklist_id;
    std::int64_t faults{};
    std::optional<Instant> away_since;
    std::optional<std::string> away_reason;
    std::optional<Instant> back_at;
    std::optional<Instant> ended_at;
    std::int64_t version{};
};
FORECOURT_STRUCT(DutyRow, id, user_id, on_date, started_at, checklist_id, faults, away_since, away_reason,
                 back_at, ended_at, version)

struct StartDuty {
    std::vector<checklists::ItemAnswer> answers;
};
FORECOURT_STRUCT(StartDuty, answers)

struct DutyStarted {
    Id<Duty> id;
    std::int64_t faults{};
};
FORECOURT_STRUCT(DutyStarted, id, faults)

struct LeaveDesk {
    FilledText reason;
};
FORECOURT_STRUCT(LeaveDesk, reason)

inline constexpr Refusal duty_started_already{"duty_started_already"};
inline constexpr Refusal duty_not_started{"duty_not_started"};
inline constexpr Refusal away_already{"away_already"};
inline constexpr Refusal not_away{"not_away"};
inline constexpr Refusal still_with_customer{"still_with_customer"};

enum class ConsultantState { off_duty, free, with_customer, away };
FORECOURT_ENUM(ConsultantState, off_duty, free, with_customer, away)

/// What the rotation knows of a consultant.
struct Consultant {
    Id<User> user_id;
    std::string name;
    ConsultantState state{};
    std::optional<Instant> free_since;
    std::optional<Instant> away_since;
    std::string away_reason;
    std::optional<Id<Visit>> visit_id;  // whom the consultant is with
    std::int64_t open_visits{};
    std::int64_t visits_today{};
    std::int64_t position{};  // in the rota of the day, 0 without one
};
FORECOURT_STRUCT(Consultant, user_id, name, state, free_since, away_since, away_reason, visit_id, open_visits,
                 visits_today, position)

}  // namespace forecourt::reception
