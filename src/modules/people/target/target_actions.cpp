#include <modules/people/target/target_actions.h>

#include <modules/people/activity/activity_store.h>
#include <modules/people/evaluation/evaluation_store.h>
#include <modules/people/target/target_rules.h>
#include <modules/people/target/target_store.h>

#include <algorithm>

namespace forecourt::people {
namespace {

struct TeamEvent {
    std::string name;
    std::int64_t members{};
};
FORECOURT_STRUCT(TeamEvent, name, members)

struct TeamEndedEvent {
    std::string name;
    std::string reason;
};
FORECOURT_STRUCT(TeamEndedEvent, name, reason)

struct TargetEvent {
    Date month;
    TargetScope scope{};
    std::string name;  // of the team or person
    Measure measure{};
    std::string amount;
    std::string reason;
};
FORECOURT_STRUCT(TargetEvent, month, scope, name, measure, amount, reason)

struct SharedEvent {
    Date month;
    TargetScope scope{};
    std::string name;
    Measure measure{};
    ShareTo to{};
    std::int64_t parts{};
    std::string reason;
};
FORECOURT_STRUCT(SharedEvent, month, scope, name, measure, to, parts, reason)

bool name_is_taken(Tx& tx, const SetTeam& in) {
    const auto teams = teams_of(tx.db(), tx.store_id());
    return std::any_of(teams.begin(), teams.end(), [&](const TeamRow& team) {
        return team.name == in.name.text && (!in.team_id || team.id != *in.team_id);
    });
}

Result<TeamSet> run_set_team(Tx& tx, const SetTeam& in) {
    for (const auto& member : in.members) {
        if (!is_consultant(tx.db(), tx.store_id(), member)) return not_on_the_team;
    }
    if (in.leader_id && std::find(in.members.begin(), in.members.end(), *in.leader_id) == in.members.end()) {
        return not_on_the_team;
    }
    if (name_is_taken(tx, in)) return team_name_taken;
    TeamRow team{
        .id = {}, .name = in.name.text, .leader_id = in.leader_id, .version = in.version.value_or(0)};
    if (in.team_id) {
        if (!load_team(tx.db(), tx.store_id(), *in.team_id)) return team_not_found;
        team.id = *in.team_id;
        update_team(tx, team, {});
    } else {
        team.id = tx.new_id<Team>();
        insert_team(tx, team);
    }
    set_members(tx, team.id, in.members);
    tx.emit("people.team_set", {{"team", team.id}},
            TeamEvent{team.name, static_cast<std::int64_t>(in.members.size())});
    return TeamSet{team.id};
}

Result<Nothing> run_end_team(Tx& tx, const EndTeam& in) {
    auto team = load_team(tx.db(), tx.store_id(), in.team_id);
    if (!team) return team_not_found;
    team->version = in.version;
    update_team(tx, *team, tx.now());
    set_members(tx, team->id, {});
    tx.emit("people.team_ended", {{"team", team->id}}, TeamEndedEvent{team->name, in.reason.text});
    return Nothing{};
}

std::string name_of_scope(const Context& context, TargetScope scope, std::int64_t id) {
    if (scope == TargetScope::person) return access::user_name(context.db(), context.store_id(), {id});
    if (scope == TargetScope::team) {
        if (const auto team = load_team(context.db(), context.store_id(), {id})) return team->name;
    }
    return {};
}

template <class In>
std::int64_t scope_id_of(const In& in) {
    if (in.scope == TargetScope::team) return in.team_id ? in.team_id->value : 0;
    if (in.scope == TargetScope::person) return in.user_id ? in.user_id->value : 0;
    return 0;
}

template <class In>
MaybeRefused check_whom(const Context& context, const In& in) {
    if (in.scope == TargetScope::team && !load_team(context.db(), context.store_id(), *in.team_id)) {
        return team_not_found;
    }
    if (in.scope == TargetScope::person && !is_consultant(context.db(), context.store_id(), *in.user_id)) {
        return not_on_the_team;
    }
    return std::nullopt;
}

ObjectRef object_of(TargetScope scope, std::int64_t id) {
    return {scope == TargetScope::person ? "user" : "team", scope == TargetScope::store ? 0 : id};
}

Result<Nothing> run_set_target(Tx& tx, const SetTarget& in) {
    if (auto no = check_target(in)) return *no;
    if (auto no = check_whom(tx, in)) return *no;
    if (in.model_id && !vehicles::find_model(tx.db(), tx.store_id(), *in.model_id)) {
        return vehicles::model_not_found;
    }
    if (closed_month(tx.db(), tx.store_id(), in.month)) return month_is_closed;
    const TargetKey key{.month = month_of(in.month),
                        .scope = in.scope,
                        .scope_id = scope_id_of(in),
                        .model_id = in.model_id ? in.model_id->value : 0,
                        .measure = in.measure};
    store_target(tx, key, {.amount = in.amount, .how = ShareHow::set, .reason = in.reason.text});
    tx.emit("people.target_set", {object_of(key.scope, key.scope_id), {"model", key.model_id}},
            TargetEvent{key.month, key.scope, name_of_scope(tx, key.scope, key.scope_id), key.measure,
                        is_money(key.measure) ? to_text(Money{in.amount}) : std::to_string(in.amount),
                        in.reason.text});
    return Nothing{};
}

Result<TargetShared> run_share_target(Tx& tx, const ShareTarget& in) {
    auto parts = shared_parts(tx, in);
    if (!parts) return parts.refused();
    for (const auto& part : *parts) {
        store_target(tx, part_key(in, part.id),
                     {.amount = part.amount, .how = in.how, .reason = in.reason.text});
    }
    const auto scope_id = scope_id_of(in);
    tx.emit("people.target_shared", {object_of(in.scope, scope_id)},
            SharedEvent{month_of(in.month), in.scope, name_of_scope(tx, in.scope, scope_id), in.measure,
                        in.to, static_cast<std::int64_t>(parts->size()), in.reason.text});
    return TargetShared{*parts};
}

// Whom the figures of a row of the last months belong to, among those who share.
std::int64_t receiver_of(const ShareTarget& in, const PersonSum& row,
                         const std::vector<TeamMember>& members) {
    const auto member = std::find_if(members.begin(), members.end(),
                                     [&](const TeamMember& one) { return one.user_id == row.user_id; });
    const std::int64_t team = member == members.end() ? 0 : member->team_id.value;
    switch (in.to) {
        case ShareTo::teams:
            return team;
        case ShareTo::people:
            return row.user_id.value;
        case ShareTo::models:
            if (in.scope == TargetScope::person && row.user_id != *in.user_id) return 0;
            if (in.scope == TargetScope::team && team != in.team_id->value) return 0;
            return row.model_id;
    }
    return 0;
}

}  // namespace

TargetKey part_key(const ShareTarget& in, std::int64_t id) {
    TargetKey key{.month = month_of(in.month),
                  .scope = in.scope,
                  .scope_id = scope_id_of(in),
                  .model_id = 0,
                  .measure = in.measure};
    switch (in.to) {
        case ShareTo::teams:
            key.scope = TargetScope::team;
            key.scope_id = id;
            break;
        case ShareTo::people:
            key.scope = TargetScope::person;
            key.scope_id = id;
            break;
        case ShareTo::models:
            key.model_id = id;
            break;
    }
    return key;
}

Receivers receivers_of(const Context& context, const ShareTarget& in) {
    auto& db = context.db();
    const auto store = context.store_id();
    const auto members = members_of(db, store);
    Receivers receivers;
    switch (in.to) {
        case ShareTo::teams:
            for (const auto& team : teams_of(db, store)) receivers.ids.push_back(team.id.value);
            break;
        case ShareTo::people:
            for (const auto& person : consultants(db, store)) {
                const bool on_team = std::any_of(members.begin(), members.end(), [&](const TeamMember& one) {
                    return one.user_id == person.id && in.team_id && one.team_id == *in.team_id;
                });
                if (in.scope == TargetScope::store || on_team) receivers.ids.push_back(person.id.value);
            }
            break;
        case ShareTo::models:
            for (const auto& model : vehicles::models_on_offer(db, store))
                receivers.ids.push_back(model.id.value);
            break;
    }
    receivers.weights.assign(receivers.ids.size(), 0);
    const Date month = month_of(in.month);
    for (const auto& row : person_sums(db, store, {add_months(month, -3), month})) {
        if (row.measure != in.measure) continue;
        const auto whose = receiver_of(in, row, members);
        const auto at = std::find(receivers.ids.begin(), receivers.ids.end(), whose);
        if (at != receivers.ids.end()) {
            receivers.weights[static_cast<std::size_t>(at - receivers.ids.begin())] += row.amount;
        }
    }
    return receivers;
}

Result<std::vector<SharePart>> shared_parts(const Context& context, const ShareTarget& in) {
    const SetTarget whole_of{.month = in.month,
                             .scope = in.scope,
                             .team_id = in.team_id,
                             .user_id = in.user_id,
                             .model_id = {},
                             .measure = in.measure,
                             .amount = 0,
                             .reason = in.reason};
    if (auto no = check_target(whole_of)) return *no;
    if (!may_share(in.scope, in.to) || in.how == ShareHow::set) return share_not_possible;
    if (auto no = check_whom(context, in)) return *no;
    if (closed_month(context.db(), context.store_id(), in.month)) return month_is_closed;
    const auto whole = find_target(context.db(), context.store_id(),
                                   {.month = month_of(in.month),
                                    .scope = in.scope,
                                    .scope_id = scope_id_of(in),
                                    .model_id = 0,
                                    .measure = in.measure});
    if (!whole) return target_not_set;
    auto receivers = receivers_of(context, in);
    return decide_sharing({.measure = in.measure,
                           .whole = whole->amount,
                           .how = in.how,
                           .receivers = std::move(receivers.ids),
                           .weights = std::move(receivers.weights),
                           .by_hand = in.parts});
}

const Action<SetTeam, TeamSet> set_team{{.name = "people.set_team",
                                         .needs = target_write,
                                         .refuses = {team_not_found, team_name_taken, not_on_the_team},
                                         .run = run_set_team}};

const Action<EndTeam, Nothing> end_team{
    {.name = "people.end_team", .needs = target_write, .refuses = {team_not_found}, .run = run_end_team}};

const Action<SetTarget, Nothing> set_target{
    {.name = "people.set_target",
     .needs = target_write,
     .refuses = {target_of_nobody, measure_has_no_target, target_is_negative, team_not_found, not_on_the_team,
                 vehicles::model_not_found, month_is_closed},
     .run = run_set_target}};

const Action<ShareTarget, TargetShared> share_target{
    {.name = "people.share_target",
     .needs = target_write,
     .refuses = {target_of_nobody, measure_has_no_target, target_is_negative, share_not_possible,
                 team_not_found, not_on_the_team, month_is_closed, target_not_set, nobody_to_share_to,
                 no_history_to_share_by, part_not_expected, parts_do_not_sum},
     .run = run_share_target}};

}  // namespace forecourt::people
