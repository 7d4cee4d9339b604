#include <modules/workshop/consent/consent_rules.h>

#include <algorithm>

namespace forecourt::workshop {

std::vector<LineRow> lines_to_ask(const std::vector<LineRow>& lines) {
    std::vector<LineRow> asked;
    for (const auto& line : lines) {
        if (line.state == LineState::planned || line.state == LineState::asked) asked.push_back(line);
    }
    return asked;
}

MaybeRefused may_answer(const ConsentRow& consent, const std::vector<AskedLine>& asked,
                        const std::vector<LineAnswer>& answers, const AnswerProof& proof) {
    if (consent.state != ConsentState::open) return consent_is_over;
    if (proof.channel == ConsentChannel::store) return consent_needs_the_customer;
    if (!proof.by_customer && proof.channel == ConsentChannel::link) return consent_needs_the_customer;
    if (!proof.by_customer && proof.channel == ConsentChannel::screen && !proof.has_signature) {
        return consent_needs_signature;
    }
    if (!proof.by_customer && proof.channel == ConsentChannel::phone_call && !proof.has_recording) {
        return consent_needs_recording;
    }
    const auto answers_of = [&](Id<OrderLine> line) {
        return std::count_if(answers.begin(), answers.end(),
                             [&](const auto& a) { return a.line_id == line; });
    };
    for (const auto& line : asked) {
        if (answers_of(line.line_id) == 0) return consent_answer_missing;
        if (answers_of(line.line_id) > 1) return consent_answer_unknown;
    }
    if (answers.size() != asked.size()) return consent_answer_unknown;
    return std::nullopt;
}

AnswerSums sums_of(const std::vector<AskedLine>& asked, const std::vector<LineAnswer>& answers) {
    AnswerSums sums;
    for (const auto& answer : answers) {
        const auto line = std::find_if(asked.begin(), asked.end(),
                                       [&](const auto& a) { return a.line_id == answer.line_id; });
        ensure(line != asked.end());
        if (answer.approved) {
            sums.approved += line->amount;
            ++sums.approved_lines;
        } else {
            ++sums.declined_lines;
        }
    }
    return sums;
}

}  // namespace forecourt::workshop
