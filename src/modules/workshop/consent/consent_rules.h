#pragma once
#include <modules/workshop/consent/consent.h>

namespace forecourt::workshop {

/// The lines to ask about: new ones, and those of a question that is still open (which this one replaces).
std::vector<LineRow> lines_to_ask(const std::vector<LineRow>& lines);

/// How an answer was given, with its proof.
struct AnswerProof {
    bool by_customer = false;  // acting by the personal link
    ConsentChannel channel{};
    bool has_signature = false;
    bool has_recording = false;
};
/// Every line asked about has exactly one answer, and the answer has its proof. Nobody answers the link for a
/// customer.
MaybeRefused may_answer(const ConsentRow& consent, const std::vector<AskedLine>& asked,
                        const std::vector<LineAnswer>& answers, const AnswerProof& proof);

struct AnswerSums {
    Money approved;
    std::int64_t approved_lines{};
    std::int64_t declined_lines{};
};
AnswerSums sums_of(const std::vector<AskedLine>& asked, const std::vector<LineAnswer>& answers);

}  // namespace forecourt::workshop
