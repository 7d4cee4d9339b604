#pragma once
#include <action/view.h>
#include <modules/leads/lead/lead.h>
#include <modules/leads/needs/needs_rules.h>

/// The needs questionnaire as the store edits it: a draft becomes the next number when it is published, and
/// answers keep the number they were given to.
namespace forecourt::leads {

struct QuestionnaireDraft;

enum class QuestionnaireState { draft, published, discarded };
FORECOURT_ENUM(QuestionnaireState, draft, published, discarded)

struct QuestionnaireRow {
    Id<QuestionnaireDraft> id;
    std::int64_t number{};
    QuestionnaireState state{};
    JsonText body;  // Questionnaire
    std::string reason;
    Instant changed_at;
    std::string changed_by;
    std::optional<Instant> published_at;
    std::optional<std::string> published_by;
    std::int64_t version{};
};
FORECOURT_STRUCT(QuestionnaireRow, id, number, state, body, reason, changed_at, changed_by, published_at,
                 published_by, version)

/// A questionnaire with its number; 0 is the one the program ships with.
struct NumberedQuestionnaire {
    std::int64_t number{};
    Questionnaire questionnaire;
};
NumberedQuestionnaire questionnaire_in_force(db::Connection& db, Id<Store> store);
/// The one of this number; the one in force when there is none such.
NumberedQuestionnaire questionnaire_numbered(db::Connection& db, Id<Store> store, std::int64_t number);

struct SaveQuestionnaire {
    Id<QuestionnaireDraft> questionnaire_draft_id;
    TwoWords title;
    ContactDays next_contact_days;
    std::int64_t raise_from_score{};
    std::int64_t lower_below_score{};
    std::vector<Question> questions;
    std::int64_t version{};
};
FORECOURT_STRUCT(SaveQuestionnaire, questionnaire_draft_id, title, next_contact_days, raise_from_score,
                 lower_below_score, questions, version)

struct QuestionnaireChanged {
    Id<QuestionnaireDraft> questionnaire_draft_id;
    std::int64_t number{};
    std::int64_t version{};
};
FORECOURT_STRUCT(QuestionnaireChanged, questionnaire_draft_id, number, version)

struct PublishQuestionnaire {
    Id<QuestionnaireDraft> questionnaire_draft_id;
    FilledText reason;
    std::int64_t version{};
};
FORECOURT_STRUCT(PublishQuestionnaire, questionnaire_draft_id, reason, version)

struct DiscardQuestionnaire {
    Id<QuestionnaireDraft> questionnaire_draft_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(DiscardQuestionnaire, questionnaire_draft_id, version)

/// Answers are tried on a draft and not stored.
struct TryQuestionnaire {
    Id<QuestionnaireDraft> questionnaire_draft_id;
    std::vector<NeedsAnswer> answers;
};
FORECOURT_STRUCT(TryQuestionnaire, questionnaire_draft_id, answers)

struct QuestionnaireTried {
    std::int64_t score{};
    LeadGrade grade{};
    std::vector<Proposal> proposals;
};
FORECOURT_STRUCT(QuestionnaireTried, score, grade, proposals)

inline constexpr Refusal questionnaire_not_found{"questionnaire_not_found", RefusalKind::not_found};
inline constexpr Refusal questionnaire_not_a_draft{"questionnaire_not_a_draft"};
/// A question without words, or one with choices and none to choose; the detail `question` names it.
inline constexpr Refusal question_incomplete{"question_incomplete", RefusalKind::unprocessable};
/// Two questions, or two answers of one, have the same name; the detail `question`.
inline constexpr Refusal question_name_taken{"question_name_taken", RefusalKind::unprocessable};
/// No answer says when the customer buys: no lead could be graded.
inline constexpr Refusal no_purchase_window{"no_purchase_window", RefusalKind::unprocessable};
inline constexpr Refusal scores_out_of_order{"scores_out_of_order", RefusalKind::unprocessable};
/// A grade allows no day, or a warmer one more days than a colder one.
inline constexpr Refusal contact_days_out_of_order{"contact_days_out_of_order", RefusalKind::unprocessable};

/// Whether leads could be graded by it. Refuses the five above.
MaybeRefused check_questionnaire(const Questionnaire& questionnaire);

struct QuestionnaireIn {
    std::optional<std::int64_t> number;  // the one in force without it
};
FORECOURT_STRUCT(QuestionnaireIn, number)

struct QuestionnaireVersionRow {
    Id<QuestionnaireDraft> id;
    std::int64_t number{};
    QuestionnaireState state{};
    std::string reason;
    Instant changed_at;
    std::string changed_by;
    std::optional<Instant> published_at;
    std::optional<std::string> published_by;
    std::int64_t version{};
};
FORECOURT_STRUCT(QuestionnaireVersionRow, id, number, state, reason, changed_at, changed_by, published_at,
                 published_by, version)

/// What the designer shows: the draft if there is one, what is in force, and every number so far.
struct QuestionnaireDesk {
    std::int64_t number_in_force{};
    Questionnaire in_force;
    std::optional<QuestionnaireVersionRow> draft;
    Questionnaire draft_body;
    std::vector<QuestionnaireVersionRow> versions;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(QuestionnaireDesk, number_in_force, in_force, draft, draft_body, versions, allowed_actions)

extern const Action<Nothing, QuestionnaireChanged> start_questionnaire;
extern const Action<SaveQuestionnaire, QuestionnaireChanged> save_questionnaire;
extern const Action<PublishQuestionnaire, QuestionnaireChanged> publish_questionnaire;
extern const Action<DiscardQuestionnaire, Nothing> discard_questionnaire;
extern const Action<TryQuestionnaire, QuestionnaireTried> try_questionnaire;
extern const View<QuestionnaireIn, Questionnaire> questionnaire;
extern const View<Nothing, QuestionnaireDesk> questionnaire_desk;

}  // namespace forecourt::leads
