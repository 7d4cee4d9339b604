#include <modules/people/commission/statement_actions.h>

#include <modules/people/commission/statement_paper.h>
#include <modules/people/commission/statement_store.h>
#include <services/tasks/api.h>

#include <algorithm>

namespace forecourt::people {
namespace {

// The log is read by more people than the statement, so no event says how much.
struct StatementEvent {
    std::string number;
    Date month;
    std::string person;
};
FORECOURT_STRUCT(StatementEvent, number, month, person)

struct DisputeEvent {
    std::string number;
    std::string person;
    std::int64_t line_no{};
    std::string words;
};
FORECOURT_STRUCT(DisputeEvent, number, person, line_no, words)

// For the person alone.
struct AnsweredAlert {
    std::string number;
    std::int64_t line_no{};
    std::string words;
};
FORECOURT_STRUCT(AnsweredAlert, number, line_no, words)

ObjectRef object_of(const StatementRow& statement) { return {"commission_statement", statement.id}; }

std::string link_of(const StatementRow& statement) {
    return "/team/statements/" + std::to_string(statement.id.value);
}

std::string person_of(Tx& tx, const StatementRow& statement) {
    return access::user_name(tx.db(), tx.store_id(), statement.user_id);
}

StatementEvent event_of(Tx& tx, const StatementRow& statement) {
    return {statement.number, statement.month, person_of(tx, statement)};
}

StatementChanged answer_of(const StatementRow& statement) {
    return {statement.id, statement.state, statement.total, statement.version + 1};
}

Result<StatementRow> load(Tx& tx, Id<CommissionStatement> id, std::int64_t version) {
    auto statement = load_statement(tx.db(), tx.store_id(), id);
    if (!statement) return statement_not_found;
    statement->version = version;
    return *statement;
}

Result<StatementChanged> run_confirm(Tx& tx, const StatementAtVersion& in) {
    auto statement = load(tx, in.statement_id, in.version);
    if (!statement) return statement.refused();
    if (statement->user_id != tx.actor().user_id) return not_your_statement;
    if (auto no = may_confirm(*statement, disputes_of(tx.db(), tx.store_id(), statement->id))) return *no;
    statement->state = StatementState::confirmed;
    statement->confirmed_at = tx.now();
    update_statement(tx, *statement);
    tasks::close_tasks(tx, object_of(*statement), "task.people.confirm_statement");
    tasks::add_task(tx, {.title_key = "task.people.issue_statement",
                         .params_json = reflect::to_json(event_of(tx, *statement)),
                         .user_id = {},
                         .role = Role::hr,
                         .due_at = tx.now() + days(3),
                         .about = object_of(*statement),
                         .link = link_of(*statement)});
    tx.emit("people.statement_confirmed", {object_of(*statement), {"user", statement->user_id}},
            event_of(tx, *statement));
    return answer_of(*statement);
}

Result<StatementChanged> run_dispute(Tx& tx, const DisputeLine& in) {
    auto statement = load(tx, in.statement_id, in.version);
    if (!statement) return statement.refused();
    if (statement->user_id != tx.actor().user_id) return not_your_statement;
    if (auto no = may_dispute(*statement)) return *no;
    const auto lines = lines_of(tx.db(), tx.store_id(), statement->id);
    const auto line = std::find_if(lines.begin(), lines.end(),
                                   [&](const StatementLineRow& one) { return one.id == in.line_id; });
    if (line == lines.end()) return statement_line_not_found;
    const auto disputes = disputes_of(tx.db(), tx.store_id(), statement->id);
    const bool again = std::any_of(disputes.begin(), disputes.end(),
                                   [&](const DisputeRow& one) { return one.line_id == in.line_id; });
    if (again) return line_is_disputed;
    insert_dispute(tx, {.id = tx.new_id<Dispute>(),
                        .statement_id = statement->id,
                        .line_id = in.line_id,
                        .reason = in.reason.text,
                        .raised_at = tx.now()});
    update_statement(tx, *statement);
    const DisputeEvent data{statement->number, person_of(tx, *statement), line->line_no, in.reason.text};
    tasks::add_task(tx, {.title_key = "task.people.answer_dispute",
                         .params_json = reflect::to_json(data),
                         .user_id = {},
                         .role = Role::sales_manager,
                         .due_at = tx.now() + days(2),
                         .about = object_of(*statement),
                         .link = link_of(*statement)});
    tx.emit("people.line_disputed", {object_of(*statement), {"user", statement->user_id}}, data);
    return answer_of(*statement);
}

// What was accepted stands as a line of its own; what it corrects stays as it was.
Id<StatementLine> add_correction(Tx& tx, StatementRow& statement, const StatementLineRow& disputed,
                                 std::int64_t line_no, const AnswerDispute& in) {
    StatementLineRow line{.id = tx.new_id<StatementLine>(),
                          .line_no = line_no,
                          .kind = LineKind::correction,
                          .deal_id = disputed.deal_id,
                          .deal_number = disputed.deal_number,
                          .model_id = disputed.model_id,
                          .basis = disputed.line_no,
                          .rate = 0,
                          .rule_from = 0,
                          .amount = *in.correction,
                          .words = in.words.text};
    insert_line(tx, statement.id, line);
    statement.total += line.amount;
    return line.id;
}

Result<StatementChanged> run_answer(Tx& tx, const AnswerDispute& in) {
    auto statement = load(tx, in.statement_id, in.version);
    if (!statement) return statement.refused();
    if (auto no = may_answer(*statement, tx.actor().user_id)) return *no;
    auto disputes = disputes_of(tx.db(), tx.store_id(), statement->id);
    const auto dispute = std::find_if(disputes.begin(), disputes.end(),
                                      [&](const DisputeRow& one) { return one.id == in.dispute_id; });
    if (dispute == disputes.end()) return dispute_not_found;
    if (auto no = check_answer(in, *dispute)) return *no;
    const auto lines = lines_of(tx.db(), tx.store_id(), statement->id);
    const auto line = std::find_if(lines.begin(), lines.end(),
                                   [&](const StatementLineRow& one) { return one.id == dispute->line_id; });
    ensure(line != lines.end());
    if (in.accepted) {
        dispute->correction_line_id =
            add_correction(tx, *statement, *line, static_cast<std::int64_t>(lines.size()) + 1, in);
    }
    dispute->accepted = in.accepted;
    dispute->answer = in.words.text;
    dispute->answered_at = tx.now();
    dispute->answered_by = tx.actor().name;
    update_dispute(tx, *dispute);
    update_statement(tx, *statement);
    const bool open =
        std::any_of(disputes.begin(), disputes.end(), [](const DisputeRow& one) { return !one.answered_at; });
    if (!open) tasks::close_tasks(tx, object_of(*statement), "task.people.answer_dispute");
    const DisputeEvent data{statement->number, person_of(tx, *statement), line->line_no, in.words.text};
    tasks::alert(tx,
                 {.title_key = in.accepted ? "alert.people.dispute_accepted" : "alert.people.dispute_refused",
                  .params_json = reflect::to_json(AnsweredAlert{data.number, data.line_no, data.words}),
                  .user_id = statement->user_id,
                  .role = {},
                  .link = link_of(*statement),
                  .about = object_of(*statement),
                  .level = tasks::AlertLevel::info});
    tx.emit(in.accepted ? "people.dispute_accepted" : "people.dispute_refused",
            {object_of(*statement), {"user", statement->user_id}}, data);
    return answer_of(*statement);
}

StatementPaper paper_of(Tx& tx, const StatementRow& statement) {
    StatementPaper paper{.store = access::store_facts(tx.db(), tx.store_id()),
                         .person = person_of(tx, statement),
                         .statement = statement,
                         .lines = lines_of(tx.db(), tx.store_id(), statement.id),
                         .models = {},
                         .issued_by = tx.actor().name,
                         .at = tx.now()};
    for (const auto& line : paper.lines) {
        const auto model = vehicles::find_model(tx.db(), tx.store_id(), {line.model_id});
        paper.models.push_back(model ? model->name : std::string());
    }
    return paper;
}

Result<StatementChanged> run_issue(Tx& tx, const StatementAtVersion& in) {
    auto statement = load(tx, in.statement_id, in.version);
    if (!statement) return statement.refused();
    const auto disputes = disputes_of(tx.db(), tx.store_id(), statement->id);
    if (auto no = may_issue(*statement, disputes, {tx.actor().user_id, tx.now()})) return *no;
    const auto data = event_of(tx, *statement);
    statement->document_id =
        documents::order(tx, statement_of_commission,
                         {.about = object_of(*statement),
                          .number = statement->number,
                          .title = data.person + " " + to_text(statement->month).substr(0, 7) + " 提成结算单",
                          .needs_right = statement_all.name,
                          .person_id = statement->user_id},
                         paper_of(tx, *statement));
    statement->state = StatementState::issued;
    statement->issued_at = tx.now();
    statement->issued_by = tx.actor().name;
    update_statement(tx, *statement);
    tasks::close_every_task(tx, object_of(*statement));
    tx.emit("people.statement_issued", {object_of(*statement), {"user", statement->user_id}}, data);
    return answer_of(*statement);
}

}  // namespace

const Action<StatementAtVersion, StatementChanged> confirm_statement{
    {.name = "people.confirm_statement",
     .needs = own_read,
     .refuses = {statement_not_found, not_your_statement, statement_is_issued, statement_is_confirmed,
                 dispute_is_open},
     .run = run_confirm}};

const Action<DisputeLine, StatementChanged> dispute_line{
    {.name = "people.dispute_line",
     .needs = own_read,
     .refuses = {statement_not_found, not_your_statement, statement_is_issued, statement_is_confirmed,
                 statement_line_not_found, line_is_disputed},
     .run = run_dispute}};

const Action<AnswerDispute, StatementChanged> answer_dispute{
    {.name = "people.answer_dispute",
     .needs = dispute_answer,
     .refuses = {statement_not_found, own_statement, statement_is_issued, dispute_not_found,
                 dispute_is_answered, correction_missing, correction_not_wanted},
     .run = run_answer}};

const Action<StatementAtVersion, StatementChanged> issue_statement{
    {.name = "people.issue_statement",
     .needs = statement_issue,
     .refuses = {statement_not_found, own_statement, statement_is_issued, dispute_is_open,
                 statement_waits_for_person},
     .run = run_issue}};

}  // namespace forecourt::people
