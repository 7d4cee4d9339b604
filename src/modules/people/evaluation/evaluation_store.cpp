#include <modules/people/evaluation/evaluation_store.h>

#include <db/rows.h>
#include <db/send.h>
#include <modules/people/activity/activity_store.h>
#include <modules/people/book/book_store.h>
#include <modules/people/evaluation/people_evaluation.sql.h>
#include <modules/people/target/target_store.h>

#include <algorithm>

namespace forecourt::people {
namespace {

namespace statements = sql::people_evaluation;

/// A stored line with whose it is.
struct ResultRow {
    Id<User> user_id;
    Figure figure{};
    std::int64_t weight{};
    std::int64_t cap_percent{};
    TargetSource source{};
    std::optional<std::int64_t> target;
    std::optional<std::int64_t> actual;
    std::int64_t achievement_basis_points{};
    std::int64_t points_hundredths{};
};
FORECOURT_STRUCT(ResultRow, user_id, figure, weight, cap_percent, source, target, actual,
                 achievement_basis_points, points_hundredths)

struct ScoreRow {
    Id<User> user_id;
    std::optional<std::int64_t> score_hundredths;
    std::optional<std::int64_t> rank;
};
FORECOURT_STRUCT(ScoreRow, user_id, score_hundredths, rank)

std::vector<Evaluation> frozen_evaluation(db::Connection& db, Id<Store> store, Date month) {
    const db::Params params{{"store_id", store}, {"month", month}};
    std::vector<Evaluation> people;
    for (const auto& row : db::all<ScoreRow>(db, statements::scores, params)) {
        people.push_back({row.user_id, {}, row.score_hundredths, row.rank});
    }
    for (const auto& row : db::all<ResultRow>(db, statements::results, params)) {
        for (auto& person : people) {
            if (person.user_id != row.user_id) continue;
            person.lines.push_back({row.figure, row.weight, row.cap_percent, row.source, row.target,
                                    row.actual, row.achievement_basis_points, row.points_hundredths});
        }
    }
    return people;
}

}  // namespace

Sums TeamFigures::sums_of(Id<User> user) const {
    Sums all;
    for (const auto& row : sums) {
        if (row.user_id == user) all[row.measure] += row.amount;
    }
    return all;
}

std::optional<std::int64_t> TeamFigures::target_of(TargetScope scope, std::int64_t scope_id, Measure measure,
                                                   std::int64_t model_id) const {
    for (const auto& target : targets) {
        if (target.scope == scope && target.scope_id == scope_id && target.measure == measure &&
            target.model_id == model_id) {
            return target.amount;
        }
    }
    return std::nullopt;
}

std::vector<PersonFigures> TeamFigures::figures() const {
    std::vector<PersonFigures> all;
    for (const auto& person : people) {
        PersonFigures one{.user_id = person.id, .sums = sums_of(person.id), .targets = {}};
        for (const auto measure : target_measures()) {
            if (const auto target = target_of(TargetScope::person, person.id.value, measure)) {
                one.targets[measure] = *target;
            }
        }
        all.push_back(std::move(one));
    }
    return all;
}

TeamFigures load_team_figures(db::Connection& db, Id<Store> store, Date month) {
    return {.month = month_of(month),
            .people = consultants(db, store),
            .sums = person_sums(db, store, days_of_month(month)),
            .targets = targets_of(db, store, month)};
}

const Evaluation* MonthEvaluation::of(Id<User> user) const {
    const auto found = std::find_if(people.begin(), people.end(),
                                    [&](const Evaluation& one) { return one.user_id == user; });
    return found == people.end() ? nullptr : &*found;
}

MonthEvaluation evaluation_of(db::Connection& db, Id<Store> store, const TeamFigures& figures) {
    MonthEvaluation month;
    if (const auto closed = closed_month(db, store, figures.month)) {
        month.closed = true;
        month.formula = load_book(db, store, closed->formula_id);
        month.people = frozen_evaluation(db, store, figures.month);
        return month;
    }
    month.formula = book_in_force(db, store, BookKind::evaluation, figures.month);
    if (month.formula) month.people = evaluate(formula_in(*month.formula).lines, figures.figures());
    return month;
}

void freeze_evaluation(Tx& tx, Date month, const std::vector<Evaluation>& people) {
    for (const auto& person : people) {
        db::send(tx.db(), statements::insert_score,
                 {{"store_id", tx.store_id()},
                  {"month", month},
                  {"user_id", person.user_id},
                  {"score_hundredths", person.score_hundredths},
                  {"rank", person.rank}});
        std::int64_t line_no = 0;
        for (const auto& line : person.lines) {
            db::send(tx.db(), statements::insert_result,
                     db::Params::of(line, {{"store_id", tx.store_id()},
                                           {"month", month},
                                           {"user_id", person.user_id},
                                           {"line_no", ++line_no}}));
        }
    }
}

std::optional<ClosedMonth> closed_month(db::Connection& db, Id<Store> store, Date month) {
    return db::first<ClosedMonth>(db, statements::find_closed_month,
                                  {{"store_id", store}, {"month", month_of(month)}});
}

void insert_closed_month(Tx& tx, const ClosedMonth& month) {
    db::send(tx.db(), statements::insert_closed_month, db::Params::of(month, {{"store_id", tx.store_id()}}));
}

}  // namespace forecourt::people
