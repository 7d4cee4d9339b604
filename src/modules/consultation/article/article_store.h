#pragma once
#include <modules/consultation/article/article_rules.h>

namespace forecourt::consultation {

struct ArticleVersionId;

std::optional<ArticleRow> load_article(db::Connection& db, Id<Store> store, Id<Article> id);
void insert_article(Tx& tx, const ArticleRow& article);
void update_article(Tx& tx, const ArticleRow& article);
void insert_version(Tx& tx, Id<Article> article, const ArticleVersion& version);
std::vector<ArticleVersion> versions_of(db::Connection& db, Id<Store> store, Id<Article> article);
std::optional<ArticleVersion> version_of(db::Connection& db, Id<Store> store, Id<Article> article,
                                         std::int64_t version_no);
void mark_published(Tx& tx, const ArticleRow& article, const std::string& reason);

/// Makes the published version findable for the assistant, in place of the one before; nothing takes it out.
void index_published(Tx& tx, const ArticleRow& article, const std::optional<ArticleVersion>& before,
                     const std::optional<ArticleVersion>& published);
/// Makes the latest version findable for the people of the store.
void index_latest(Tx& tx, const ArticleRow& article, const ArticleVersion& latest);

/// The published articles that hold most of what is asked.
std::vector<Suggestion> find_answers(const Context& context, std::string_view words, std::size_t most);
void count_citation(Tx& tx, Id<Article> article);

}  // namespace forecourt::consultation
