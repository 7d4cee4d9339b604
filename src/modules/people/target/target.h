#pragma once
#include <action/view.h>
#include <modules/people/calendar/calendar.h>
#include <services/access/api.h>

namespace forecourt::people {

struct Team;
struct Target;
struct TargetChange;

enum class TargetScope { store, team, person };
FORECOURT_ENUM(TargetScope, store, team, person)

enum class ShareHow { set, equal, by_last_months, by_hand };
FORECOURT_ENUM(ShareHow, set, equal, by_last_months, by_hand)

enum class ShareTo { teams, people, models };
FORECOURT_ENUM(ShareTo, teams, people, models)

/// Of whom or of what a target is. 0 stands for the whole store and for all models.
struct TargetKey {
    Date month;
    TargetScope scope{};
    std::int64_t scope_id{};
    std::int64_t model_id{};
    Measure measure{};
};
FORECOURT_STRUCT(TargetKey, month, scope, scope_id, model_id, measure)

struct TargetRow {
    Id<Target> id;
    Date month;
    TargetScope scope{};
    std::int64_t scope_id{};
    std::int64_t model_id{};
    Measure measure{};
    std::int64_t amount{};
    std::int64_t version{};
};
FORECOURT_STRUCT(TargetRow, id, month, scope, scope_id, model_id, measure, amount, version)

struct TeamRow {
    Id<Team> id;
    std::string name;
    std::optional<Id<User>> leader_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(TeamRow, id, name, leader_id, version)

struct TeamMember {
    Id<User> user_id;
    Id<Team> team_id;
};
FORECOURT_STRUCT(TeamMember, user_id, team_id)

/// A new team without its id. Members leave the team they were in.
struct SetTeam {
    std::optional<Id<Team>> team_id;
    FilledText name;
    std::optional<Id<User>> leader_id;
    std::vector<Id<User>> members;
    std::optional<std::int64_t> version;
};
FORECOURT_STRUCT(SetTeam, team_id, name, leader_id, members, version)

struct TeamSet {
    Id<Team> team_id;
};
FORECOURT_STRUCT(TeamSet, team_id)

struct EndTeam {
    Id<Team> team_id;
    FilledText reason;
    std::int64_t version{};
};
FORECOURT_STRUCT(EndTeam, team_id, reason, version)

struct SetTarget {
    Date month;
    TargetScope scope{};
    std::optional<Id<Team>> team_id;
    std::optional<Id<User>> user_id;
    std::optional<Id<vehicles::Model>> model_id;
    Measure measure{};
    std::int64_t amount{};
    FilledText reason;
};
FORECOURT_STRUCT(SetTarget, month, scope, team_id, user_id, model_id, measure, amount, reason)

struct SharePart {
    std::int64_t id{};  // of a team, a person or a model
    std::int64_t amount{};
};
FORECOURT_STRUCT(SharePart, id, amount)

/// Shares a target out. Parts are given only when it is shared by hand; else they are computed.
struct ShareTarget {
    Date month;
    TargetScope scope{};
    std::optional<Id<Team>> team_id;
    std::optional<Id<User>> user_id;
    Measure measure{};
    ShareTo to{};
    ShareHow how{};
    std::vector<SharePart> parts;
    FilledText reason;
};
FORECOURT_STRUCT(ShareTarget, month, scope, team_id, user_id, measure, to, how, parts, reason)

struct TargetShared {
    std::vector<SharePart> parts;
};
FORECOURT_STRUCT(TargetShared, parts)

inline constexpr Refusal month_is_closed{"month_is_closed"};
inline constexpr Refusal measure_has_no_target{"measure_has_no_target", RefusalKind::unprocessable};
inline constexpr Refusal target_is_negative{"target_is_negative", RefusalKind::unprocessable};
inline constexpr Refusal target_of_nobody{"target_of_nobody", RefusalKind::unprocessable};
inline constexpr Refusal target_not_set{"target_not_set"};
inline constexpr Refusal parts_do_not_sum{"parts_do_not_sum"};
inline constexpr Refusal part_not_expected{"part_not_expected", RefusalKind::unprocessable};
inline constexpr Refusal share_not_possible{"share_not_possible", RefusalKind::unprocessable};
inline constexpr Refusal nobody_to_share_to{"nobody_to_share_to"};
inline constexpr Refusal no_history_to_share_by{"no_history_to_share_by"};
inline constexpr Refusal not_on_the_team{"not_on_the_team", RefusalKind::unprocessable};
inline constexpr Refusal team_not_found{"team_not_found", RefusalKind::not_found};
inline constexpr Refusal team_name_taken{"team_name_taken"};

}  // namespace forecourt::people
