#pragma once
#include <modules/people/target/target.h>

namespace forecourt::people {

/// The store's sales consultants.
std::vector<access::PersonRow> consultants(db::Connection& db, Id<Store> store);
bool is_consultant(db::Connection& db, Id<Store> store, Id<User> user);

std::vector<TeamRow> teams_of(db::Connection& db, Id<Store> store);
std::optional<TeamRow> load_team(db::Connection& db, Id<Store> store, Id<Team> id);
std::vector<TeamMember> members_of(db::Connection& db, Id<Store> store);
std::optional<Id<Team>> team_of(const std::vector<TeamMember>& members, Id<User> user);
void insert_team(Tx& tx, const TeamRow& team);
void update_team(Tx& tx, const TeamRow& team, std::optional<Instant> ended_at);
/// Nobody is in this team any more but those.
void set_members(Tx& tx, Id<Team> team, const std::vector<Id<User>>& members);

std::optional<TargetRow> find_target(db::Connection& db, Id<Store> store, const TargetKey& key);
std::vector<TargetRow> targets_of(db::Connection& db, Id<Store> store, Date month);

/// Sets the target and writes down the change; setting what is set already leaves nothing.
struct TargetSetting {
    std::int64_t amount{};
    ShareHow how{};
    std::string reason;
};
void store_target(Tx& tx, const TargetKey& key, const TargetSetting& setting);

}  // namespace forecourt::people
