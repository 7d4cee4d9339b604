#pragma once
#include <modules/consultation/article/article.h>
#include <modules/customers/api.h>
#include <modules/leads/api.h>
#include <modules/vehicles/api.h>

/// A question from whatever channel: whose it is, by when it is answered, what came of it.
namespace forecourt::consultation {

struct Question;
struct Chat;
struct Line;

inline constexpr Right question_read{"consultation.question_read"};
inline constexpr Right question_write{"consultation.question_write"};
/// To give a question to somebody else.
inline constexpr Right question_manage{"consultation.question_manage"};

enum class QuestionChannel { walk_in, phone_call, web_form, api, campaign, chat };
FORECOURT_ENUM(QuestionChannel, walk_in, phone_call, web_form, api, campaign, chat)

enum class QuestionState { open, answered, closed };
FORECOURT_ENUM(QuestionState, open, answered, closed)

enum class QuestionOutcome { answered, became_lead, appointment, handed_on, not_reached, spam };
FORECOURT_ENUM(QuestionOutcome, answered, became_lead, appointment, handed_on, not_reached, spam)

enum class Speaker { customer, assistant, person };
FORECOURT_ENUM(Speaker, customer, assistant, person)

/// A question as it is stored; the telephone number and address are sealed and never leave by a view.
struct QuestionRow {
    Id<Question> id;
    std::string number;
    QuestionChannel channel{};
    Topic topic{};
    QuestionState state{};
    std::string words;
    std::string asker_name;
    std::string phone_masked;
    std::string campaign;
    std::optional<Id<customers::Customer>> customer_id;
    std::optional<Id<leads::Lead>> lead_id;
    std::optional<Id<vehicles::Model>> model_id;
    std::optional<Id<Chat>> chat_id;
    Id<User> owner_id;
    Instant asked_at;
    std::string asked_by;
    Instant respond_by;
    std::optional<Instant> first_answer_at;
    bool late{};  // the first answer came after its time, or is missing beyond it
    std::optional<Instant> closed_at;
    std::optional<std::string> closed_by;
    std::optional<QuestionOutcome> outcome;
    std::string note;
    std::int64_t version{};
};
FORECOURT_STRUCT(QuestionRow, id, number, channel, topic, state, words, asker_name, phone_masked, campaign,
                 customer_id, lead_id, model_id, chat_id, owner_id, asked_at, asked_by, respond_by,
                 first_answer_at, late, closed_at, closed_by, outcome, note, version)

struct LineRow {
    Id<Line> id;
    Speaker speaker{};
    std::string words;
    std::optional<Id<Article>> article_id;
    std::string article_title;
    Instant said_at;
    std::string said_by;
};
FORECOURT_STRUCT(LineRow, id, speaker, words, article_id, article_title, said_at, said_by)

/// From outside, without sign-in: the form on the store's site, another program, a campaign's page.
struct Ask {
    FilledText words;
    FilledText name;
    Phone phone;
    std::optional<EmailAddress> email;
    Topic topic{};
    std::optional<QuestionChannel> channel;  // web_form, api or campaign
    std::optional<FilledText> campaign;
    std::optional<Id<vehicles::Model>> model_id;
    bool agreed{};  // to be called back, and that the number is kept for it
};
FORECOURT_STRUCT(Ask, words, name, phone, email, topic, channel, campaign, model_id, agreed)

struct Asked {
    std::string number;
    Instant respond_by;
};
FORECOURT_STRUCT(Asked, number, respond_by)

/// Somebody of the store writes down what was asked at the desk or on the telephone.
struct RecordQuestion {
    QuestionChannel channel{};
    Topic topic{};
    FilledText words;
    std::optional<std::string> name;
    std::optional<Phone> phone;
    std::optional<Id<customers::Customer>> customer_id;
    std::optional<Id<vehicles::Model>> model_id;
    std::optional<std::string> campaign;
};
FORECOURT_STRUCT(RecordQuestion, channel, topic, words, name, phone, customer_id, model_id, campaign)

struct QuestionRecorded {
    Id<Question> question_id;
    std::string number;
    Instant respond_by;
    std::int64_t version{};
};
FORECOURT_STRUCT(QuestionRecorded, question_id, number, respond_by, version)

struct Reply {
    Id<Question> question_id;
    std::string words;
    std::optional<Id<Article>> article_id;  // what the answer was taken from
    std::int64_t version{};
};
FORECOURT_STRUCT(Reply, question_id, words, article_id, version)

struct Replied {
    bool late{};
    std::int64_t version{};
};
FORECOURT_STRUCT(Replied, late, version)

struct TakeQuestion {
    Id<Question> question_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(TakeQuestion, question_id, version)

struct AssignQuestion {
    Id<Question> question_id;
    Id<User> user_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(AssignQuestion, question_id, user_id, version)

struct CloseQuestion {
    Id<Question> question_id;
    QuestionOutcome outcome{};
    std::optional<std::string> note;
    std::int64_t version{};
};
FORECOURT_STRUCT(CloseQuestion, question_id, outcome, note, version)

/// A model and a consultant, where they are known; else by the rule of sharing out.
struct MakeLead {
    Id<Question> question_id;
    std::optional<Id<vehicles::Model>> model_id;
    std::int64_t version{};
};
FORECOURT_STRUCT(MakeLead, question_id, model_id, version)

struct LeadMade {
    Id<leads::Lead> lead_id;
};
FORECOURT_STRUCT(LeadMade, lead_id)

inline constexpr Refusal question_not_found{"question_not_found", RefusalKind::not_found};
inline constexpr Refusal question_is_closed{"question_is_closed"};
inline constexpr Refusal question_not_answered{"question_not_answered"};
inline constexpr Refusal question_has_lead{"question_has_lead"};
/// Nobody may be called back who has not agreed to it (personal information law, articles 13 and 14).
inline constexpr Refusal consent_to_contact_missing{"consent_to_contact_missing", RefusalKind::unprocessable};
inline constexpr Refusal channel_not_from_outside{"channel_not_from_outside", RefusalKind::unprocessable};
inline constexpr Refusal asker_cannot_be_reached{"asker_cannot_be_reached", RefusalKind::unprocessable};
inline constexpr Refusal words_missing{"words_missing", RefusalKind::unprocessable};
inline constexpr Refusal words_too_long{"words_too_long", RefusalKind::unprocessable};
inline constexpr Refusal colleague_not_found{"colleague_not_found", RefusalKind::unprocessable};

/// Whether a question of this topic may become a lead.
bool wants_a_car(Topic topic);
MaybeRefused check_ask(const Ask& ask);
MaybeRefused check_words(std::string_view words);
MaybeRefused may_answer(const QuestionRow& question);
/// Answered is what somebody has answered; everything else may be closed unanswered, with its reason.
MaybeRefused may_close(const QuestionRow& question, QuestionOutcome outcome);
MaybeRefused may_make_lead(const QuestionRow& question);
/// Whether a question about buying becomes a lead by itself: from a campaign or another company's page, whose
/// askers have left their number to be called. What comes by the open form of our own page somebody reads
/// first.
bool is_lead_at_once(const QuestionRow& question);

struct QuestionListIn {
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
    std::optional<QuestionState> state;
    std::optional<QuestionChannel> channel;
    std::optional<Topic> topic;
    std::optional<Id<User>> owner_id;
    std::optional<Id<customers::Customer>> customer_id;
    std::optional<Instant> due_before;  // open ones whose answer is due before
};
FORECOURT_STRUCT(QuestionListIn, limit, after, sort, state, channel, topic, owner_id, customer_id, due_before)

struct QuestionListRow {
    Id<Question> id;
    std::string number;
    QuestionChannel channel{};
    Topic topic{};
    QuestionState state{};
    std::string words;
    std::string asker_name;
    std::optional<Id<customers::Customer>> customer_id;
    std::optional<Id<leads::Lead>> lead_id;
    Id<User> owner_id;
    std::string owner_name;
    Instant asked_at;
    Instant respond_by;
    std::optional<Instant> first_answer_at;
    bool late{};
    std::optional<QuestionOutcome> outcome;
};
FORECOURT_STRUCT(QuestionListRow, id, number, channel, topic, state, words, asker_name, customer_id, lead_id,
                 owner_id, owner_name, asked_at, respond_by, first_answer_at, late, outcome)

struct QuestionRecordIn {
    Id<Question> question_id;
};
FORECOURT_STRUCT(QuestionRecordIn, question_id)

struct QuestionRecord {
    QuestionRow question;
    std::string owner_name;
    std::string customer_name;
    std::string model_name;
    std::vector<LineRow> lines;             // the first said first
    std::vector<Suggestion> suggestions;    // articles that may answer it
    std::optional<Id<Article>> article_id;  // written because of it
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(QuestionRecord, question, owner_name, customer_name, model_name, lines, suggestions,
                 article_id, allowed_actions)

struct ChannelCount {
    QuestionChannel channel{};
    std::int64_t questions{};
    std::int64_t open{};
    std::int64_t in_time{};
    std::int64_t late{};
    std::int64_t became_lead{};
};
FORECOURT_STRUCT(ChannelCount, channel, questions, open, in_time, late, became_lead)

/// The last thirty days by channel.
struct InboxOverview {
    std::vector<ChannelCount> channels;
};
FORECOURT_STRUCT(InboxOverview, channels)

extern const Action<Ask, Asked> ask;
extern const Action<RecordQuestion, QuestionRecorded> record_question;
extern const Action<Reply, Replied> reply;
extern const Action<TakeQuestion, Nothing> take_question;
extern const Action<AssignQuestion, Nothing> assign_question;
extern const Action<CloseQuestion, Nothing> close_question;
extern const Action<MakeLead, LeadMade> make_lead;
extern const View<QuestionListIn, Page<QuestionListRow>> question_list;
extern const View<QuestionRecordIn, QuestionRecord> question_record;
extern const View<Nothing, InboxOverview> inbox_overview;

/// The norm's target, once the case has begun: when the first answer is due.
MaybeRefused on_asked(Tx& tx, const Event& event);
MaybeRefused on_customers_merged(Tx& tx, const Event& event);
/// Tells owner and lead of the team that an answer is missing.
void watch_answers(Tx& tx);

}  // namespace forecourt::consultation
