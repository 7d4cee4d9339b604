#include <modules/people/book/book_store.h>
#include <modules/people/commission/statement_actions.h>
#include <modules/people/commission/statement_store.h>
#include <modules/people/evaluation/evaluation_store.h>
#include <services/numbering/api.h>
#include <services/tasks/api.h>

namespace forecourt::people {
namespace {

// The log is read by more people than the statements, so no event says how much.
struct MonthEvent {
    Date month;
    std::int64_t statements{};
};
FORECOURT_STRUCT(MonthEvent, month, statements)

struct ShownEvent {
    std::string number;
    Date month;
};
FORECOURT_STRUCT(ShownEvent, number, month)

// Shows a person what was earned; nothing is made for who delivered nothing.
std::optional<Money> show_statement(Tx& tx, const BookRow& rules, const Evaluation& person, Date month) {
    auto earned = earned_in(tx.db(), tx.store_id(), person.user_id, month);
    earned.score_hundredths = person.score_hundredths;
    const auto lines = compute_lines(rules_in(rules), earned);
    if (earned.cases.empty()) return std::nullopt;
    StatementRow statement{.id = tx.new_id<CommissionStatement>(),
                           .number = numbering::next_number(tx, "CS"),
                           .month = month,
                           .user_id = person.user_id,
                           .state = StatementState::open,
                           .rules_id = rules.id,
                           .score_hundredths = person.score_hundredths,
                           .cars = cars_in(earned),
                           .total = total_of(lines),
                           .shown_at = tx.now(),
                           .confirm_by = tx.now() + time_to_confirm};
    insert_statement(tx, statement);
    for (auto line : lines) {
        line.id = tx.new_id<StatementLine>();
        insert_line(tx, statement.id, line);
    }
    const ShownEvent shown{statement.number, month};
    tasks::add_task(tx, {.title_key = "task.people.confirm_statement",
                         .params_json = reflect::to_json(shown),
                         .user_id = person.user_id,
                         .role = {},
                         .due_at = statement.confirm_by,
                         .about = {"commission_statement", statement.id},
                         .link = "/team/statements/" + std::to_string(statement.id.value)});
    tx.emit("people.statement_shown", {{"commission_statement", statement.id}, {"user", person.user_id}},
            shown);
    return statement.total;
}

Result<MonthClosed> run_close_month(Tx& tx, const CloseMonth& in) {
    const Date month = month_of(in.month);
    if (local_date(tx.now()) < add_months(month, 1)) return month_not_over;
    if (closed_month(tx.db(), tx.store_id(), month)) return month_is_closed;
    const auto rules = book_in_force(tx.db(), tx.store_id(), BookKind::commission, month);
    const auto evaluation =
        evaluation_of(tx.db(), tx.store_id(), load_team_figures(tx.db(), tx.store_id(), month));
    if (!evaluation.formula) return formula_not_in_force;
    if (!rules) return rules_not_in_force;
    insert_closed_month(tx, {.month = month,
                             .formula_id = evaluation.formula->id,
                             .rules_id = rules->id,
                             .closed_by = tx.actor().name,
                             .closed_at = tx.now()});
    freeze_evaluation(tx, month, evaluation.people);
    MonthClosed closed;
    for (const auto& person : evaluation.people) {
        const auto total = show_statement(tx, *rules, person, month);
        if (!total) continue;
        ++closed.statements;
        closed.total += *total;
    }
    tx.emit("people.month_closed", {{"store", tx.store_id()}}, MonthEvent{month, closed.statements});
    return closed;
}

}  // namespace

const Action<CloseMonth, MonthClosed> close_month{
    {.name = "people.close_month",
     .needs = month_close,
     .refuses = {month_not_over, month_is_closed, formula_not_in_force, rules_not_in_force},
     .run = run_close_month}};

}  // namespace forecourt::people
