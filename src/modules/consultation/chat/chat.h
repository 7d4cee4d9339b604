#pragma once
#include <modules/consultation/question/question.h>

/// The assistant on the customer's page: answers out of published articles, says when it does not know, and
/// hands the whole conversation to a person.
namespace forecourt::consultation {

enum class ChatState { assistant, waiting, person, closed };
FORECOURT_ENUM(ChatState, assistant, waiting, person, closed)

struct ChatRow {
    Id<Chat> id;
    ChatState state{};
    std::optional<Id<customers::Customer>> customer_id;
    std::optional<Id<Question>> question_id;
    Instant opened_at;
    std::int64_t lines{};
    std::int64_t version{};
};
FORECOURT_STRUCT(ChatRow, id, state, customer_id, question_id, opened_at, lines, version)

struct ChatStarted {
    std::string chat_token;  // whoever has it, has the conversation
};
FORECOURT_STRUCT(ChatStarted, chat_token)

struct Say {
    std::string chat_token;
    FilledText words;
};
FORECOURT_STRUCT(Say, chat_token, words)

struct Said {
    ChatState state{};
    bool answered{};  // by the assistant, out of an article
    std::string words;
    std::string article_title;
};
FORECOURT_STRUCT(Said, state, answered, words, article_title)

struct AskPerson {
    std::string chat_token;
    FilledText name;
    Phone phone;
    Topic topic{};
    bool agreed{};
};
FORECOURT_STRUCT(AskPerson, chat_token, name, phone, topic, agreed)

struct ConversationIn {
    std::string chat_token;
};
FORECOURT_STRUCT(ConversationIn, chat_token)

struct ConversationLine {
    Speaker speaker{};
    std::string words;
    std::string article_title;  // of the assistant's answers; empty when it did not know
    Instant said_at;
    std::string said_by;
};
FORECOURT_STRUCT(ConversationLine, speaker, words, article_title, said_at, said_by)

struct Conversation {
    ChatState state{};
    std::string number;  // of the question, once a person has it
    std::optional<Instant> respond_by;
    std::vector<ConversationLine> lines;
};
FORECOURT_STRUCT(Conversation, state, number, respond_by, lines)

struct CommonQuestion {
    std::string title;
    Topic topic{};
};
FORECOURT_STRUCT(CommonQuestion, title, topic)

struct CommonQuestions {
    std::string store_name;
    std::vector<CommonQuestion> rows;
};
FORECOURT_STRUCT(CommonQuestions, store_name, rows)

inline constexpr Refusal chat_not_found{"chat_not_found", RefusalKind::not_found};
inline constexpr Refusal chat_is_closed{"chat_is_closed"};
inline constexpr Refusal chat_is_full{"chat_is_full"};
inline constexpr Refusal person_was_asked{"person_was_asked"};
inline constexpr Refusal nothing_was_said{"nothing_was_said"};

MaybeRefused may_say(const ChatRow& chat, std::int64_t longest);
MaybeRefused may_ask_person(const ChatRow& chat, bool agreed);

/// A person of the store has answered; from now on the assistant is silent.
void person_answers(Tx& tx, Id<Chat> chat);
void chat_is_over(Tx& tx, Id<Chat> chat);
LineRow customer_line(Tx& tx, const std::string& words, const std::string& name);

extern const Action<Nothing, ChatStarted> start_chat;
extern const Action<Say, Said> say;
extern const Action<AskPerson, Asked> ask_person;
extern const View<ConversationIn, Conversation> conversation;
extern const View<Nothing, CommonQuestions> common_questions;

}  // namespace forecourt::consultation
