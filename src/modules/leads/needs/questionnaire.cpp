#include <modules/leads/needs/questionnaire.h>

#include <assets/assets.h>
#include <db/rows.h>
#include <db/send.h>
#include <modules/leads/needs/leads_questionnaire.sql.h>

#include <set>

namespace forecourt::leads {

namespace statements = sql::leads_questionnaire;

const Questionnaire& needs_questionnaire() {
    static const Questionnaire shipped = [] {
        const auto* asset = assets::find("standards/questionnaires/needs.json");
        ensure(asset != nullptr);
        Questionnaire read;
        const auto errors = reflect::from_json(read, asset->body);
        ensure(errors.empty());
        return read;
    }();
    return shipped;
}

namespace {

Questionnaire body_of(const QuestionnaireRow& row) {
    Questionnaire read;
    const auto errors = reflect::from_json(read, row.body.text);
    ensure(errors.empty());
    return read;
}

std::optional<QuestionnaireRow> find_one(db::Connection& db, Id<Store> store, const db::Param& which) {
    return db::first<QuestionnaireRow>(db, statements::find_questionnaire, {{"store_id", store}, which});
}

std::optional<QuestionnaireRow> find_draft(db::Connection& db, Id<Store> store) {
    return find_one(db, store, {"draft", std::int64_t{1}});
}

void update_row(Tx& tx, const QuestionnaireRow& row) {
    db::execute_one(tx.db(), statements::update_questionnaire,
                    db::Params::of(row, {{"store_id", tx.store_id()}}));
}

struct QuestionnaireEvent {
    std::int64_t number{};
    std::string reason;
};
FORECOURT_STRUCT(QuestionnaireEvent, number, reason)

// The draft an input means, at the version it saw.
Result<QuestionnaireRow> draft_for(Tx& tx, Id<QuestionnaireDraft> id, std::int64_t version) {
    auto row = find_one(tx.db(), tx.store_id(), {"id", id});
    if (!row) return questionnaire_not_found;
    if (row->state != QuestionnaireState::draft) return questionnaire_not_a_draft;
    row->version = version;
    row->changed_at = tx.now();
    row->changed_by = tx.actor().name;
    return *row;
}

Result<QuestionnaireChanged> run_start_questionnaire(Tx& tx, const Nothing&) {
    if (const auto draft = find_draft(tx.db(), tx.store_id())) {
        return QuestionnaireChanged{draft->id, draft->number, draft->version};
    }
    const auto in_force = questionnaire_in_force(tx.db(), tx.store_id());
    QuestionnaireRow row;
    row.id = tx.new_id<QuestionnaireDraft>();
    row.number =
        db::number(tx.db(), statements::latest_number, {{"store_id", tx.store_id()}}).value_or(0) + 1;
    row.state = QuestionnaireState::draft;
    row.body = {reflect::to_json(in_force.questionnaire)};
    row.changed_at = tx.now();
    row.changed_by = tx.actor().name;
    row.version = 1;
    db::send(tx.db(), statements::insert_questionnaire, db::Params::of(row, {{"store_id", tx.store_id()}}));
    tx.emit("leads.questionnaire_drafted", {{"questionnaire", row.id}}, QuestionnaireEvent{row.number, {}});
    return QuestionnaireChanged{row.id, row.number, row.version};
}

Result<QuestionnaireChanged> run_save_questionnaire(Tx& tx, const SaveQuestionnaire& in) {
    auto row = draft_for(tx, in.questionnaire_draft_id, in.version);
    if (!row) return row.refused();
    const Questionnaire body{.name = "needs",
                             .title = in.title,
                             .next_contact_days = in.next_contact_days,
                             .raise_from_score = in.raise_from_score,
                             .lower_below_score = in.lower_below_score,
                             .questions = in.questions};
    if (auto no = check_questionnaire(body)) return *no;
    row->body = {reflect::to_json(body)};
    update_row(tx, *row);
    tx.emit("leads.questionnaire_saved", {{"questionnaire", row->id}}, QuestionnaireEvent{row->number, {}});
    return QuestionnaireChanged{row->id, row->number, row->version + 1};
}

Result<QuestionnaireChanged> run_publish_questionnaire(Tx& tx, const PublishQuestionnaire& in) {
    auto row = draft_for(tx, in.questionnaire_draft_id, in.version);
    if (!row) return row.refused();
    row->state = QuestionnaireState::published;
    row->reason = in.reason.text;
    row->published_at = tx.now();
    row->published_by = tx.actor().name;
    update_row(tx, *row);
    tx.emit("leads.questionnaire_published", {{"questionnaire", row->id}},
            QuestionnaireEvent{row->number, row->reason});
    return QuestionnaireChanged{row->id, row->number, row->version + 1};
}

Result<Nothing> run_discard_questionnaire(Tx& tx, const DiscardQuestionnaire& in) {
    auto row = draft_for(tx, in.questionnaire_draft_id, in.version);
    if (!row) return row.refused();
    row->state = QuestionnaireState::discarded;
    update_row(tx, *row);
    tx.emit("leads.questionnaire_discarded", {{"questionnaire", row->id}},
            QuestionnaireEvent{row->number, {}});
    return Nothing{};
}

Result<QuestionnaireTried> run_try_questionnaire(Tx& tx, const TryQuestionnaire& in) {
    const auto row = find_one(tx.db(), tx.store_id(), {"id", in.questionnaire_draft_id});
    if (!row) return questionnaire_not_found;
    const auto body = body_of(*row);
    if (auto no = check_answers(body, in.answers)) return *no;
    const auto score = score_of(body, in.answers);
    return QuestionnaireTried{
        .score = score,
        .grade = grade_of(body, in.answers, score),
        .proposals = propose_models(body, in.answers, vehicles::models_on_offer(tx.db(), tx.store_id()),
                                    vehicles::stock_by_model(tx.db(), tx.store_id()))};
}

QuestionnaireVersionRow version_of(const QuestionnaireRow& row) {
    return {.id = row.id,
            .number = row.number,
            .state = row.state,
            .reason = row.reason,
            .changed_at = row.changed_at,
            .changed_by = row.changed_by,
            .published_at = row.published_at,
            .published_by = row.published_by,
            .version = row.version};
}

Result<Questionnaire> run_questionnaire(Context& context, const QuestionnaireIn& in) {
    if (!in.number) return questionnaire_in_force(context.db(), context.store_id()).questionnaire;
    return questionnaire_numbered(context.db(), context.store_id(), *in.number).questionnaire;
}

Result<QuestionnaireDesk> run_questionnaire_desk(Context& context, const Nothing&) {
    QuestionnaireDesk desk;
    const auto in_force = questionnaire_in_force(context.db(), context.store_id());
    desk.number_in_force = in_force.number;
    desk.in_force = in_force.questionnaire;
    desk.draft_body = in_force.questionnaire;
    const auto draft = find_draft(context.db(), context.store_id());
    if (draft) {
        desk.draft = version_of(*draft);
        desk.draft_body = body_of(*draft);
    }
    desk.versions = db::all<QuestionnaireVersionRow>(context.db(), statements::questionnaire_versions,
                                                     {{"store_id", context.store_id()}});
    const MaybeRefused no_draft = draft ? MaybeRefused() : MaybeRefused(questionnaire_not_found);
    auto& list = desk.allowed_actions;
    if (!draft) allow(list, context, start_questionnaire, std::nullopt);
    allow(list, context, publish_questionnaire, no_draft);
    allow(list, context, discard_questionnaire, no_draft);
    return desk;
}

}  // namespace

NumberedQuestionnaire questionnaire_in_force(db::Connection& db, Id<Store> store) {
    const auto row = db::first<QuestionnaireRow>(db, statements::newest_published, {{"store_id", store}});
    if (!row) return {.number = 0, .questionnaire = needs_questionnaire()};
    return {.number = row->number, .questionnaire = body_of(*row)};
}

NumberedQuestionnaire questionnaire_numbered(db::Connection& db, Id<Store> store, std::int64_t number) {
    if (number == 0) return {.number = 0, .questionnaire = needs_questionnaire()};
    const auto row = find_one(db, store, {"number", number});
    if (!row) return questionnaire_in_force(db, store);
    return {.number = number, .questionnaire = body_of(*row)};
}

MaybeRefused check_questionnaire(const Questionnaire& questionnaire) {
    const auto& limit = questionnaire.next_contact_days;
    const bool days_rise = 1 <= limit.ungraded && 1 <= limit.H && limit.H <= limit.A && limit.A <= limit.B &&
                           limit.B <= limit.C && limit.C <= 90;
    if (!days_rise) return contact_days_out_of_order;
    if (questionnaire.lower_below_score < 0 || questionnaire.raise_from_score > 101 ||
        questionnaire.lower_below_score >= questionnaire.raise_from_score) {
        return scores_out_of_order;
    }
    std::set<std::string> names;
    bool has_window = false;
    for (const auto& question : questionnaire.questions) {
        if (!names.insert(question.name).second)
            return with(question_name_taken, "question", question.text.zh);
        const bool chooses = question.kind != QuestionKind::text;
        if (question.name.empty() || question.text.zh.empty() || question.options.empty() == chooses) {
            return with(question_incomplete, "question", question.text.zh);
        }
        std::set<std::string> options;
        for (const auto& option : question.options) {
            if (option.name.empty() || option.text.zh.empty() || option.points < 0 || option.points > 100) {
                return with(question_incomplete, "question", question.text.zh);
            }
            if (!options.insert(option.name).second) {
                return with(question_name_taken, "question", question.text.zh);
            }
            has_window =
                has_window || (option.grade && *option.grade != LeadGrade::ungraded && question.required);
        }
    }
    if (!has_window) return no_purchase_window;
    return std::nullopt;
}

const Action<Nothing, QuestionnaireChanged> start_questionnaire{{.name = "leads.start_questionnaire",
                                                                 .needs = lead_manage,
                                                                 .refuses = {},
                                                                 .run = run_start_questionnaire}};

const Action<SaveQuestionnaire, QuestionnaireChanged> save_questionnaire{
    {.name = "leads.save_questionnaire",
     .needs = lead_manage,
     .refuses = {questionnaire_not_found, questionnaire_not_a_draft, question_incomplete, question_name_taken,
                 no_purchase_window, scores_out_of_order, contact_days_out_of_order},
     .run = run_save_questionnaire}};

const Action<PublishQuestionnaire, QuestionnaireChanged> publish_questionnaire{
    {.name = "leads.publish_questionnaire",
     .needs = lead_manage,
     .refuses = {questionnaire_not_found, questionnaire_not_a_draft},
     .run = run_publish_questionnaire}};

const Action<DiscardQuestionnaire, Nothing> discard_questionnaire{
    {.name = "leads.discard_questionnaire",
     .needs = lead_manage,
     .refuses = {questionnaire_not_found, questionnaire_not_a_draft},
     .run = run_discard_questionnaire}};

const Action<TryQuestionnaire, QuestionnaireTried> try_questionnaire{
    {.name = "leads.try_questionnaire",
     .needs = lead_manage,
     .refuses = {questionnaire_not_found, answer_missing, answer_not_understood},
     .run = run_try_questionnaire}};

const View<QuestionnaireIn, Questionnaire> questionnaire{
    {.name = "leads.questionnaire", .needs = lead_read, .refuses = {}, .run = run_questionnaire}};

const View<Nothing, QuestionnaireDesk> questionnaire_desk{
    {.name = "leads.questionnaire_desk", .needs = lead_manage, .refuses = {}, .run = run_questionnaire_desk}};

}  // namespace forecourt::leads
