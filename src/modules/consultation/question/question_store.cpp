#include <modules/consultation/question/question_store.h>

#include <db/rows.h>
#include <db/send.h>
#include <modules/consultation/api.h>
#include <modules/consultation/question/consultation_question.sql.h>
#include <secrets/sealing.h>
#include <services/access/api.h>
#include <services/numbering/api.h>

#include <algorithm>

namespace forecourt::consultation {
namespace {

namespace statements = sql::consultation_question;

// Set once at start; every thread only reads it afterwards.
std::optional<secrets::KeyRing> key_ring;

secrets::SealedPlace phone_place(Id<Question> id) {
    return {.table = "consultation_question", .column = "phone_sealed", .row_id = id.value};
}

secrets::SealedPlace email_place(Id<Question> id) {
    return {.table = "consultation_question", .column = "email_sealed", .row_id = id.value};
}

std::optional<std::string> seal(const secrets::SealedPlace& place, const std::optional<std::string>& plain) {
    ensure(key_ring.has_value());
    if (!plain) return std::nullopt;
    return secrets::seal_field(*key_ring, place, *plain);
}

struct SealedContact {
    Id<Question> id;
    std::optional<std::string> phone_sealed;
    std::optional<std::string> email_sealed;
};
FORECOURT_STRUCT(SealedContact, id, phone_sealed, email_sealed)

// Of the people with this role the one whose last question lies the longest back.
std::optional<Id<User>> turn_of(const Context& context, Role role) {
    std::optional<Id<User>> chosen;
    std::int64_t oldest = 0;
    for (const auto& person : access::users_with_role(context.db(), context.store_id(), role)) {
        const auto last = db::number(context.db(), statements::last_owned,
                                     {{"store_id", context.store_id()}, {"owner_id", person.id}})
                              .value_or(0);
        if (chosen && last >= oldest) continue;
        chosen = person.id;
        oldest = last;
    }
    return chosen;
}

// Who knows the customer, else whose turn it is among those who answer such questions.
Id<User> owner_of_new(const Context& context, const NewQuestion& in) {
    if (wants_a_car(in.topic)) {
        if (in.customer_id) {
            const auto customer = customers::find_customer(context.db(), context.store_id(), *in.customer_id);
            if (customer && customer->consultant_id) return *customer->consultant_id;
        }
        if (const auto consultant = leads::whose_turn(context, in.model_id)) return *consultant;
    }
    const bool workshop = in.topic == Topic::service || in.topic == Topic::parts;
    for (const auto role : {workshop ? Role::advisor : Role::care, Role::care, Role::host, Role::gm}) {
        if (const auto person = turn_of(context, role)) return *person;
    }
    return context.actor().user_id;
}

struct AskedEvent {
    std::string number;
    QuestionChannel channel{};
    Topic topic{};
    std::string asker_name;
    std::string words;
};
FORECOURT_STRUCT(AskedEvent, number, channel, topic, asker_name, words)

}  // namespace

void configure(const secrets::KeyRing& keys) { key_ring = keys; }

std::optional<QuestionRow> load_question(db::Connection& db, Id<Store> store, Id<Question> id) {
    return db::first<QuestionRow>(db, statements::find_question, {{"store_id", store}, {"id", id}});
}

void insert_question(Tx& tx, const QuestionRow& question, const Contact& contact) {
    std::optional<std::string> phone, email;
    if (contact.phone) phone = contact.phone->text;
    if (contact.email) email = contact.email->text;
    db::send(tx.db(), statements::insert_question,
             db::Params::of(question, {{"store_id", tx.store_id()},
                                       {"phone_sealed", seal(phone_place(question.id), phone)},
                                       {"email_sealed", seal(email_place(question.id), email)}}));
}

void update_question(Tx& tx, const QuestionRow& question) {
    db::execute_one(tx.db(), statements::update_question,
                    db::Params::of(question, {{"store_id", tx.store_id()}}));
}

std::optional<Phone> phone_of(db::Connection& db, Id<Store> store, Id<Question> id) {
    ensure(key_ring.has_value());
    const auto sealed = db::text(db, statements::phone_of, {{"store_id", store}, {"id", id}});
    if (!sealed) return std::nullopt;
    const auto plain = secrets::open_field(*key_ring, phone_place(id), *sealed);
    ensure(plain.has_value());
    return Phone{*plain};
}

std::int64_t reseal_questions(Tx& tx, std::int64_t limit) {
    ensure(key_ring.has_value());
    const auto rows = db::all<SealedContact>(
        tx.db(), statements::questions_of_old_key,
        {{"store_id", tx.store_id()}, {"head", secrets::newest_head(*key_ring)}, {"limit", limit}});
    for (auto row : rows) {
        if (row.phone_sealed)
            row.phone_sealed = secrets::seal_anew(*key_ring, phone_place(row.id), *row.phone_sealed);
        if (row.email_sealed)
            row.email_sealed = secrets::seal_anew(*key_ring, email_place(row.id), *row.email_sealed);
        db::send(tx.db(), statements::reseal_question, db::Params::of(row, {{"store_id", tx.store_id()}}));
    }
    return static_cast<std::int64_t>(rows.size());
}

void add_line(Tx& tx, const LineRow& line, std::optional<Id<Chat>> chat,
              std::optional<Id<Question>> question) {
    db::send(
        tx.db(), statements::insert_line,
        db::Params::of(line, {{"store_id", tx.store_id()}, {"chat_id", chat}, {"question_id", question}}));
}

std::vector<LineRow> lines_of_question(db::Connection& db, Id<Store> store, Id<Question> id) {
    return db::all<LineRow>(db, statements::lines, {{"store_id", store}, {"question_id", id}});
}

std::vector<LineRow> lines_of_chat(db::Connection& db, Id<Store> store, Id<Chat> id) {
    return db::all<LineRow>(db, statements::lines, {{"store_id", store}, {"chat_id", id}});
}

void give_lines(Tx& tx, Id<Chat> chat, Id<Question> question) {
    db::send(tx.db(), statements::give_lines,
             {{"store_id", tx.store_id()}, {"chat_id", chat}, {"question_id", question}});
}

QuestionRow open_question(Tx& tx, const NewQuestion& in) {
    QuestionRow question;
    question.id = tx.new_id<Question>();
    question.number = numbering::next_number(tx, "Q");
    question.channel = in.channel;
    question.topic = in.topic;
    question.words = std::string(trimmed(in.words));
    question.asker_name = std::string(trimmed(in.name));
    if (in.contact.phone) question.phone_masked = in.contact.phone->masked();
    question.campaign = std::string(trimmed(in.campaign));
    question.customer_id = in.customer_id;
    if (!question.customer_id && in.contact.phone) {
        question.customer_id = customers::find_by_phone(tx.db(), tx.store_id(), *in.contact.phone);
    }
    if (question.customer_id && question.asker_name.empty()) {
        question.asker_name = customers::customer_name(tx.db(), tx.store_id(), *question.customer_id);
    }
    question.model_id = in.model_id;
    question.chat_id = in.chat_id;
    NewQuestion known = in;
    known.customer_id = question.customer_id;
    question.owner_id = owner_of_new(tx, known);
    question.asked_at = tx.now();
    question.asked_by = tx.actor().name;
    question.respond_by = leads::answer_by(tx, 30);  // until the norm has said it, see on_asked
    question.version = 1;
    insert_question(tx, question, in.contact);
    tx.emit(
        "consultation.asked",
        {{"question", question.id},
         {"customer", question.customer_id.value_or(Id<customers::Customer>{})},
         {"user", question.owner_id}},
        AskedEvent{question.number, question.channel, question.topic, question.asker_name, question.words});
    return question;
}

}  // namespace forecourt::consultation
