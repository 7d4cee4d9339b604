#pragma once
#include <modules/people/target/target_rules.h>

namespace forecourt::people {

struct TargetPerson {
    Id<User> user_id;
    std::string name;
    std::optional<Id<Team>> team_id;
};
FORECOURT_STRUCT(TargetPerson, user_id, name, team_id)

/// A target with what those below it were given, where it was shared out.
struct PlannedTarget {
    TargetScope scope{};
    std::int64_t scope_id{};
    std::int64_t model_id{};
    Measure measure{};
    std::int64_t amount{};
    std::optional<std::int64_t> sum_of_teams;
    std::optional<std::int64_t> sum_of_people;
    std::optional<std::int64_t> sum_of_models;
};
FORECOURT_STRUCT(PlannedTarget, scope, scope_id, model_id, measure, amount, sum_of_teams, sum_of_people,
                 sum_of_models)

struct TargetChangeRow {
    Id<TargetChange> id;
    TargetScope scope{};
    std::int64_t scope_id{};
    std::int64_t model_id{};
    Measure measure{};
    std::optional<std::int64_t> old_amount;
    std::int64_t new_amount{};
    ShareHow how{};
    std::string reason;
    std::string changed_by;
    Instant changed_at;
};
FORECOURT_STRUCT(TargetChangeRow, id, scope, scope_id, model_id, measure, old_amount, new_amount, how, reason,
                 changed_by, changed_at)

struct TargetModel {
    Id<vehicles::Model> model_id;
    std::string model_name;
};
FORECOURT_STRUCT(TargetModel, model_id, model_name)

/// The targets of a month, with everything their editor needs.
struct TargetPlan {
    Date month;
    bool closed{};
    MonthDays days;
    std::vector<Measure> measures;
    std::vector<TeamRow> teams;
    std::vector<TargetPerson> people;
    std::vector<TargetModel> models;
    std::vector<PlannedTarget> targets;
    std::vector<PersonCount> last_month;  // what the store did in the month before
    std::vector<TargetChangeRow> changes;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(TargetPlan, month, closed, days, measures, teams, people, models, targets, last_month,
                 changes, allowed_actions)

struct SharePreviewIn {
    Date month;
    TargetScope scope{};
    std::optional<Id<Team>> team_id;
    std::optional<Id<User>> user_id;
    Measure measure{};
    ShareTo to{};
    ShareHow how{};
};
FORECOURT_STRUCT(SharePreviewIn, month, scope, team_id, user_id, measure, to, how)

struct PreviewPart {
    std::int64_t id{};
    std::string name;
    std::int64_t last_months{};           // what they did in the three months before
    std::int64_t amount{};                // as it would be shared
    std::optional<std::int64_t> present;  // the target there is
};
FORECOURT_STRUCT(PreviewPart, id, name, last_months, amount, present)

struct SharePreview {
    std::int64_t whole{};
    std::vector<PreviewPart> parts;
};
FORECOURT_STRUCT(SharePreview, whole, parts)

extern const View<MonthIn, TargetPlan> target_plan;
extern const View<SharePreviewIn, SharePreview> share_preview;

}  // namespace forecourt::people
