#include <gtest/gtest.h>
#include <modules/consultation/article/article_rules.h>
#include <modules/consultation/chat/chat.h>
#include <modules/consultation/limits/assistant_limits.h>
#include <modules/consultation/question/question.h>

#include <algorithm>

namespace forecourt::consultation {
namespace {

std::string_view answer(const MaybeRefused& no) { return no ? no->name() : "yes"; }

struct Text {
    std::int64_t id{};
    const char* title;
    const char* body;
};

// The whole way without a database: what each article is found by, then what a question meets.
std::vector<Found> found_for(const std::vector<Text>& articles, const char* asked) {
    const auto& limits = finding_rules();
    std::vector<TermHits> hits;
    for (const auto& term : question_terms(limits, asked)) {
        TermHits hit{.term = term, .articles = {}};
        for (const auto& article : articles) {
            ArticleVersion version;
            version.title = article.title;
            version.body = article.body;
            const auto terms = article_terms(limits, version);
            if (const auto at = terms.find(term); at != terms.end()) {
                hit.articles.emplace_back(Id<Article>{article.id}, at->second);
            }
        }
        hits.push_back(std::move(hit));
    }
    return best_articles(limits, hits, static_cast<std::int64_t>(articles.size()), 3);
}

TEST(Assistant, answers_what_an_article_holds_and_nothing_else) {
    const std::vector<Text> articles{
        {1, "首次保养什么时候做，要多少钱？",
         "新车首次保养在行驶5000公里或6个月时进行。首保免费，包含机油和机油滤清器。"},
        {2, "试驾需要带什么证件？", "请携带本人有效的机动车驾驶证，签署试驾协议后由销售顾问陪同。"},
        {3, "贷款买车需要哪些材料？", "身份证、驾驶证、收入证明和银行流水。首付比例不低于两成。"},
        {4, "新能源汽车免购置税吗？", "符合目录的新能源汽车减半征收购置税。"},
    };
    struct Case {
        const char* asked;
        std::int64_t article;  // 0: does not know
    };
    const Case cases[] = {
        {"首次保养多少钱", 1},
        {"请问首保免费吗？", 1},
        {"试驾要带驾驶证吗", 2},
        {"贷款要什么材料", 3},
        {"购置税怎么算", 4},
        {"周末几点关门", 0},
        {"可以用支付宝付定金吗", 0},
        {"你好", 0},
        {"", 0},
    };
    for (const auto& one : cases) {
        const auto found = found_for(articles, one.asked);
        const bool sure = !found.empty() && found.front().score >= 45;
        EXPECT_EQ(sure ? found.front().article_id.value : 0, one.article)
            << one.asked << " " << (found.empty() ? -1 : found.front().score);
    }
}

TEST(Assistant, ranks_by_how_much_is_held_and_knows_no_more_than_there_is) {
    const auto& limits = finding_rules();
    EXPECT_TRUE(best_articles(limits, {}, 4, 3).empty());
    EXPECT_TRUE(best_articles(limits, {{.term = "保养", .articles = {}}}, 0, 3).empty());
    const std::vector<TermHits> hits{
        {.term = "保养", .articles = {{{1}, limits.weight_title}, {{2}, limits.weight_body}}},
        {.term = "费用", .articles = {{{1}, limits.weight_title}}}};
    const auto found = best_articles(limits, hits, 10, 1);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front(), (Found{{1}, 100}));
}

TEST(Article, goes_from_draft_to_published_to_retired) {
    ArticleRow article;
    article.latest_version_no = 1;
    EXPECT_EQ(answer(may_publish(article)), "yes");
    EXPECT_EQ(answer(may_retire(article)), "article_not_published");
    article.state = ArticleState::published;
    article.published_version_no = 1;
    EXPECT_EQ(answer(may_publish(article)), "article_is_published_already");
    EXPECT_EQ(answer(may_retire(article)), "yes");
    article.latest_version_no = 2;
    EXPECT_EQ(answer(may_publish(article)), "yes");
    article.state = ArticleState::retired;
    EXPECT_EQ(answer(may_publish(article)), "yes");
    EXPECT_EQ(answer(check_article(" \n")), "article_body_missing");
    EXPECT_EQ(answer(check_article(std::string(20'000, 'x'))), "yes");
    EXPECT_EQ(answer(check_article(std::string(20'001, 'x'))), "article_too_long");
}

TEST(Question, is_answered_closed_and_made_a_lead_by_its_state) {
    QuestionRow open;
    open.phone_masked = "136****1111";
    auto answered = open;
    answered.state = QuestionState::answered;
    answered.first_answer_at = Instant{1};
    auto closed = answered;
    closed.state = QuestionState::closed;
    struct Case {
        const char* what;
        QuestionRow question;
        const char* reply;
        const char* close_answered;
        const char* close_spam;
        const char* lead;
    };
    auto unreachable = open;
    unreachable.phone_masked.clear();
    auto with_lead = open;
    with_lead.lead_id = Id<leads::Lead>{5};
    const Case cases[] = {
        {"open", open, "yes", "question_not_answered", "yes", "yes"},
        {"answered", answered, "yes", "yes", "yes", "yes"},
        {"closed", closed, "question_is_closed", "question_is_closed", "question_is_closed",
         "question_is_closed"},
        {"nobody to call", unreachable, "yes", "question_not_answered", "yes", "asker_cannot_be_reached"},
        {"a lead already", with_lead, "yes", "question_not_answered", "yes", "question_has_lead"},
    };
    for (const auto& one : cases) {
        EXPECT_EQ(answer(may_answer(one.question)), one.reply) << one.what;
        EXPECT_EQ(answer(may_close(one.question, QuestionOutcome::answered)), one.close_answered) << one.what;
        EXPECT_EQ(answer(may_close(one.question, QuestionOutcome::spam)), one.close_spam) << one.what;
        EXPECT_EQ(answer(may_make_lead(one.question)), one.lead) << one.what;
    }
    EXPECT_EQ(answer(check_words("")), "words_missing");
    EXPECT_EQ(answer(check_words(std::string(4'000, 'x'))), "yes");
    EXPECT_EQ(answer(check_words(std::string(4'001, 'x'))), "words_too_long");
}

TEST(Chat, is_open_until_a_person_closes_it) {
    ChatRow chat;
    EXPECT_EQ(answer(may_say(chat, 2)), "yes");
    EXPECT_EQ(answer(may_ask_person(chat, true)), "yes");
    EXPECT_EQ(answer(may_ask_person(chat, false)), "consent_to_contact_missing");
    chat.lines = 2;
    EXPECT_EQ(answer(may_say(chat, 2)), "chat_is_full");
    chat.state = ChatState::waiting;
    EXPECT_EQ(answer(may_ask_person(chat, true)), "person_was_asked");
    chat.state = ChatState::closed;
    EXPECT_EQ(answer(may_say(chat, 9)), "chat_is_closed");
    EXPECT_EQ(answer(may_ask_person(chat, true)), "chat_is_closed");
}

TEST(Assistant, answers_from_a_score_that_can_be_reached) {
    const struct {
        const char* said;
        AssistantLimits table;
    } cases[] = {
        {"ok", {1, 10}},
        {"ok", {100, 1000}},
        {"limit_out_of_range", {0, 200}},
        {"limit_out_of_range", {101, 200}},
        {"limit_out_of_range", {45, 9}},
        {"limit_out_of_range", {45, 1001}},
    };
    for (const auto& c : cases) {
        const auto no = may_hold(c.table);
        EXPECT_EQ(no ? no->name() : "ok", c.said);
    }
}

}  // namespace
}  // namespace forecourt::consultation
