#include <modules/consultation/article/article_rules.h>

#include <assets/assets.h>
#include <text/search_terms.h>

#include <algorithm>
#include <cmath>

namespace forecourt::consultation {
namespace {

bool is_filler(const FindingRules& rules, const std::string& term) {
    return std::find(rules.filler.begin(), rules.filler.end(), term) != rules.filler.end();
}

}  // namespace

const FindingRules& finding_rules() {
    static const FindingRules rules = [] {
        const auto* asset = assets::find("standards/consultation.json");
        ensure(asset != nullptr);
        FindingRules read;
        const auto errors = reflect::from_json(read, asset->body);
        ensure(errors.empty());
        return read;
    }();
    return rules;
}

std::map<std::string, std::int64_t> article_terms(const FindingRules& rules, const ArticleVersion& version) {
    std::map<std::string, std::int64_t> terms;
    const auto add = [&](std::string_view text, std::int64_t weight) {
        for (auto& term : text::terms_of(text::FieldKind::free_text, text)) {
            auto& best = terms[std::move(term)];
            best = std::max(best, weight);
        }
    };
    add(version.title, rules.weight_title);
    add(version.asked_as, rules.weight_title);
    add(version.body, rules.weight_body);
    std::erase_if(terms, [&](const auto& one) { return is_filler(rules, one.first); });
    return terms;
}

std::vector<std::string> question_terms(const FindingRules& rules, std::string_view words) {
    auto terms = text::terms_of(text::FieldKind::free_text, words);
    std::erase_if(terms, [&](const std::string& term) { return is_filler(rules, term); });
    if (terms.size() > 60) terms.resize(60);
    return terms;
}

std::vector<Found> best_articles(const FindingRules& rules, const std::vector<TermHits>& hits,
                                 std::int64_t articles, std::size_t most) {
    if (articles == 0 || hits.empty()) return {};
    const auto rarity = [&](std::size_t in) {
        return std::log(1.0 +
                        static_cast<double>(articles) / static_cast<double>(std::max<std::size_t>(in, 1)));
    };
    double asked = 0;
    std::map<Id<Article>, double> met;
    for (const auto& hit : hits) {
        const double worth = rarity(hit.articles.size());
        const double share =
            hit.articles.empty() ? static_cast<double>(rules.unknown_share_percent) / 100.0 : 1.0;
        asked += worth * share;
        for (const auto& [article, weight] : hit.articles) {
            met[article] += worth * static_cast<double>(weight) / static_cast<double>(rules.weight_title);
        }
    }
    std::vector<Found> found;
    for (const auto& [article, worth] : met) {
        found.push_back({.article_id = article, .score = std::lround(100.0 * worth / asked)});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Found& a, const Found& b) { return a.score > b.score; });
    if (found.size() > most) found.resize(most);
    return found;
}

MaybeRefused check_article(std::string_view body) {
    if (trimmed(body).empty()) return article_body_missing;
    if (body.size() > 20'000) return article_too_long;
    return std::nullopt;
}

MaybeRefused may_publish(const ArticleRow& article) {
    const bool newest_is_out = article.published_version_no == article.latest_version_no;
    if (article.state == ArticleState::published && newest_is_out) return article_is_published_already;
    return std::nullopt;
}

MaybeRefused may_retire(const ArticleRow& article) {
    if (article.state != ArticleState::published) return article_not_published;
    return std::nullopt;
}

}  // namespace forecourt::consultation
