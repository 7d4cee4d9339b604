#include <db/send.h>
#include <modules/consultation/article/article_store.h>
#include <modules/consultation/limits/assistant_limits.h>

#include <db/rows.h>
#include <modules/consultation/article/consultation_article.sql.h>
#include <services/search/api.h>
#include <text/search_terms.h>

namespace forecourt::consultation {
namespace {

namespace statements = sql::consultation_article;

struct TermRow {
    Id<Article> article_id;
    std::int64_t weight{};
};
FORECOURT_STRUCT(TermRow, article_id, weight)

}  // namespace

std::optional<ArticleRow> load_article(db::Connection& db, Id<Store> store, Id<Article> id) {
    return db::first<ArticleRow>(db, statements::find_article, {{"store_id", store}, {"id", id}});
}

void insert_article(Tx& tx, const ArticleRow& article) {
    db::send(tx.db(), statements::insert_article, db::Params::of(article, {{"store_id", tx.store_id()}}));
}

void update_article(Tx& tx, const ArticleRow& article) {
    db::execute_one(tx.db(), statements::update_article,
                    db::Params::of(article, {{"store_id", tx.store_id()}}));
}

void insert_version(Tx& tx, Id<Article> article, const ArticleVersion& version) {
    db::send(tx.db(), statements::insert_version,
             db::Params::of(version, {{"store_id", tx.store_id()},
                                      {"id", tx.new_id<ArticleVersionId>()},
                                      {"article_id", article}}));
}

std::vector<ArticleVersion> versions_of(db::Connection& db, Id<Store> store, Id<Article> article) {
    return db::all<ArticleVersion>(db, statements::versions_of_article,
                                   {{"store_id", store}, {"article_id", article}});
}

std::optional<ArticleVersion> version_of(db::Connection& db, Id<Store> store, Id<Article> article,
                                         std::int64_t version_no) {
    return db::first<ArticleVersion>(
        db, statements::versions_of_article,
        {{"store_id", store}, {"article_id", article}, {"version_no", version_no}});
}

void mark_published(Tx& tx, const ArticleRow& article, const std::string& reason) {
    db::send(tx.db(), statements::mark_published,
             {{"store_id", tx.store_id()},
              {"article_id", article.id},
              {"version_no", article.published_version_no},
              {"now", tx.now()},
              {"published_by", std::string_view(tx.actor().name)},
              {"reason", std::string_view(reason)}});
}

void index_published(Tx& tx, const ArticleRow& article, const std::optional<ArticleVersion>& before,
                     const std::optional<ArticleVersion>& published) {
    const auto params = [&](const std::string& term, std::int64_t weight) {
        return db::Params{{"store_id", tx.store_id()},
                          {"article_id", article.id},
                          {"term", std::string_view(term)},
                          {"weight", weight}};
    };
    if (before) {
        for (const auto& [term, weight] : article_terms(finding_rules(), *before)) {
            db::send(tx.db(), statements::clear_terms, params(term, weight));
        }
    }
    if (published) {
        for (const auto& [term, weight] : article_terms(finding_rules(), *published)) {
            db::send(tx.db(), statements::insert_term, params(term, weight));
        }
    }
}

void index_latest(Tx& tx, const ArticleRow& article, const ArticleVersion& latest) {
    auto terms = text::terms_of(text::FieldKind::number, article.number);
    for (const auto& part : {latest.title, latest.asked_as, latest.body}) {
        for (auto& term : text::terms_of(text::FieldKind::free_text, part)) terms.push_back(std::move(term));
    }
    search::index_object(tx, {.object_type = "article",
                              .object_id = article.id.value,
                              .title = latest.title,
                              .subtitle = article.number,
                              .link = "/knowledge/" + std::to_string(article.id.value),
                              .terms = std::move(terms)});
}

std::vector<Suggestion> find_answers(const Context& context, std::string_view words, std::size_t most) {
    auto& db = context.db();
    const auto store = context.store_id();
    const auto answer_from_score = limits::in_force(context, assistant_limits).answer_from_score;
    const auto& rules = finding_rules();
    std::vector<TermHits> hits;
    for (auto& term : question_terms(rules, words)) {
        TermHits hit;
        const auto rows = db::all<TermRow>(db, statements::articles_with_term,
                                           {{"store_id", store}, {"term", std::string_view(term)}});
        for (const auto& row : rows) hit.articles.emplace_back(row.article_id, row.weight);
        hit.term = std::move(term);
        hits.push_back(std::move(hit));
    }
    const auto articles = db::number(db, statements::count_published, {{"store_id", store}}).value_or(0);
    std::vector<Suggestion> found;
    for (const auto& one : best_articles(rules, hits, articles, most)) {
        const auto article = load_article(db, store, one.article_id);
        if (!article || article->state != ArticleState::published) continue;
        const auto version = version_of(db, store, article->id, article->published_version_no);
        if (!version) continue;
        found.push_back({.article_id = article->id,
                         .title = version->title,
                         .body = version->body,
                         .score = std::min<std::int64_t>(one.score, 100),
                         .sure = one.score >= answer_from_score});
    }
    return found;
}

void count_citation(Tx& tx, Id<Article> article) {
    db::send(tx.db(), statements::count_citation, {{"store_id", tx.store_id()}, {"id", article}});
}

}  // namespace forecourt::consultation
