#pragma once
#include <modules/people/evaluation/evaluation_store.h>

namespace forecourt::people {

struct BoardPerson {
    Id<User> user_id;
    std::string name;
    std::optional<Id<Team>> team_id;
    std::vector<Cell> cells;  // empty for who may not see them
    std::optional<std::int64_t> score_hundredths;
    std::optional<std::int64_t> rank;
};
FORECOURT_STRUCT(BoardPerson, user_id, name, team_id, cells, score_hundredths, rank)

struct BoardTeam {
    Id<Team> team_id;
    std::string name;
    std::vector<Cell> cells;
};
FORECOURT_STRUCT(BoardTeam, team_id, name, cells)

/// The team's month. A consultant gets the own cells and the ranking of all; who leads gets everything.
struct TeamBoard {
    Date month;
    bool closed{};
    std::optional<std::string> closed_by;
    std::optional<Instant> closed_at;
    MonthDays days;
    std::vector<Cell> store;
    std::vector<BoardTeam> teams;
    std::vector<BoardPerson> people;  // the best score first
    std::optional<std::int64_t> formula_number;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(TeamBoard, month, closed, closed_by, closed_at, days, store, teams, people, formula_number,
                 allowed_actions)

struct PersonMonthIn {
    std::optional<Id<User>> user_id;  // without it oneself
    std::optional<Date> month;
};
FORECOURT_STRUCT(PersonMonthIn, user_id, month)

struct ModelCells {
    Id<vehicles::Model> model_id;
    std::string model_name;
    std::vector<Cell> cells;
};
FORECOURT_STRUCT(ModelCells, model_id, model_name, cells)

struct PersonMonth {
    Date month;
    bool closed{};
    MonthDays days;
    Id<User> user_id;
    std::string name;
    std::vector<Cell> cells;
    std::vector<PersonCount> counts;  // every measure, also those without targets
    std::vector<ModelCells> models;   // orders and deliveries by model
    std::vector<DaySum> by_day;       // orders, deliveries, contacts
    std::vector<ScoredLine> evaluation;
    std::optional<std::int64_t> score_hundredths;
    std::optional<std::int64_t> rank;
    std::int64_t ranked{};
    std::optional<std::int64_t> formula_number;
    Money commission;  // by the rules in force, as it stands; that of the statement when there is one
    bool has_rules{};
    std::optional<std::int64_t> statement_id;
};
FORECOURT_STRUCT(PersonMonth, month, closed, days, user_id, name, cells, counts, models, by_day, evaluation,
                 score_hundredths, rank, ranked, formula_number, commission, has_rules, statement_id)

struct CaseListIn {
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
    Measure measure{};
    std::optional<Date> month;
    std::optional<Id<User>> user_id;
    std::optional<Id<vehicles::Model>> model_id;
};
FORECOURT_STRUCT(CaseListIn, limit, after, sort, measure, month, user_id, model_id)

struct CaseListRow {
    Id<Case> id;
    Instant at;
    Id<User> user_id;
    std::string name;
    std::string model_name;
    Measure measure{};
    std::int64_t amount{};
    std::string object_type;
    std::int64_t object_id{};
    std::int64_t customer_id{};
    std::string customer_name;
    std::string number;
};
FORECOURT_STRUCT(CaseListRow, id, at, user_id, name, model_name, measure, amount, object_type, object_id,
                 customer_id, customer_name, number)

extern const View<MonthIn, TeamBoard> team_board;
extern const View<PersonMonthIn, PersonMonth> person_month;
extern const View<CaseListIn, Page<CaseListRow>> case_list;

}  // namespace forecourt::people
