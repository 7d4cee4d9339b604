#pragma once
#include <modules/people/book/book_rules.h>
#include <modules/people/target/target_rules.h>

#include <map>

namespace forecourt::people {

using Sums = std::map<Measure, std::int64_t>;

/// One line of somebody's evaluation, as it is shown and, in a closed month, stored.
struct ScoredLine {
    Figure figure{};
    std::int64_t weight{};
    std::int64_t cap_percent{};
    TargetSource source{};
    std::optional<std::int64_t> target;       // nothing: there is none
    std::optional<std::int64_t> actual;       // nothing: there is nothing to measure
    std::int64_t achievement_basis_points{};  // capped
    std::int64_t points_hundredths{};
};
FORECOURT_STRUCT(ScoredLine, figure, weight, cap_percent, source, target, actual, achievement_basis_points,
                 points_hundredths)

struct Evaluation {
    Id<User> user_id;
    std::vector<ScoredLine> lines;
    std::optional<std::int64_t> score_hundredths;
    std::optional<std::int64_t> rank;
};
FORECOURT_STRUCT(Evaluation, user_id, lines, score_hundredths, rank)

/// What the figure is, made of what was counted; nothing when there is nothing to measure (no answer, no
/// contact). Averages and shares are rounded half up.
std::optional<std::int64_t> figure_of(Figure figure, const Sums& sums);

/// How much of the target was reached, in basis points, capped. Where less is better, a figure within the
/// target counts fully and one beyond it by target over actual.
std::int64_t achievement_of(Figure figure, std::int64_t actual, std::int64_t target,
                            std::int64_t cap_percent);

/// What the formula needs to know of one person.
struct PersonFigures {
    Id<User> user_id;
    Sums sums;
    Sums targets;  // by measure, of all models
};

/// Evaluates a team. A line without target or without anything to measure is left out, and the score is taken
/// over the weights of the others. The best score has rank 1; equal scores share a rank.
std::vector<Evaluation> evaluate(std::span<const FormulaLine> formula,
                                 const std::vector<PersonFigures>& team);

}  // namespace forecourt::people
