#pragma once
#include <modules/people/evaluation/evaluation.h>

namespace forecourt::people {

/// What everybody of the team did in a month, and should do.
struct TeamFigures {
    Date month;
    std::vector<access::PersonRow> people;  // the consultants, in the order they joined
    std::vector<PersonSum> sums;            // also of people who are no consultants (any more)
    std::vector<TargetRow> targets;

    Sums sums_of(Id<User> user) const;
    std::optional<std::int64_t> target_of(TargetScope scope, std::int64_t scope_id, Measure measure,
                                          std::int64_t model_id = 0) const;
    std::vector<PersonFigures> figures() const;  // of the consultants
};
TeamFigures load_team_figures(db::Connection& db, Id<Store> store, Date month);

/// The evaluation of a month: what was frozen when it is closed, else as it stands. Empty without a formula.
struct MonthEvaluation {
    bool closed{};
    std::optional<BookRow> formula;
    std::vector<Evaluation> people;

    const Evaluation* of(Id<User> user) const;
};
MonthEvaluation evaluation_of(db::Connection& db, Id<Store> store, const TeamFigures& figures);

/// Writes what a month's evaluation is for good.
void freeze_evaluation(Tx& tx, Date month, const std::vector<Evaluation>& people);

struct ClosedMonth {
    Date month;
    Id<RuleBook> formula_id;
    Id<RuleBook> rules_id;
    std::string closed_by;
    Instant closed_at;
};
FORECOURT_STRUCT(ClosedMonth, month, formula_id, rules_id, closed_by, closed_at)
std::optional<ClosedMonth> closed_month(db::Connection& db, Id<Store> store, Date month);
void insert_closed_month(Tx& tx, const ClosedMonth& month);

}  // namespace forecourt::people
