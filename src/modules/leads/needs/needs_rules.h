#pragma once
#include <modules/leads/needs/needs.h>

namespace forecourt::leads {

/// Every required question answered once, each choice one of the offered. Refuses answer_missing,
/// answer_not_understood; the detail `question` names it.
MaybeRefused check_answers(const Questionnaire& questionnaire, const std::vector<NeedsAnswer>& answers);

/// 0 to 100: the points of the answers out of all that could be had. Of a question with several answers
/// the best counts, so that nobody is ranked by talkativeness.
std::int64_t score_of(const Questionnaire& questionnaire, const std::vector<NeedsAnswer>& answers);

/// The purchase window's grade, one better for a very warm customer, one worse for a cold one.
LeadGrade grade_of(const Questionnaire& questionnaire, const std::vector<NeedsAnswer>& answers,
                   std::int64_t score);

/// The longest time without a contact.
Duration longest_silence(const Questionnaire& questionnaire, LeadGrade grade);

/// The models that can be proposed, the best first, at most three. What the customer ruled out (another
/// drive or gearbox, too few seats, a tenth above the budget) is left out; what speaks for a model is its
/// reason.
std::vector<Proposal> propose_models(const Questionnaire& questionnaire,
                                     const std::vector<NeedsAnswer>& answers,
                                     const std::vector<vehicles::ModelFacts>& models,
                                     const std::vector<vehicles::ModelStock>& stock);

}  // namespace forecourt::leads
