#pragma once
#include <modules/leads/api.h>
#include <modules/vehicles/api.h>
#include <services/standards/api.h>

namespace forecourt::leads {

using standards::TwoWords;

enum class QuestionKind { one, many, text };
FORECOURT_ENUM(QuestionKind, one, many, text)

/// What a customer may care for, as far as a model's specification can answer it.
enum class Wish { economy, space, power };
FORECOURT_ENUM(Wish, economy, space, power)

/// One possible answer. What follows from it is data: points for the score, the purchase window's
/// grade, and what the car must or should be like.
struct QuestionOption {
    std::string name;
    TwoWords text;
    std::int64_t points{};
    std::optional<LeadGrade> grade;
    std::optional<Money> price_from;
    std::optional<Money> price_to;
    std::optional<std::int64_t> seats;
    std::optional<vehicles::Fuel> fuel;
    std::optional<vehicles::Gearbox> gearbox;
    std::optional<std::string> body;
    std::optional<Wish> wish;
};
FORECOURT_STRUCT(QuestionOption, name, text, points, grade, price_from, price_to, seats, fuel, gearbox, body,
                 wish)

struct Question {
    std::string name;
    QuestionKind kind{};
    bool required{};
    TwoWords text;
    std::vector<QuestionOption> options;
};
FORECOURT_STRUCT(Question, name, kind, required, text, options)

/// At the latest so many days until the customer hears of us again, by grade.
struct ContactDays {
    std::int64_t ungraded{};
    std::int64_t H{};
    std::int64_t A{};
    std::int64_t B{};
    std::int64_t C{};
};
FORECOURT_STRUCT(ContactDays, ungraded, H, A, B, C)

struct Questionnaire {
    std::string name;
    TwoWords title;
    ContactDays next_contact_days;
    std::int64_t raise_from_score{};   // a score from here on raises the grade by one
    std::int64_t lower_below_score{};  // a score below lowers it by one
    std::vector<Question> questions;
};
FORECOURT_STRUCT(Questionnaire, name, title, next_contact_days, raise_from_score, lower_below_score,
                 questions)

/// The questionnaire the program ships with (standards/questionnaires/needs.json).
const Questionnaire& needs_questionnaire();

/// What was answered to one question.
struct NeedsAnswer {
    std::string question;
    std::vector<std::string> choices;
    std::optional<std::string> text;
};
FORECOURT_STRUCT(NeedsAnswer, question, choices, text)

struct NeedsAnswers {
    std::vector<NeedsAnswer> answers;
};
FORECOURT_STRUCT(NeedsAnswers, answers)

inline constexpr Refusal answer_missing{"answer_missing", RefusalKind::unprocessable};
inline constexpr Refusal answer_not_understood{"answer_not_understood", RefusalKind::unprocessable};

/// Why a model is proposed.
enum class ProposalReason {
    within_budget,
    slightly_above_budget,
    drive_as_wished,
    gearbox_as_wished,
    enough_seats,
    fits_the_use,
    economical,
    roomy,
    powerful,
    in_stock,
    on_its_way,
};
FORECOURT_ENUM(ProposalReason, within_budget, slightly_above_budget, drive_as_wished, gearbox_as_wished,
               enough_seats, fits_the_use, economical, roomy, powerful, in_stock, on_its_way)

struct Proposal {
    Id<vehicles::Model> model_id;
    std::string name;
    Money price;
    std::int64_t match{};  // the higher the better
    std::vector<ProposalReason> reasons;
};
FORECOURT_STRUCT(Proposal, model_id, name, price, match, reasons)

}  // namespace forecourt::leads
