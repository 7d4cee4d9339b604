#pragma once
#include <action/action.h>
#include <action/view.h>

#include <map>
#include <string>
#include <vector>

/// What the store knows, written down once: versions, and the search the assistant answers by.
namespace forecourt::consultation {

struct Article;
struct Question;

inline constexpr Right article_read{"consultation.article_read"};
inline constexpr Right article_write{"consultation.article_write"};
/// To put an article in force, for customers to read.
inline constexpr Right article_publish{"consultation.article_publish"};

enum class Topic { new_car, test_drive, price, finance, service, parts, used_car, other };
FORECOURT_ENUM(Topic, new_car, test_drive, price, finance, service, parts, used_car, other)

enum class ArticleState { draft, published, retired };
FORECOURT_ENUM(ArticleState, draft, published, retired)

/// An article as it is stored; its texts are in its versions.
struct ArticleRow {
    Id<Article> id;
    std::string number;
    ArticleState state{};
    Topic topic{};
    std::string title;  // of the latest version
    std::int64_t latest_version_no{};
    std::int64_t published_version_no{};      // 0 while none was published
    std::optional<Id<Question>> question_id;  // whose question it was written for
    std::int64_t cited{};                     // how often the assistant answered with it
    Instant changed_at;
    std::int64_t version{};
};
FORECOURT_STRUCT(ArticleRow, id, number, state, topic, title, latest_version_no, published_version_no,
                 question_id, cited, changed_at, version)

struct ArticleVersion {
    std::int64_t version_no{};
    std::string title;
    std::string asked_as;  // other ways to ask the same, one a line
    std::string body;
    Instant written_at;
    std::string written_by;
    std::optional<Instant> published_at;
    std::optional<std::string> published_by;
    std::string reason;
};
FORECOURT_STRUCT(ArticleVersion, version_no, title, asked_as, body, written_at, written_by, published_at,
                 published_by, reason)

struct WriteArticle {
    FilledText title;
    std::string body;
    std::optional<std::string> asked_as;
    Topic topic{};
};
FORECOURT_STRUCT(WriteArticle, title, body, asked_as, topic)

struct ChangeArticle {
    Id<Article> article_id;
    FilledText title;
    std::string body;
    std::optional<std::string> asked_as;
    Topic topic{};
    std::int64_t version{};
};
FORECOURT_STRUCT(ChangeArticle, article_id, title, body, asked_as, topic, version)

struct PublishArticle {
    Id<Article> article_id;
    FilledText reason;
    std::int64_t version{};
};
FORECOURT_STRUCT(PublishArticle, article_id, reason, version)

struct RetireArticle {
    Id<Article> article_id;
    FilledText reason;
    std::int64_t version{};
};
FORECOURT_STRUCT(RetireArticle, article_id, reason, version)

struct DraftArticle {
    Id<Question> question_id;
};
FORECOURT_STRUCT(DraftArticle, question_id)

struct ArticleChanged {
    Id<Article> article_id;
    std::int64_t version_no{};
    std::int64_t version{};
};
FORECOURT_STRUCT(ArticleChanged, article_id, version_no, version)

inline constexpr Refusal article_not_found{"article_not_found", RefusalKind::not_found};
inline constexpr Refusal article_body_missing{"article_body_missing", RefusalKind::unprocessable};
inline constexpr Refusal article_too_long{"article_too_long", RefusalKind::unprocessable};
inline constexpr Refusal article_is_published_already{"article_is_published_already"};
inline constexpr Refusal article_not_published{"article_not_published"};

struct ArticleListIn {
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
    std::optional<ArticleState> state;
    std::optional<Topic> topic;
    std::optional<std::string> q;  // words of two characters and more
};
FORECOURT_STRUCT(ArticleListIn, limit, after, sort, state, topic, q)

struct ArticleRecordIn {
    Id<Article> article_id;
};
FORECOURT_STRUCT(ArticleRecordIn, article_id)

struct ArticleRecord {
    ArticleRow article;
    ArticleVersion latest;
    std::vector<ArticleVersion> versions;  // the newest first
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(ArticleRecord, article, latest, versions, allowed_actions)

struct SuggestionsIn {
    std::string q;
};
FORECOURT_STRUCT(SuggestionsIn, q)

/// A published article that may answer a question.
struct Suggestion {
    Id<Article> article_id;
    std::string title;
    std::string body;
    std::int64_t score{};  // 0 to 100
    bool sure{};           // the assistant would answer with it
};
FORECOURT_STRUCT(Suggestion, article_id, title, body, score, sure)

struct Suggestions {
    std::vector<Suggestion> rows;  // the best first
};
FORECOURT_STRUCT(Suggestions, rows)

extern const Action<WriteArticle, ArticleChanged> write_article;
extern const Action<DraftArticle, ArticleChanged> draft_article;
extern const Action<ChangeArticle, ArticleChanged> change_article;
extern const Action<PublishArticle, ArticleChanged> publish_article;
extern const Action<RetireArticle, ArticleChanged> retire_article;
extern const View<ArticleListIn, Page<ArticleRow>> article_list;
extern const View<ArticleRecordIn, ArticleRecord> article_record;
extern const View<SuggestionsIn, Suggestions> suggestions;

}  // namespace forecourt::consultation
