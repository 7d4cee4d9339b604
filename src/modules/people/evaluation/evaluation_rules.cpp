#include <modules/people/evaluation/evaluation.h>

#include <algorithm>

namespace forecourt::people {
namespace {

constexpr std::int64_t whole_basis_points = 10'000;

std::int64_t sum_of(const Sums& sums, Measure measure) {
    const auto found = sums.find(measure);
    return found == sums.end() ? 0 : found->second;
}

std::optional<std::int64_t> rate(std::int64_t part, std::int64_t of, std::int64_t times) {
    if (of <= 0) return std::nullopt;
    return scale_half_up(part, times, of);
}

// The average of those who have a figure.
std::optional<std::int64_t> team_average(Figure figure, const std::vector<PersonFigures>& team) {
    std::int64_t sum = 0, people = 0;
    for (const auto& person : team) {
        if (const auto actual = figure_of(figure, person.sums)) {
            sum += *actual;
            ++people;
        }
    }
    return rate(sum, people, 1);
}

std::optional<std::int64_t> target_for(const FormulaLine& line, const PersonFigures& person,
                                       const std::vector<PersonFigures>& team) {
    switch (line.source) {
        case TargetSource::own_target: {
            const auto found = person.targets.find(*measure_of(line.figure));
            if (found == person.targets.end()) return std::nullopt;
            return found->second;
        }
        case TargetSource::fixed:
            return line.fixed_target;
        case TargetSource::team_average:
            return team_average(line.figure, team);
    }
    return std::nullopt;
}

ScoredLine scored(const FormulaLine& line, const PersonFigures& person,
                  const std::vector<PersonFigures>& team) {
    ScoredLine scored{.figure = line.figure,
                      .weight = line.weight,
                      .cap_percent = line.cap_percent,
                      .source = line.source,
                      .target = target_for(line, person, team),
                      .actual = figure_of(line.figure, person.sums)};
    // Nobody can reach a part of nothing; of less, nothing may be the target.
    if (scored.target == 0 && !less_is_better(line.figure)) scored.target.reset();
    if (!scored.target || !scored.actual) return scored;
    scored.achievement_basis_points =
        achievement_of(line.figure, *scored.actual, *scored.target, line.cap_percent);
    scored.points_hundredths =
        scale_half_up(line.weight * 100, scored.achievement_basis_points, whole_basis_points);
    return scored;
}

void rank(std::vector<Evaluation>& team) {
    for (auto& one : team) {
        if (!one.score_hundredths) continue;
        one.rank = 1 + std::count_if(team.begin(), team.end(), [&](const Evaluation& other) {
                       return other.score_hundredths && *other.score_hundredths > *one.score_hundredths;
                   });
    }
}

}  // namespace

std::optional<std::int64_t> figure_of(Figure figure, const Sums& sums) {
    switch (figure) {
        case Figure::order_rate:
            return rate(sum_of(sums, Measure::orders), sum_of(sums, Measure::leads_opened),
                        whole_basis_points);
        case Figure::test_drive_rate:
            return rate(sum_of(sums, Measure::test_drives), sum_of(sums, Measure::leads_opened),
                        whole_basis_points);
        case Figure::satisfaction:
            return rate(sum_of(sums, Measure::satisfaction_points),
                        sum_of(sums, Measure::satisfaction_answers), 100);
        case Figure::late_contact_share:
            return rate(sum_of(sums, Measure::contacts_late), sum_of(sums, Measure::contacts_made),
                        whole_basis_points);
        case Figure::lost_lead_share:
            return rate(sum_of(sums, Measure::leads_lost), sum_of(sums, Measure::leads_opened),
                        whole_basis_points);
        case Figure::leads_opened:
        case Figure::contacts_made:
        case Figure::needs_asked:
        case Figure::test_drives:
        case Figure::quotes:
        case Figure::orders:
        case Figure::cars_delivered:
        case Figure::revenue:
        case Figure::accessories:
        case Figure::insurance:
        case Figure::insurance_commission:
        case Figure::services:
        case Figure::loans:
        case Figure::visitors_greeted:
        case Figure::complaints:
            break;
    }
    return sum_of(sums, *measure_of(figure));
}

std::int64_t achievement_of(Figure figure, std::int64_t actual, std::int64_t target,
                            std::int64_t cap_percent) {
    if (less_is_better(figure)) {
        return actual <= target ? whole_basis_points : scale_half_up(target, whole_basis_points, actual);
    }
    const auto reached = scale_half_up(std::max<std::int64_t>(actual, 0), whole_basis_points, target);
    return std::min(reached, cap_percent * 100);
}

std::vector<Evaluation> evaluate(std::span<const FormulaLine> formula,
                                 const std::vector<PersonFigures>& team) {
    std::vector<Evaluation> evaluations;
    for (const auto& person : team) {
        Evaluation evaluation{.user_id = person.user_id, .lines = {}, .score_hundredths = {}, .rank = {}};
        std::int64_t points = 0, weights = 0;
        for (const auto& line : formula) {
            evaluation.lines.push_back(scored(line, person, team));
            const auto& result = evaluation.lines.back();
            if (!result.target || !result.actual) continue;
            points += result.points_hundredths;
            weights += line.weight;
        }
        evaluation.score_hundredths = rate(points, weights, 100);
        evaluations.push_back(std::move(evaluation));
    }
    rank(evaluations);
    return evaluations;
}

}  // namespace forecourt::people
