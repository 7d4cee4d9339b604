#include <modules/people/target/target_views.h>

#include <db/rows.h>
#include <modules/people/activity/activity_store.h>
#include <modules/people/evaluation/evaluation_store.h>
#include <modules/people/target/people_target.sql.h>
#include <modules/people/target/target_actions.h>
#include <modules/people/target/target_store.h>

#include <algorithm>

namespace forecourt::people {
namespace {

// The sum of those targets a test says yes to; nothing when there is none.
template <class Test>
std::optional<std::int64_t> sum_if(const std::vector<TargetRow>& targets, Test test) {
    std::optional<std::int64_t> sum;
    for (const auto& target : targets) {
        if (test(target)) sum = sum.value_or(0) + target.amount;
    }
    return sum;
}

PlannedTarget planned(const TargetRow& row, const std::vector<TargetRow>& targets,
                      const std::vector<TeamMember>& members) {
    PlannedTarget shown{.scope = row.scope,
                        .scope_id = row.scope_id,
                        .model_id = row.model_id,
                        .measure = row.measure,
                        .amount = row.amount,
                        .sum_of_teams = {},
                        .sum_of_people = {},
                        .sum_of_models = {}};
    if (row.model_id != 0) return shown;
    const auto same = [&](const TargetRow& other) { return other.measure == row.measure; };
    shown.sum_of_models = sum_if(targets, [&](const TargetRow& other) {
        return same(other) && other.scope == row.scope && other.scope_id == row.scope_id &&
               other.model_id != 0;
    });
    if (row.scope == TargetScope::store) {
        shown.sum_of_teams = sum_if(targets, [&](const TargetRow& other) {
            return same(other) && other.scope == TargetScope::team && other.model_id == 0;
        });
    }
    if (row.scope == TargetScope::person) return shown;
    shown.sum_of_people = sum_if(targets, [&](const TargetRow& other) {
        if (!same(other) || other.scope != TargetScope::person || other.model_id != 0) return false;
        return row.scope == TargetScope::store ||
               team_of(members, {other.scope_id}) == Id<Team>{row.scope_id};
    });
    return shown;
}

Result<TargetPlan> run_target_plan(Context& context, const MonthIn& in) {
    auto& db = context.db();
    const auto store = context.store_id();
    const auto today = local_date(context.now());
    TargetPlan plan;
    plan.month = month_of(in.month.value_or(today));
    plan.closed = closed_month(db, store, plan.month).has_value();
    plan.days = days_of(db, store, plan.month, today);
    plan.measures = target_measures();
    plan.teams = teams_of(db, store);
    const auto members = members_of(db, store);
    for (const auto& person : consultants(db, store)) {
        plan.people.push_back({person.id, person.name, team_of(members, person.id)});
    }
    for (const auto& model : vehicles::models_on_offer(db, store))
        plan.models.push_back({model.id, model.name});
    const auto targets = targets_of(db, store, plan.month);
    for (const auto& target : targets) plan.targets.push_back(planned(target, targets, members));
    Sums last;
    for (const auto& row : person_sums(db, store, {add_months(plan.month, -1), plan.month})) {
        last[row.measure] += row.amount;
    }
    for (const auto& [measure, amount] : last) plan.last_month.push_back({measure, amount});
    plan.changes = db::all<TargetChangeRow>(db, sql::people_target::changes_of_month,
                                            {{"store_id", store}, {"month", plan.month}});
    const auto refused = plan.closed ? MaybeRefused(month_is_closed) : std::nullopt;
    allow(plan.allowed_actions, context, set_target, refused);
    allow(plan.allowed_actions, context, share_target, refused);
    allow(plan.allowed_actions, context, set_team, std::nullopt);
    return plan;
}

std::string name_of_part(Context& context, ShareTo to, std::int64_t id) {
    auto& db = context.db();
    switch (to) {
        case ShareTo::teams: {
            const auto team = load_team(db, context.store_id(), {id});
            return team ? team->name : std::string();
        }
        case ShareTo::people:
            return access::user_name(db, context.store_id(), {id});
        case ShareTo::models: {
            const auto model = vehicles::find_model(db, context.store_id(), {id});
            return model ? model->name : std::string();
        }
    }
    return {};
}

Result<SharePreview> run_share_preview(Context& context, const SharePreviewIn& in) {
    const ShareTarget asked{.month = in.month,
                            .scope = in.scope,
                            .team_id = in.team_id,
                            .user_id = in.user_id,
                            .measure = in.measure,
                            .to = in.to,
                            .how = in.how,
                            .parts = {},
                            .reason = {}};
    const auto parts = shared_parts(context, asked);
    if (!parts) return parts.refused();
    const auto receivers = receivers_of(context, asked);
    const auto targets = targets_of(context.db(), context.store_id(), in.month);
    SharePreview preview;
    for (std::size_t i = 0; i < parts->size(); ++i) {
        const auto& part = (*parts)[i];
        const auto key = part_key(asked, part.id);
        preview.whole += part.amount;
        preview.parts.push_back({.id = part.id,
                                 .name = name_of_part(context, in.to, part.id),
                                 .last_months = receivers.weights[i],
                                 .amount = part.amount,
                                 .present = sum_if(targets, [&](const TargetRow& target) {
                                     return target.scope == key.scope && target.scope_id == key.scope_id &&
                                            target.model_id == key.model_id && target.measure == key.measure;
                                 })});
    }
    return preview;
}

}  // namespace

const View<MonthIn, TargetPlan> target_plan{
    {.name = "people.target_plan", .needs = team_read, .refuses = {}, .run = run_target_plan}};

const View<SharePreviewIn, SharePreview> share_preview{
    {.name = "people.share_preview",
     .needs = target_write,
     .refuses = {target_of_nobody, measure_has_no_target, share_not_possible, team_not_found, not_on_the_team,
                 month_is_closed, target_not_set, nobody_to_share_to, no_history_to_share_by,
                 part_not_expected, parts_do_not_sum},
     .run = run_share_preview}};

}  // namespace forecourt::people
