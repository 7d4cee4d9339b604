#pragma once
#include <modules/people/target/target.h>

namespace forecourt::people {

extern const Action<SetTeam, TeamSet> set_team;
extern const Action<EndTeam, Nothing> end_team;
extern const Action<SetTarget, Nothing> set_target;
extern const Action<ShareTarget, TargetShared> share_target;

/// The target that a part of a sharing becomes.
TargetKey part_key(const ShareTarget& in, std::int64_t id);
/// What sharing would make of a target, without doing it: for the editor.
Result<std::vector<SharePart>> shared_parts(const Context& context, const ShareTarget& in);
/// What those who would share it did in the three months before, in their order.
struct Receivers {
    std::vector<std::int64_t> ids;
    std::vector<std::int64_t> weights;
};
Receivers receivers_of(const Context& context, const ShareTarget& in);

}  // namespace forecourt::people
