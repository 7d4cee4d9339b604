#include <modules/people/board/board.h>

#include <modules/customers/api.h>
#include <modules/people/activity/activity_store.h>
#include <modules/people/activity/people_activity.sql.h>
#include <modules/people/book/book_store.h>
#include <modules/people/commission/statement_actions.h>
#include <modules/people/commission/statement_store.h>
#include <modules/people/target/target_store.h>

#include <algorithm>
#include <set>

namespace forecourt::people {
namespace {

using Whose = std::set<Id<User>>;

// The cells of one person, of several, or of the whole store.
std::vector<Cell> cells_of(const TeamFigures& figures, const Whose* whose, TargetScope scope,
                           std::int64_t scope_id, const MonthDays& days) {
    Sums sums;
    for (const auto& row : figures.sums) {
        if (!whose || whose->contains(row.user_id)) sums[row.measure] += row.amount;
    }
    std::vector<Cell> cells;
    for (const auto measure : target_measures()) {
        cells.push_back(cell_of(measure, sums[measure], figures.target_of(scope, scope_id, measure), days));
    }
    return cells;
}

MaybeRefused may_close(Date month, Date today, bool closed) {
    if (closed) return month_is_closed;
    if (today < add_months(month, 1)) return month_not_over;
    return std::nullopt;
}

void add_teams(Context& context, TeamBoard& board, const TeamFigures& figures,
               const std::vector<TeamMember>& members) {
    for (const auto& team : teams_of(context.db(), context.store_id())) {
        Whose whose;
        for (const auto& member : members) {
            if (member.team_id == team.id) whose.insert(member.user_id);
        }
        board.teams.push_back(
            {team.id, team.name, cells_of(figures, &whose, TargetScope::team, team.id.value, board.days)});
    }
}

void add_people(Context& context, TeamBoard& board, const TeamFigures& figures,
                const MonthEvaluation& evaluation, const std::vector<TeamMember>& members) {
    for (const auto& person : figures.people) {
        BoardPerson shown{.user_id = person.id,
                          .name = person.name,
                          .team_id = team_of(members, person.id),
                          .cells = {},
                          .score_hundredths = {},
                          .rank = {}};
        if (context.actor().may(team_read) || person.id == context.actor().user_id) {
            const Whose whose{person.id};
            shown.cells = cells_of(figures, &whose, TargetScope::person, person.id.value, board.days);
        }
        if (const auto* found = evaluation.of(person.id)) {
            shown.score_hundredths = found->score_hundredths;
            shown.rank = found->rank;
        }
        board.people.push_back(std::move(shown));
    }
    std::stable_sort(board.people.begin(), board.people.end(), [](const auto& a, const auto& b) {
        return a.rank.value_or(1'000'000) < b.rank.value_or(1'000'000);
    });
}

Result<TeamBoard> run_team_board(Context& context, const MonthIn& in) {
    const auto today = local_date(context.now());
    const auto figures = load_team_figures(context.db(), context.store_id(), in.month.value_or(today));
    const auto evaluation = evaluation_of(context.db(), context.store_id(), figures);
    TeamBoard board;
    board.month = figures.month;
    board.days = days_of(context.db(), context.store_id(), figures.month, today);
    if (const auto closed = closed_month(context.db(), context.store_id(), figures.month)) {
        board.closed = true;
        board.closed_by = closed->closed_by;
        board.closed_at = closed->closed_at;
    }
    if (evaluation.formula) board.formula_number = evaluation.formula->number;
    const auto members = members_of(context.db(), context.store_id());
    if (context.actor().may(team_read)) {
        board.store = cells_of(figures, nullptr, TargetScope::store, 0, board.days);
        add_teams(context, board, figures, members);
    }
    add_people(context, board, figures, evaluation, members);
    allow(board.allowed_actions, context, close_month, may_close(board.month, today, board.closed));
    return board;
}

void add_models(Context& context, PersonMonth& shown, const TeamFigures& figures) {
    std::set<std::int64_t> models;
    for (const auto& row : figures.sums) {
        const bool sold = row.measure == Measure::orders || row.measure == Measure::cars_delivered;
        if (row.user_id == shown.user_id && sold && row.model_id != 0) models.insert(row.model_id);
    }
    for (const auto& target : figures.targets) {
        const bool own = target.scope == TargetScope::person && target.scope_id == shown.user_id.value;
        if (own && target.model_id != 0 && target.amount > 0) models.insert(target.model_id);
    }
    for (const auto id : models) {
        const auto model = vehicles::find_model(context.db(), context.store_id(), {id});
        ModelCells cells{{id}, model ? model->name : std::string(), {}};
        for (const auto measure : {Measure::orders, Measure::cars_delivered}) {
            std::int64_t actual = 0;
            for (const auto& row : figures.sums) {
                const bool fits =
                    row.user_id == shown.user_id && row.measure == measure && row.model_id == id;
                if (fits) actual += row.amount;
            }
            const auto target = figures.target_of(TargetScope::person, shown.user_id.value, measure, id);
            cells.cells.push_back(cell_of(measure, actual, target, shown.days));
        }
        shown.models.push_back(std::move(cells));
    }
}

void add_evaluation(Context& context, PersonMonth& shown, const TeamFigures& figures) {
    const auto evaluation = evaluation_of(context.db(), context.store_id(), figures);
    if (evaluation.formula) shown.formula_number = evaluation.formula->number;
    shown.ranked = std::count_if(evaluation.people.begin(), evaluation.people.end(),
                                 [](const Evaluation& one) { return one.rank.has_value(); });
    if (const auto* own = evaluation.of(shown.user_id)) {
        shown.evaluation = own->lines;
        shown.score_hundredths = own->score_hundredths;
        shown.rank = own->rank;
    }
}

void add_commission(Context& context, PersonMonth& shown) {
    auto& db = context.db();
    if (const auto statement = statement_of(db, context.store_id(), shown.user_id, shown.month)) {
        shown.statement_id = statement->id.value;
        shown.commission = statement->total;
        shown.has_rules = true;
        return;
    }
    const auto rules = book_in_force(db, context.store_id(), BookKind::commission, shown.month);
    shown.has_rules = rules.has_value();
    if (!rules) return;
    auto earned = earned_in(db, context.store_id(), shown.user_id, shown.month);
    earned.score_hundredths = shown.score_hundredths;
    shown.commission = total_of(compute_lines(rules_in(*rules), earned));
}

Result<PersonMonth> run_person_month(Context& context, const PersonMonthIn& in) {
    auto& db = context.db();
    const auto today = local_date(context.now());
    const auto user = in.user_id.value_or(context.actor().user_id);
    if (user != context.actor().user_id && !context.actor().may(team_read)) return not_allowed;
    const auto figures = load_team_figures(db, context.store_id(), in.month.value_or(today));
    const auto found = std::find_if(figures.people.begin(), figures.people.end(),
                                    [&](const auto& person) { return person.id == user; });
    if (found == figures.people.end()) return person_not_found;
    PersonMonth shown;
    shown.month = figures.month;
    shown.closed = closed_month(db, context.store_id(), figures.month).has_value();
    shown.days = days_of(db, context.store_id(), figures.month, today);
    shown.user_id = user;
    shown.name = found->name;
    const Whose whose{user};
    shown.cells = cells_of(figures, &whose, TargetScope::person, user.value, shown.days);
    for (const auto& [measure, amount] : figures.sums_of(user)) shown.counts.push_back({measure, amount});
    add_models(context, shown, figures);
    for (const auto& row : day_sums(db, context.store_id(), days_of_month(figures.month), user)) {
        const bool drawn = row.measure == Measure::orders || row.measure == Measure::cars_delivered ||
                           row.measure == Measure::contacts_made;
        if (drawn) shown.by_day.push_back(row);
    }
    add_evaluation(context, shown, figures);
    add_commission(context, shown);
    return shown;
}

/// A case as the list statement gives it; names come from the modules that own them.
struct StoredCase {
    Id<Case> id;
    Instant at;
    Id<User> user_id;
    std::int64_t model_id{};
    Measure measure{};
    std::int64_t amount{};
    std::string object_type;
    std::int64_t object_id{};
    std::int64_t customer_id{};
    std::string number;
};
FORECOURT_STRUCT(StoredCase, id, at, user_id, model_id, measure, amount, object_type, object_id, customer_id,
                 number)

Result<Page<CaseListRow>> run_case_list(Context& context, const CaseListIn& in) {
    auto& db = context.db();
    const auto store = context.store_id();
    CaseListIn asked = in;
    if (!context.actor().may(team_read)) asked.user_id = context.actor().user_id;
    const auto days = days_of_month(in.month.value_or(local_date(context.now())));
    const auto stored = list_page<StoredCase>(
        context, sql::people_activity::list_cases, asked, "-at",
        {{"from_at", local_instant(days.from)}, {"until_at", local_instant(days.until)}});
    if (!stored) return stored.refused();
    Page<CaseListRow> page{.rows = {}, .next = stored->next};
    for (const auto& row : stored->rows) {
        const auto model = vehicles::find_model(db, store, {row.model_id});
        page.rows.push_back({.id = row.id,
                             .at = row.at,
                             .user_id = row.user_id,
                             .name = access::user_name(db, store, row.user_id),
                             .model_name = model ? model->name : std::string(),
                             .measure = row.measure,
                             .amount = row.amount,
                             .object_type = row.object_type,
                             .object_id = row.object_id,
                             .customer_id = row.customer_id,
                             .customer_name = customers::customer_name(db, store, {row.customer_id}),
                             .number = row.number});
    }
    return page;
}

}  // namespace

const View<MonthIn, TeamBoard> team_board{
    {.name = "people.team_board", .needs = own_read, .refuses = {}, .run = run_team_board}};

const View<PersonMonthIn, PersonMonth> person_month{{.name = "people.person_month",
                                                     .needs = own_read,
                                                     .refuses = {person_not_found},
                                                     .run = run_person_month}};

const View<CaseListIn, Page<CaseListRow>> case_list{{.name = "people.case_list",
                                                     .needs = own_read,
                                                     .refuses = {cursor_not_understood, sort_not_offered},
                                                     .run = run_case_list}};

}  // namespace forecourt::people
