#pragma once
#include <modules/consultation/question/question.h>

namespace forecourt::consultation {

/// How an asker can be reached, in clear; sealed where it is stored.
struct Contact {
    std::optional<Phone> phone;
    std::optional<EmailAddress> email;
};

std::optional<QuestionRow> load_question(db::Connection& db, Id<Store> store, Id<Question> id);
void insert_question(Tx& tx, const QuestionRow& question, const Contact& contact);
void update_question(Tx& tx, const QuestionRow& question);
/// The phone in clear, to register the asker as a customer or to answer by message; nothing without one.
std::optional<Phone> phone_of(db::Connection& db, Id<Store> store, Id<Question> id);
/// Seals so many of the contacts of an old key anew; how many there were.
std::int64_t reseal_questions(Tx& tx, std::int64_t limit);

void add_line(Tx& tx, const LineRow& line, std::optional<Id<Chat>> chat,
              std::optional<Id<Question>> question);
std::vector<LineRow> lines_of_question(db::Connection& db, Id<Store> store, Id<Question> id);
std::vector<LineRow> lines_of_chat(db::Connection& db, Id<Store> store, Id<Chat> id);
/// The whole conversation goes to the person who takes it over.
void give_lines(Tx& tx, Id<Chat> chat, Id<Question> question);

/// What every way of asking has in common: number, owner, clock.
struct NewQuestion {
    QuestionChannel channel{};
    Topic topic{};
    std::string words;
    std::string name;
    Contact contact;
    std::optional<Id<customers::Customer>> customer_id;
    std::optional<Id<vehicles::Model>> model_id;
    std::optional<Id<Chat>> chat_id;
    std::string campaign;
};
QuestionRow open_question(Tx& tx, const NewQuestion& in);

}  // namespace forecourt::consultation
