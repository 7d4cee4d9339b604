#include <modules/people/commission/statement_views.h>

#include <modules/people/book/book_store.h>
#include <modules/people/commission/people_statement.sql.h>
#include <modules/people/commission/statement_actions.h>
#include <modules/people/commission/statement_store.h>

#include <algorithm>

namespace forecourt::people {
namespace {

/// A row as the list statement gives it.
struct StoredStatement {
    Id<CommissionStatement> id;
    std::string number;
    Date month;
    Id<User> user_id;
    StatementState state{};
    std::optional<std::int64_t> score_hundredths;
    std::int64_t cars{};
    Money total;
    Instant shown_at;
    Instant confirm_by;
    std::optional<Instant> confirmed_at;
    std::optional<Instant> issued_at;
    std::int64_t open_disputes{};
};
FORECOURT_STRUCT(StoredStatement, id, number, month, user_id, state, score_hundredths, cars, total, shown_at,
                 confirm_by, confirmed_at, issued_at, open_disputes)

Result<Page<StatementListRow>> run_statement_list(Context& context, const StatementListIn& in) {
    StatementListIn asked = in;
    if (asked.month) asked.month = month_of(*asked.month);
    if (!context.actor().may(statement_all)) asked.user_id = context.actor().user_id;
    const auto stored =
        list_page<StoredStatement>(context, sql::people_statement::list_statements, asked, "-shown_at");
    if (!stored) return stored.refused();
    Page<StatementListRow> page{.rows = {}, .next = stored->next};
    for (const auto& row : stored->rows) {
        page.rows.push_back({.id = row.id,
                             .number = row.number,
                             .month = row.month,
                             .user_id = row.user_id,
                             .name = access::user_name(context.db(), context.store_id(), row.user_id),
                             .state = row.state,
                             .score_hundredths = row.score_hundredths,
                             .cars = row.cars,
                             .total = row.total,
                             .open_disputes = row.open_disputes,
                             .shown_at = row.shown_at,
                             .confirm_by = row.confirm_by,
                             .confirmed_at = row.confirmed_at,
                             .issued_at = row.issued_at});
    }
    return page;
}

StatementLineShown shown(Context& context, const StatementLineRow& line,
                         const std::vector<DisputeRow>& disputes) {
    const auto model = vehicles::find_model(context.db(), context.store_id(), {line.model_id});
    const auto dispute = std::find_if(disputes.begin(), disputes.end(),
                                      [&](const DisputeRow& one) { return one.line_id == line.id; });
    return {.id = line.id,
            .line_no = line.line_no,
            .kind = line.kind,
            .deal_id = line.deal_id,
            .deal_number = line.deal_number,
            .model_name = model ? model->name : std::string(),
            .basis = line.basis,
            .rate = line.rate,
            .rule_from = line.rule_from,
            .amount = line.amount,
            .words = line.words,
            .dispute = dispute == disputes.end() ? std::nullopt : std::optional(*dispute)};
}

void add_actions(Context& context, StatementRecord& record, const std::vector<DisputeRow>& disputes) {
    auto& list = record.allowed_actions;
    const auto& statement = record.statement;
    if (statement.user_id == context.actor().user_id) {
        allow(list, context, confirm_statement, may_confirm(statement, disputes));
        allow(list, context, dispute_line, may_dispute(statement));
        return;
    }
    if (record.open_disputes > 0)
        allow(list, context, answer_dispute, may_answer(statement, context.actor().user_id));
    allow(list, context, issue_statement,
          may_issue(statement, disputes, {context.actor().user_id, context.now()}));
}

Result<StatementRecord> run_statement_record(Context& context, const StatementIn& in) {
    auto& db = context.db();
    const auto store = context.store_id();
    const auto statement = load_statement(db, store, in.statement_id);
    if (!statement) return statement_not_found;
    const bool own = statement->user_id == context.actor().user_id;
    if (!own && !context.actor().may(statement_all)) return statement_not_found;
    const auto rules = load_book(db, store, statement->rules_id);
    ensure(rules && rules->start_month);
    StatementRecord record{.statement = *statement,
                           .name = access::user_name(db, store, statement->user_id),
                           .rules_number = rules->number,
                           .rules_since = *rules->start_month,
                           .tier_reach = rules_in(*rules).tier_reach,
                           .lines = {},
                           .open_disputes = 0,
                           .allowed_actions = {}};
    const auto disputes = disputes_of(db, store, statement->id);
    record.open_disputes = std::count_if(disputes.begin(), disputes.end(),
                                         [](const DisputeRow& one) { return !one.answered_at; });
    for (const auto& line : lines_of(db, store, statement->id)) {
        record.lines.push_back(shown(context, line, disputes));
    }
    add_actions(context, record, disputes);
    return record;
}

}  // namespace

const View<StatementListIn, Page<StatementListRow>> statement_list{
    {.name = "people.statement_list",
     .needs = statement_see,
     .refuses = {cursor_not_understood, sort_not_offered},
     .run = run_statement_list}};

const View<StatementIn, StatementRecord> statement_record{{.name = "people.statement_record",
                                                           .needs = statement_see,
                                                           .refuses = {statement_not_found},
                                                           .run = run_statement_record}};

}  // namespace forecourt::people
