#pragma once
#include <services/standards/api.h>

#include <memory>

namespace forecourt::standards {

/// A version as it is stored; the body is JSON.
struct VersionRow {
    std::int64_t id{};
    std::string process;
    int number{};
    Instant valid_from;
    std::string body;
};
FORECOURT_STRUCT(VersionRow, id, process, number, valid_from, body)
Standard standard_of(const std::string& body);

struct VersionInForce {
    std::int64_t id{};
    int number{};
    Instant valid_from;
    std::shared_ptr<const Standard> standard;
};

/// The versions in force in a store now. Kept in memory; `forget_versions` when one is published, and by
/// itself after some seconds, because another copy of the program may have published one.
std::shared_ptr<const std::vector<VersionInForce>> versions_in_force(db::Connection& db, Id<Store> store,
                                                                     Instant now);
void forget_versions();
/// The events, and the store's checklists, that milestones may name.
Vocabulary vocabulary_of(Context& context);
/// Every refusal a standard's mistakes can give, for the actions that say them.
std::vector<Refusal> mistakes();
/// The first mistake of a standard as a refusal that names its milestone.
MaybeRefused may_hold(Context& context, const Standard& standard);
/// A version by its id; versions never change.
std::shared_ptr<const Standard> version_by_id(db::Connection& db, Id<Store> store, std::int64_t id);

/// Finds what became late, marks it, and tells the people whose step it is. A timed job.
void watch_the_clock(Tx& tx);

struct CaseRow {
    std::int64_t id{};
    std::string process;
    std::int64_t version_id{};
    std::string object_type;
    std::int64_t object_id{};
    std::string title;  // what people know it by: number and name as the first event said them
    Instant started_at;
    std::optional<Instant> ended_at;
};
FORECOURT_STRUCT(CaseRow, id, process, version_id, object_type, object_id, title, started_at, ended_at)

}  // namespace forecourt::standards
