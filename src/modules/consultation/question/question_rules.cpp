#include <modules/consultation/question/question.h>

namespace forecourt::consultation {

bool wants_a_car(Topic topic) {
    switch (topic) {
        case Topic::new_car:
        case Topic::test_drive:
        case Topic::price:
        case Topic::finance:
            return true;
        case Topic::service:
        case Topic::parts:
        case Topic::used_car:
        case Topic::other:
            return false;
    }
    return false;
}

MaybeRefused check_ask(const Ask& ask) {
    if (!ask.agreed) return consent_to_contact_missing;
    switch (ask.channel.value_or(QuestionChannel::web_form)) {
        case QuestionChannel::web_form:
        case QuestionChannel::api:
        case QuestionChannel::campaign:
            return std::nullopt;
        case QuestionChannel::walk_in:
        case QuestionChannel::phone_call:
        case QuestionChannel::chat:
            return channel_not_from_outside;
    }
    return std::nullopt;
}

MaybeRefused check_words(std::string_view words) {
    if (trimmed(words).empty()) return words_missing;
    if (words.size() > 4'000) return words_too_long;
    return std::nullopt;
}

MaybeRefused may_answer(const QuestionRow& question) {
    if (question.state == QuestionState::closed) return question_is_closed;
    return std::nullopt;
}

MaybeRefused may_close(const QuestionRow& question, QuestionOutcome outcome) {
    if (question.state == QuestionState::closed) return question_is_closed;
    if (outcome == QuestionOutcome::answered && !question.first_answer_at) return question_not_answered;
    return std::nullopt;
}

MaybeRefused may_make_lead(const QuestionRow& question) {
    if (question.lead_id) return question_has_lead;
    if (question.state == QuestionState::closed) return question_is_closed;
    if (!question.customer_id && question.phone_masked.empty()) return asker_cannot_be_reached;
    return std::nullopt;
}

bool is_lead_at_once(const QuestionRow& question) {
    if (question.channel != QuestionChannel::campaign && question.channel != QuestionChannel::api)
        return false;
    if (may_make_lead(question)) return false;
    switch (question.topic) {
        case Topic::new_car:
        case Topic::test_drive:
        case Topic::price:
        case Topic::finance:
        case Topic::used_car:
            return true;
        case Topic::service:
        case Topic::parts:
        case Topic::other:
            return false;
    }
    return false;
}

}  // namespace forecourt::consultation
