#include <modules/people/target/target_store.h>

#include <db/rows.h>
#include <db/send.h>
#include <modules/people/target/people_target.sql.h>

#include <algorithm>

namespace forecourt::people {
namespace {

namespace statements = sql::people_target;

}  // namespace

std::vector<access::PersonRow> consultants(db::Connection& db, Id<Store> store) {
    return access::users_with_role(db, store, Role::sales);
}

bool is_consultant(db::Connection& db, Id<Store> store, Id<User> user) {
    const auto all = consultants(db, store);
    return std::any_of(all.begin(), all.end(), [&](const auto& person) { return person.id == user; });
}

std::vector<TeamRow> teams_of(db::Connection& db, Id<Store> store) {
    return db::all<TeamRow>(db, statements::teams, {{"store_id", store}});
}

std::optional<TeamRow> load_team(db::Connection& db, Id<Store> store, Id<Team> id) {
    return db::first<TeamRow>(db, statements::find_team, {{"store_id", store}, {"id", id}});
}

std::vector<TeamMember> members_of(db::Connection& db, Id<Store> store) {
    return db::all<TeamMember>(db, statements::members, {{"store_id", store}});
}

std::optional<Id<Team>> team_of(const std::vector<TeamMember>& members, Id<User> user) {
    for (const auto& member : members) {
        if (member.user_id == user) return member.team_id;
    }
    return std::nullopt;
}

void insert_team(Tx& tx, const TeamRow& team) {
    db::send(tx.db(), statements::insert_team, db::Params::of(team, {{"store_id", tx.store_id()}}));
}

void update_team(Tx& tx, const TeamRow& team, std::optional<Instant> ended_at) {
    db::execute_one(tx.db(), statements::update_team,
                    db::Params::of(team, {{"store_id", tx.store_id()}, {"ended_at", ended_at}}));
}

void set_members(Tx& tx, Id<Team> team, const std::vector<Id<User>>& members) {
    db::send(tx.db(), statements::drop_members, {{"store_id", tx.store_id()}, {"team_id", team}});
    for (const auto& member : members) {
        db::send(tx.db(), statements::set_member,
                 {{"store_id", tx.store_id()}, {"user_id", member}, {"team_id", team}, {"since", tx.now()}});
    }
}

std::optional<TargetRow> find_target(db::Connection& db, Id<Store> store, const TargetKey& key) {
    return db::first<TargetRow>(db, statements::find_target, db::Params::of(key, {{"store_id", store}}));
}

std::vector<TargetRow> targets_of(db::Connection& db, Id<Store> store, Date month) {
    return db::all<TargetRow>(db, statements::targets_of_month,
                              {{"store_id", store}, {"month", month_of(month)}});
}

void store_target(Tx& tx, const TargetKey& key, const TargetSetting& setting) {
    const auto before = find_target(tx.db(), tx.store_id(), key);
    // What stays as it is, or is nothing and was nothing, is no change.
    if (before ? before->amount == setting.amount : setting.amount == 0 && setting.how != ShareHow::set)
        return;
    TargetRow row{.id = before ? before->id : tx.new_id<Target>(),
                  .month = key.month,
                  .scope = key.scope,
                  .scope_id = key.scope_id,
                  .model_id = key.model_id,
                  .measure = key.measure,
                  .amount = setting.amount,
                  .version = before ? before->version : 1};
    const auto params = db::Params::of(row, {{"store_id", tx.store_id()}});
    if (before) {
        db::execute_one(tx.db(), statements::update_target, params);
    } else {
        db::send(tx.db(), statements::insert_target, params);
    }
    const std::optional<std::int64_t> old_amount = before ? std::optional(before->amount) : std::nullopt;
    db::send(tx.db(), statements::insert_change,
             {{"id", tx.new_id<TargetChange>()},
              {"store_id", tx.store_id()},
              {"target_id", row.id},
              {"month", row.month},
              {"old_amount", old_amount},
              {"new_amount", row.amount},
              {"how", setting.how},
              {"reason", setting.reason},
              {"changed_by", tx.actor().name},
              {"changed_at", tx.now()}});
}

}  // namespace forecourt::people
