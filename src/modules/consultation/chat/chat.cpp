#include <db/send.h>
#include <modules/consultation/chat/chat.h>
#include <modules/consultation/limits/assistant_limits.h>

#include <db/rows.h>
#include <modules/consultation/article/article_store.h>
#include <modules/consultation/article/consultation_article.sql.h>
#include <modules/consultation/chat/consultation_chat.sql.h>
#include <modules/consultation/question/question_store.h>
#include <secrets/bytes.h>
#include <secrets/digest.h>
#include <services/access/api.h>
#include <services/tasks/api.h>

namespace forecourt::consultation {
namespace {

namespace statements = sql::consultation_chat;

std::optional<ChatRow> find_chat(db::Connection& db, Id<Store> store, const std::string& token) {
    const auto hash = secrets::sha256_hex(token);
    return db::first<ChatRow>(db, statements::find_chat,
                              {{"store_id", store}, {"token_hash", std::string_view(hash)}});
}

void update_chat(Tx& tx, const ChatRow& chat) {
    db::execute_one(tx.db(), statements::update_chat, db::Params::of(chat, {{"store_id", tx.store_id()}}));
}

void set_state(Tx& tx, Id<Chat> id, ChatState state) {
    auto chat = db::first<ChatRow>(tx.db(), statements::find_chat, {{"store_id", tx.store_id()}, {"id", id}});
    if (!chat || chat->state == state) return;
    chat->state = state;
    update_chat(tx, *chat);
}

Result<ChatStarted> run_start_chat(Tx& tx, const Nothing&) {
    const auto token = secrets::random_token();
    const auto hash = secrets::sha256_hex(token);
    std::optional<Id<customers::Customer>> customer;
    if (tx.actor().is_customer()) customer = Id<customers::Customer>{tx.actor().customer_id};
    db::send(tx.db(), statements::insert_chat,
             {{"id", tx.new_id<Chat>()},
              {"store_id", tx.store_id()},
              {"token_hash", std::string_view(hash)},
              {"state", ChatState::assistant},
              {"customer_id", customer},
              {"opened_at", tx.now()}});
    return ChatStarted{token};
}

// The best published article, or plainly that there is none: an empty text without an article.
LineRow assistant_line(Tx& tx, const std::string& asked) {
    LineRow line{.id = tx.new_id<Line>(),
                 .speaker = Speaker::assistant,
                 .words = {},
                 .article_id = {},
                 .article_title = {},
                 .said_at = tx.now(),
                 .said_by = {}};
    const auto found = find_answers(tx, asked, 1);
    if (found.empty() || !found.front().sure) return line;
    line.words = found.front().body;
    line.article_id = found.front().article_id;
    line.article_title = found.front().title;
    count_citation(tx, found.front().article_id);
    return line;
}

struct WroteAlert {
    std::string number;
    std::string words;
};
FORECOURT_STRUCT(WroteAlert, number, words)

// A person has the conversation: they hear of what the customer adds.
void tell_person(Tx& tx, const ChatRow& chat, const std::string& words) {
    const auto question = load_question(tx.db(), tx.store_id(), *chat.question_id);
    if (!question) return;
    tasks::alert(tx, {.title_key = "alert.customer_wrote",
                      .params_json = reflect::to_json(WroteAlert{question->number, words}),
                      .user_id = question->owner_id,
                      .role = {},
                      .link = "/questions/" + std::to_string(question->id.value),
                      .about = {"question", question->id},
                      .level = tasks::AlertLevel::warning});
    tx.emit("consultation.customer_wrote", {{"question", question->id}}, WroteAlert{question->number, words});
}

Result<Said> run_say(Tx& tx, const Say& in) {
    auto chat = find_chat(tx.db(), tx.store_id(), in.chat_token);
    if (!chat) return chat_not_found;
    if (auto no = may_say(*chat, limits::in_force(tx, assistant_limits).longest_chat)) return *no;
    add_line(tx, customer_line(tx, in.words.text, {}), chat->id, chat->question_id);
    ++chat->lines;
    Said said{.state = chat->state, .answered = false, .words = {}, .article_title = {}};
    if (chat->state == ChatState::assistant) {
        const auto line = assistant_line(tx, in.words.text);
        add_line(tx, line, chat->id, std::nullopt);
        ++chat->lines;
        said.answered = line.article_id.has_value();
        said.words = line.words;
        said.article_title = line.article_title;
    } else {
        tell_person(tx, *chat, in.words.text);
    }
    update_chat(tx, *chat);
    return said;
}

// What the person is asked for: what was said last and not answered, else all of what the customer said.
std::string question_of(const std::vector<LineRow>& lines) {
    std::string words;
    for (const auto& line : lines) {
        if (line.speaker == Speaker::customer) words = line.words;
    }
    return words;
}

Result<Asked> run_ask_person(Tx& tx, const AskPerson& in) {
    auto chat = find_chat(tx.db(), tx.store_id(), in.chat_token);
    if (!chat) return chat_not_found;
    if (auto no = may_ask_person(*chat, in.agreed)) return *no;
    const auto words = question_of(lines_of_chat(tx.db(), tx.store_id(), chat->id));
    if (words.empty()) return nothing_was_said;
    const auto question = open_question(tx, {.channel = QuestionChannel::chat,
                                             .topic = in.topic,
                                             .words = words,
                                             .name = in.name.text,
                                             .contact = {.phone = in.phone, .email = {}},
                                             .customer_id = chat->customer_id,
                                             .model_id = {},
                                             .chat_id = chat->id,
                                             .campaign = {}});
    give_lines(tx, chat->id, question.id);
    chat->state = ChatState::waiting;
    chat->question_id = question.id;
    update_chat(tx, *chat);
    tell_person(tx, *chat, words);
    return Asked{.number = question.number, .respond_by = question.respond_by};
}

Result<Conversation> run_conversation(Context& context, const ConversationIn& in) {
    const auto chat = find_chat(context.db(), context.store_id(), in.chat_token);
    if (!chat) return chat_not_found;
    Conversation answer;
    answer.state = chat->state;
    if (chat->question_id) {
        if (const auto question = load_question(context.db(), context.store_id(), *chat->question_id)) {
            answer.number = question->number;
            answer.respond_by = question->respond_by;
        }
    }
    for (const auto& line : lines_of_chat(context.db(), context.store_id(), chat->id)) {
        answer.lines.push_back({.speaker = line.speaker,
                                .words = line.words,
                                .article_title = line.article_title,
                                .said_at = line.said_at,
                                .said_by = line.said_by});
    }
    return answer;
}

Result<CommonQuestions> run_common_questions(Context& context, const Nothing&) {
    CommonQuestions answer;
    if (context.store_id().value == 0) return answer;
    answer.store_name = access::store_facts(context.db(), context.store_id()).name;
    const auto articles = db::all<ArticleRow>(context.db(), sql::consultation_article::most_cited,
                                              {{"store_id", context.store_id()}, {"limit", std::int64_t{8}}});
    for (const auto& article : articles)
        answer.rows.push_back({.title = article.title, .topic = article.topic});
    return answer;
}

}  // namespace

MaybeRefused may_say(const ChatRow& chat, std::int64_t longest) {
    if (chat.state == ChatState::closed) return chat_is_closed;
    if (chat.lines >= longest) return chat_is_full;
    return std::nullopt;
}

MaybeRefused may_ask_person(const ChatRow& chat, bool agreed) {
    if (chat.state == ChatState::closed) return chat_is_closed;
    if (chat.state != ChatState::assistant) return person_was_asked;
    if (!agreed) return consent_to_contact_missing;
    return std::nullopt;
}

void person_answers(Tx& tx, Id<Chat> chat) { set_state(tx, chat, ChatState::person); }
void chat_is_over(Tx& tx, Id<Chat> chat) { set_state(tx, chat, ChatState::closed); }

const Action<Nothing, ChatStarted> start_chat{
    {.name = "consultation.start_chat", .needs = everyone, .refuses = {}, .run = run_start_chat}};

const Action<Say, Said> say{{.name = "consultation.say",
                             .needs = everyone,
                             .refuses = {chat_not_found, chat_is_closed, chat_is_full},
                             .run = run_say}};

const Action<AskPerson, Asked> ask_person{{.name = "consultation.ask_person",
                                           .needs = everyone,
                                           .refuses = {chat_not_found, chat_is_closed, person_was_asked,
                                                       consent_to_contact_missing, nothing_was_said},
                                           .run = run_ask_person}};

const View<ConversationIn, Conversation> conversation{{.name = "consultation.conversation",
                                                       .needs = everyone,
                                                       .refuses = {chat_not_found},
                                                       .run = run_conversation}};

const View<Nothing, CommonQuestions> common_questions{
    {.name = "consultation.common_questions", .needs = everyone, .refuses = {}, .run = run_common_questions}};

}  // namespace forecourt::consultation
