#include <modules/consultation/question/question.h>

#include <db/rows.h>
#include <db/send.h>
#include <modules/consultation/article/article_store.h>
#include <modules/consultation/chat/chat.h>
#include <modules/consultation/question/consultation_question.sql.h>
#include <modules/consultation/question/question_store.h>
#include <services/access/api.h>
#include <services/messages/api.h>
#include <services/standards/api.h>
#include <services/tasks/api.h>

namespace forecourt::consultation {
namespace {

namespace statements = sql::consultation_question;

struct RepliedEvent {
    std::string number;
    std::string words;
    bool late{};
};
FORECOURT_STRUCT(RepliedEvent, number, words, late)

struct OwnerEvent {
    std::string number;
    std::string owner_name;
};
FORECOURT_STRUCT(OwnerEvent, number, owner_name)

struct ClosedEvent {
    std::string number;
    QuestionOutcome outcome{};
    std::string note;
};
FORECOURT_STRUCT(ClosedEvent, number, outcome, note)

struct QuestionAlert {
    std::string number;
    std::string asker_name;
    std::string words;
};
FORECOURT_STRUCT(QuestionAlert, number, asker_name, words)

struct AnswerParams {
    std::string words;
};
FORECOURT_STRUCT(AnswerParams, words)

std::string link_to(Id<Question> id) { return "/questions/" + std::to_string(id.value); }

// So that an alert stays one line.
std::string shortened(const std::string& words) {
    std::size_t end = 0, characters = 0;
    while (end < words.size() && characters < 24) {
        ++end;
        while (end < words.size() && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) ++end;
        ++characters;
    }
    return end < words.size() ? words.substr(0, end) + "…" : words;
}

QuestionAlert alert_of(const QuestionRow& question) {
    return {question.number, question.asker_name, shortened(question.words)};
}

void tell_owner(Tx& tx, const QuestionRow& question) {
    if (question.owner_id == tx.actor().user_id || !question.owner_id) return;
    tasks::alert(tx, {.title_key = "alert.question_given",
                      .params_json = reflect::to_json(alert_of(question)),
                      .user_id = question.owner_id,
                      .role = {},
                      .link = link_to(question.id),
                      .about = {"question", question.id},
                      .level = tasks::AlertLevel::warning});
}

ObjectRef customer_of(const QuestionRow& question) {
    return {"customer", question.customer_id.value_or(Id<customers::Customer>{})};
}

/// Opens a lead for who asked, or joins the open one; a customer who is not known yet is registered.
MaybeRefused give_lead(Tx& tx, QuestionRow& question) {
    if (!question.customer_id) {
        const auto registered =
            customers::register_customer(tx, {.name = question.asker_name,
                                              .phone = phone_of(tx.db(), tx.store_id(), question.id),
                                              .source = customers::CustomerSource::web});
        if (!registered) return registered.refused();
        question.customer_id = *registered;
    }
    const bool by_phone = question.channel == QuestionChannel::phone_call;
    const bool in_person = question.channel == QuestionChannel::walk_in;
    question.lead_id = leads::open_lead_for(tx, {.customer_id = *question.customer_id,
                                                 .source = in_person  ? "showroom"
                                                           : by_phone ? "phone_call"
                                                                      : "web",
                                                 .campaign = question.campaign,
                                                 .model_id = question.model_id,
                                                 .consultant_id = {},
                                                 .note = question.words});
    update_question(tx, question);
    tx.emit("consultation.lead_made",
            {{"question", question.id}, customer_of(question), {"lead", *question.lead_id}},
            OwnerEvent{question.number, {}});
    return std::nullopt;
}

Result<Asked> run_ask(Tx& tx, const Ask& in) {
    if (auto no = check_ask(in)) return *no;
    if (in.model_id && !vehicles::find_model(tx.db(), tx.store_id(), *in.model_id))
        return vehicles::model_not_found;
    auto question = open_question(tx, {.channel = in.channel.value_or(QuestionChannel::web_form),
                                       .topic = in.topic,
                                       .words = in.words.text,
                                       .name = in.name.text,
                                       .contact = {.phone = in.phone, .email = in.email},
                                       .customer_id = {},
                                       .model_id = in.model_id,
                                       .chat_id = {},
                                       .campaign = in.campaign ? in.campaign->text : std::string()});
    add_line(tx, customer_line(tx, in.words.text, in.name.text), std::nullopt, question.id);
    tell_owner(tx, question);
    // Where no customer can be made of it, somebody sees to it by hand.
    if (is_lead_at_once(question)) give_lead(tx, question);
    return Asked{.number = question.number, .respond_by = question.respond_by};
}

Result<QuestionRecorded> run_record_question(Tx& tx, const RecordQuestion& in) {
    if (in.model_id && !vehicles::find_model(tx.db(), tx.store_id(), *in.model_id))
        return vehicles::model_not_found;
    if (in.customer_id && !customers::find_customer(tx.db(), tx.store_id(), *in.customer_id)) {
        return customers::customer_not_found;
    }
    const auto question = open_question(tx, {.channel = in.channel,
                                             .topic = in.topic,
                                             .words = in.words.text,
                                             .name = in.name.value_or(""),
                                             .contact = {.phone = in.phone, .email = {}},
                                             .customer_id = in.customer_id,
                                             .model_id = in.model_id,
                                             .chat_id = {},
                                             .campaign = in.campaign.value_or("")});
    add_line(tx, customer_line(tx, in.words.text, question.asker_name), std::nullopt, question.id);
    tell_owner(tx, question);
    return QuestionRecorded{.question_id = question.id,
                            .number = question.number,
                            .respond_by = question.respond_by,
                            .version = question.version};
}

// A chat shows the answer by itself; who left a number gets it as a message.
void send_answer(Tx& tx, const QuestionRow& question, const std::string& words) {
    if (question.chat_id) {
        person_answers(tx, *question.chat_id);
        return;
    }
    const auto phone = phone_of(tx.db(), tx.store_id(), question.id);
    const bool from_outside =
        question.channel != QuestionChannel::walk_in && question.channel != QuestionChannel::phone_call;
    if (!phone || !from_outside) return;
    messages::send(tx, {.channel = messages::Channel::sms,
                        .customer_id = question.customer_id.value_or(Id<customers::Customer>{}).value,
                        .to = phone->text,
                        .template_key = "consultation.answer",
                        .params_json = reflect::to_json(AnswerParams{words}),
                        .about = {"question", question.id},
                        .language = Language::zh});
}

Result<Replied> run_reply(Tx& tx, const Reply& in) {
    auto question = load_question(tx.db(), tx.store_id(), in.question_id);
    if (!question) return question_not_found;
    if (auto no = may_answer(*question)) return *no;
    if (auto no = check_words(in.words)) return *no;
    LineRow line{.id = tx.new_id<Line>(),
                 .speaker = Speaker::person,
                 .words = std::string(trimmed(in.words)),
                 .article_id = in.article_id,
                 .article_title = {},
                 .said_at = tx.now(),
                 .said_by = tx.actor().name};
    if (in.article_id) {
        const auto article = load_article(tx.db(), tx.store_id(), *in.article_id);
        if (!article) return article_not_found;
        line.article_title = article->title;
        count_citation(tx, article->id);
    }
    add_line(tx, line, question->chat_id, question->id);
    if (!question->first_answer_at) {
        question->first_answer_at = tx.now();
        question->late = tx.now() > question->respond_by;
    }
    question->state = QuestionState::answered;
    question->version = in.version;
    update_question(tx, *question);
    send_answer(tx, *question, line.words);
    tx.emit("consultation.replied",
            {{"question", question->id}, customer_of(*question), {"user", tx.actor().user_id}},
            RepliedEvent{question->number, shortened(line.words), question->late});
    return Replied{.late = question->late, .version = in.version + 1};
}

Result<Nothing> give_to(Tx& tx, QuestionRow question, Id<User> owner) {
    question.owner_id = owner;
    update_question(tx, question);
    tx.emit("consultation.question_given", {{"question", question.id}, {"user", owner}},
            OwnerEvent{question.number, access::user_name(tx.db(), tx.store_id(), owner)});
    tell_owner(tx, question);
    return Nothing{};
}

Result<Nothing> run_take_question(Tx& tx, const TakeQuestion& in) {
    auto question = load_question(tx.db(), tx.store_id(), in.question_id);
    if (!question) return question_not_found;
    if (auto no = may_answer(*question)) return *no;
    question->version = in.version;
    return give_to(tx, *question, tx.actor().user_id);
}

Result<Nothing> run_assign_question(Tx& tx, const AssignQuestion& in) {
    auto question = load_question(tx.db(), tx.store_id(), in.question_id);
    if (!question) return question_not_found;
    if (auto no = may_answer(*question)) return *no;
    if (access::user_name(tx.db(), tx.store_id(), in.user_id).empty()) return colleague_not_found;
    question->version = in.version;
    return give_to(tx, *question, in.user_id);
}

void close(Tx& tx, QuestionRow& question, QuestionOutcome outcome, const std::string& note) {
    question.state = QuestionState::closed;
    question.closed_at = tx.now();
    question.closed_by = tx.actor().name;
    question.outcome = outcome;
    question.note = note;
    update_question(tx, question);
    if (question.chat_id) chat_is_over(tx, *question.chat_id);
    tx.emit("consultation.question_closed",
            {{"question", question.id},
             customer_of(question),
             {"lead", question.lead_id.value_or(Id<leads::Lead>{})}},
            ClosedEvent{question.number, outcome, note});
}

Result<Nothing> run_close_question(Tx& tx, const CloseQuestion& in) {
    auto question = load_question(tx.db(), tx.store_id(), in.question_id);
    if (!question) return question_not_found;
    if (auto no = may_close(*question, in.outcome)) return *no;
    question->version = in.version;
    close(tx, *question, in.outcome, std::string(trimmed(in.note.value_or(""))));
    return Nothing{};
}

Result<LeadMade> run_make_lead(Tx& tx, const MakeLead& in) {
    auto question = load_question(tx.db(), tx.store_id(), in.question_id);
    if (!question) return question_not_found;
    if (auto no = may_make_lead(*question)) return *no;
    if (in.model_id && !vehicles::find_model(tx.db(), tx.store_id(), *in.model_id))
        return vehicles::model_not_found;
    if (in.model_id) question->model_id = in.model_id;
    question->version = in.version;
    if (auto no = give_lead(tx, *question)) return *no;
    return LeadMade{*question->lead_id};
}

struct Missing {
    Id<Question> id;
    std::string number;
    Topic topic{};
    Id<User> owner_id;
    std::string asker_name;
};
FORECOURT_STRUCT(Missing, id, number, topic, owner_id, asker_name)

struct MissedEvent {
    std::string number;
    std::string asker_name;
    std::string owner_name;
};
FORECOURT_STRUCT(MissedEvent, number, asker_name, owner_name)

}  // namespace

LineRow customer_line(Tx& tx, const std::string& words, const std::string& name) {
    return {.id = tx.new_id<Line>(),
            .speaker = Speaker::customer,
            .words = words,
            .article_id = {},
            .article_title = {},
            .said_at = tx.now(),
            .said_by = name};
}

// The norm counts from the question on; the clock on the wall runs while the store is open.
MaybeRefused on_asked(Tx& tx, const Event& event) {
    const Id<Question> id{event.object("question")};
    const auto due = standards::due_at(tx.db(), tx.store_id(), {"question", id}, "question", "answered");
    if (!due) return std::nullopt;
    const auto wait_minutes = (*due - event.at).ms / 60'000;
    db::send(tx.db(), statements::set_respond_by,
             {{"store_id", tx.store_id()}, {"id", id}, {"respond_by", leads::answer_by(tx, wait_minutes)}});
    return std::nullopt;
}

MaybeRefused on_customers_merged(Tx& tx, const Event& event) {
    db::send(tx.db(), statements::move_questions,
             {{"store_id", tx.store_id()},
              {"from_customer_id", event.number("from_id")},
              {"to_customer_id", event.number("into_id")}});
    return std::nullopt;
}

void watch_answers(Tx& tx) {
    const auto missing = db::all<Missing>(tx.db(), statements::missing_answers,
                                          {{"store_id", tx.store_id()}, {"now", tx.now()}});
    for (const auto& one : missing) {
        db::send(tx.db(), statements::mark_missed,
                 {{"store_id", tx.store_id()}, {"id", one.id}, {"now", tx.now()}});
        const MissedEvent data{one.number, one.asker_name,
                               access::user_name(tx.db(), tx.store_id(), one.owner_id)};
        tx.emit("consultation.answer_missed", {{"question", one.id}, {"user", one.owner_id}}, data);
        tasks::Alert alert{.title_key = "alert.question_not_answered",
                           .params_json = reflect::to_json(data),
                           .user_id = {},
                           .role = wants_a_car(one.topic) ? Role::sales_manager : Role::care,
                           .link = link_to(one.id),
                           .about = {"question", one.id},
                           .level = tasks::AlertLevel::urgent};
        tasks::alert(tx, alert);
    }
}

const Action<Ask, Asked> ask{
    {.name = "consultation.ask",
     .needs = everyone,
     .refuses = {consent_to_contact_missing, channel_not_from_outside, vehicles::model_not_found},
     .run = run_ask}};

const Action<RecordQuestion, QuestionRecorded> record_question{
    {.name = "consultation.record_question",
     .needs = question_write,
     .refuses = {vehicles::model_not_found, customers::customer_not_found},
     .run = run_record_question}};

const Action<Reply, Replied> reply{
    {.name = "consultation.reply",
     .needs = question_write,
     .refuses = {question_not_found, question_is_closed, words_missing, words_too_long, article_not_found},
     .run = run_reply}};

const Action<TakeQuestion, Nothing> take_question{{.name = "consultation.take_question",
                                                   .needs = question_write,
                                                   .refuses = {question_not_found, question_is_closed},
                                                   .run = run_take_question}};

const Action<AssignQuestion, Nothing> assign_question{
    {.name = "consultation.assign_question",
     .needs = question_manage,
     .refuses = {question_not_found, question_is_closed, colleague_not_found},
     .run = run_assign_question}};

const Action<CloseQuestion, Nothing> close_question{
    {.name = "consultation.close_question",
     .needs = question_write,
     .refuses = {question_not_found, question_is_closed, question_not_answered},
     .run = run_close_question}};

const Action<MakeLead, LeadMade> make_lead{
    {.name = "consultation.make_lead",
     .needs = question_write,
     .refuses = {question_not_found, question_has_lead, question_is_closed, asker_cannot_be_reached,
                 vehicles::model_not_found},
     .run = run_make_lead}};

}  // namespace forecourt::consultation
