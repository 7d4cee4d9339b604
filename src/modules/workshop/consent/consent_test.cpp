#include <modules/workshop/consent/consent_rules.h>

#include <gtest/gtest.h>

namespace forecourt::workshop {
namespace {

const std::vector<AskedLine> asked{{{1}, {10'000}}, {{2}, {2'500}}};
const AnswerProof by_link{.by_customer = true, .channel = ConsentChannel::link};

std::string_view answer_to(const std::vector<LineAnswer>& answers, const AnswerProof& proof,
                           ConsentState state = ConsentState::open) {
    ConsentRow consent;
    consent.state = state;
    const auto no = may_answer(consent, asked, answers, proof);
    return no ? no->name() : "allowed";
}

TEST(workshop_consent, asks_about_new_lines_and_those_of_an_open_question) {
    std::vector<LineRow> lines(5);
    lines[0].state = LineState::planned;
    lines[1].state = LineState::asked;
    lines[2].state = LineState::approved;
    lines[3].state = LineState::declined;
    lines[4].state = LineState::removed;
    const auto to_ask = lines_to_ask(lines);
    ASSERT_EQ(to_ask.size(), 2U);
    EXPECT_EQ(to_ask[1].state, LineState::asked);
    EXPECT_TRUE(lines_to_ask({lines[2], lines[3]}).empty());
}

TEST(workshop_consent, is_answered_line_by_line_and_once) {
    const std::vector<LineAnswer> both{{{1}, true}, {{2}, false}};
    EXPECT_EQ(answer_to(both, by_link), "allowed");
    EXPECT_EQ(answer_to({{{1}, true}}, by_link), "consent_answer_missing");
    EXPECT_EQ(answer_to({{{1}, true}, {{2}, false}, {{3}, true}}, by_link), "consent_answer_unknown");
    EXPECT_EQ(answer_to({{{1}, true}, {{1}, false}, {{2}, true}}, by_link), "consent_answer_unknown");
    EXPECT_EQ(answer_to(both, by_link, ConsentState::answered), "consent_is_over");
    EXPECT_EQ(answer_to(both, by_link, ConsentState::withdrawn), "consent_is_over");
}

TEST(workshop_consent, leaves_its_proof) {
    const std::vector<LineAnswer> both{{{1}, true}, {{2}, false}};
    EXPECT_EQ(answer_to(both, {.channel = ConsentChannel::link}), "consent_needs_the_customer");
    EXPECT_EQ(answer_to(both, {.channel = ConsentChannel::screen}), "consent_needs_signature");
    EXPECT_EQ(answer_to(both, {.channel = ConsentChannel::screen, .has_signature = true}), "allowed");
    EXPECT_EQ(answer_to(both, {.channel = ConsentChannel::phone_call, .has_signature = true}),
              "consent_needs_recording");
    EXPECT_EQ(answer_to(both, {.channel = ConsentChannel::phone_call, .has_recording = true}), "allowed");
}

TEST(workshop_consent, holds_for_the_amounts_that_were_asked) {
    const auto sums = sums_of(asked, {{{1}, true}, {{2}, false}});
    EXPECT_EQ(sums.approved, Money{10'000});
    EXPECT_EQ(sums.approved_lines, 1);
    EXPECT_EQ(sums.declined_lines, 1);
    EXPECT_THROW(sums_of(asked, {{{9}, true}}), BrokenInvariant);
}

}  // namespace
}  // namespace forecourt::workshop
