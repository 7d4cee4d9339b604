#pragma once
#include <modules/people/target/target.h>

#include <span>

namespace forecourt::people {

/// A whole shared by weights so that the parts sum to it exactly: each gets its share rounded down, and what
/// is left goes piece by piece to the largest remainders, of equal ones to the earlier. Weights of nothing
/// share nothing.
std::vector<std::int64_t> share_by_largest_remainder(std::int64_t whole,
                                                     std::span<const std::int64_t> weights);

/// The smallest piece a target of this measure is shared in: a hundred yuan of money, one of all else.
std::int64_t share_unit(Measure measure);

/// Shares a target among those who are there. `weights` are what they did in the last months. Refuses
/// nobody_to_share_to, no_history_to_share_by, part_not_expected, parts_do_not_sum, target_is_negative.
struct Sharing {
    Measure measure{};
    std::int64_t whole{};
    ShareHow how{};
    std::vector<std::int64_t> receivers;
    std::vector<std::int64_t> weights;
    std::vector<SharePart> by_hand;
};
Result<std::vector<SharePart>> decide_sharing(const Sharing& sharing);

/// Which targets may be shared to what: the store's to teams, people and models, a team's to people and
/// models, a person's to models.
bool may_share(TargetScope from, ShareTo to);

MaybeRefused check_target(const SetTarget& in);

/// How it goes on a day: reached, on its way (at this pace it is reached), close (90 % of it would be
/// reached) or behind.
enum class Pace { no_target, reached, on_track, close_behind, behind };
FORECOURT_ENUM(Pace, no_target, reached, on_track, close_behind, behind)

/// One figure with what it should be.
struct Cell {
    Measure measure{};
    std::int64_t actual{};
    std::optional<std::int64_t> target;
    std::int64_t forecast{};                                 // at the pace so far, rounded half up
    std::optional<std::int64_t> needed_per_day_thousandths;  // on each day left, to reach the target
    Pace pace{};
};
FORECOURT_STRUCT(Cell, measure, actual, target, forecast, needed_per_day_thousandths, pace)
Cell cell_of(Measure measure, std::int64_t actual, std::optional<std::int64_t> target, const MonthDays& days);

}  // namespace forecourt::people
