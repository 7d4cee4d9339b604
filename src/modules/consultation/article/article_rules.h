#pragma once
#include <modules/consultation/article/article.h>

namespace forecourt::consultation {

/// How the assistant finds: standards/consultation.json.
struct FindingRules {
    std::int64_t weight_title{};           // of a word in the title or the other ways to ask
    std::int64_t weight_body{};            // of a word in the text
    std::int64_t unknown_share_percent{};  // how much a word no article has counts against an answer
    std::vector<std::string> filler;       // words that say nothing
};
FORECOURT_STRUCT(FindingRules, weight_title, weight_body, unknown_share_percent, filler)
const FindingRules& finding_rules();

/// The words an article is found by, with the greater weight of where they stand.
std::map<std::string, std::int64_t> article_terms(const FindingRules& rules, const ArticleVersion& version);
/// The words of a question that say something.
std::vector<std::string> question_terms(const FindingRules& rules, std::string_view words);

/// Where one word of a question stands.
struct TermHits {
    std::string term;
    std::vector<std::pair<Id<Article>, std::int64_t>> articles;  // with the weight
};
struct Found {
    Id<Article> article_id;
    std::int64_t score{};
    bool operator==(const Found&) const = default;
};
/// How much of what was asked each article holds, 0 to 100: rare words count more than common ones, words
/// nobody has a little. The best first, at most `most`.
std::vector<Found> best_articles(const FindingRules& rules, const std::vector<TermHits>& hits,
                                 std::int64_t articles, std::size_t most);

MaybeRefused check_article(std::string_view body);
MaybeRefused may_publish(const ArticleRow& article);
MaybeRefused may_retire(const ArticleRow& article);

}  // namespace forecourt::consultation
