#include <modules/consultation/article/article.h>

#include <db/rows.h>
#include <modules/consultation/article/article_store.h>
#include <modules/consultation/article/consultation_article.sql.h>
#include <modules/consultation/question/question_store.h>
#include <services/numbering/api.h>
#include <services/search/api.h>

#include <algorithm>

namespace forecourt::consultation {
namespace {

struct ArticleEvent {
    std::string number;
    std::string title;
    std::int64_t version_no{};
    std::string reason;
};
FORECOURT_STRUCT(ArticleEvent, number, title, version_no, reason)

ArticleEvent event_of(const ArticleRow& article, std::string reason = {}) {
    return {.number = article.number,
            .title = article.title,
            .version_no = article.latest_version_no,
            .reason = std::move(reason)};
}

ArticleChanged changed(const ArticleRow& article, std::int64_t version) {
    return {.article_id = article.id, .version_no = article.latest_version_no, .version = version};
}

ArticleVersion new_version(Tx& tx, std::int64_t number, const std::string& title, const std::string& asked_as,
                           const std::string& body) {
    ArticleVersion version;
    version.version_no = number;
    version.title = title;
    version.asked_as = std::string(trimmed(asked_as));
    version.body = std::string(trimmed(body));
    version.written_at = tx.now();
    version.written_by = tx.actor().name;
    return version;
}

ArticleChanged add_article(Tx& tx, const ArticleVersion& first, Topic topic,
                           std::optional<Id<Question>> question) {
    ArticleRow article;
    article.id = tx.new_id<Article>();
    article.number = numbering::next_number(tx, "K");
    article.topic = topic;
    article.title = first.title;
    article.latest_version_no = 1;
    article.question_id = question;
    article.changed_at = tx.now();
    article.version = 1;
    insert_article(tx, article);
    insert_version(tx, article.id, first);
    index_latest(tx, article, first);
    tx.emit("consultation.article_written",
            {{"article", article.id}, {"question", question.value_or(Id<Question>{})}}, event_of(article));
    return changed(article, 1);
}

Result<ArticleChanged> run_write_article(Tx& tx, const WriteArticle& in) {
    if (auto no = check_article(in.body)) return *no;
    return add_article(tx, new_version(tx, 1, in.title.text, in.asked_as.value_or(""), in.body), in.topic,
                       {});
}

// The question becomes the title, what was answered the text; a person still reads it before it goes out.
Result<ArticleChanged> run_draft_article(Tx& tx, const DraftArticle& in) {
    const auto question = load_question(tx.db(), tx.store_id(), in.question_id);
    if (!question) return question_not_found;
    std::string body;
    for (const auto& line : lines_of_question(tx.db(), tx.store_id(), question->id)) {
        if (line.speaker == Speaker::person) body += (body.empty() ? "" : "\n\n") + line.words;
    }
    // The first sentence; the marks are looked for whole, because a part of one is a part of other characters
    // too.
    auto end_of_sentence = std::string::npos;
    for (const char* mark : {"\n", "。", "？", "?"})
        end_of_sentence = std::min(end_of_sentence, question->words.find(mark));
    std::string title = question->words.substr(0, end_of_sentence);
    if (title.empty()) title = question->words;
    return add_article(tx, new_version(tx, 1, title, question->words, body), question->topic, question->id);
}

Result<ArticleChanged> run_change_article(Tx& tx, const ChangeArticle& in) {
    auto article = load_article(tx.db(), tx.store_id(), in.article_id);
    if (!article) return article_not_found;
    if (auto no = check_article(in.body)) return *no;
    ++article->latest_version_no;
    article->title = in.title.text;
    article->topic = in.topic;
    article->changed_at = tx.now();
    article->version = in.version;
    const auto version =
        new_version(tx, article->latest_version_no, in.title.text, in.asked_as.value_or(""), in.body);
    insert_version(tx, article->id, version);
    update_article(tx, *article);
    index_latest(tx, *article, version);
    tx.emit("consultation.article_changed", {{"article", article->id}}, event_of(*article));
    return changed(*article, in.version + 1);
}

Result<ArticleChanged> run_publish_article(Tx& tx, const PublishArticle& in) {
    auto article = load_article(tx.db(), tx.store_id(), in.article_id);
    if (!article) return article_not_found;
    if (auto no = may_publish(*article)) return *no;
    const auto latest = version_of(tx.db(), tx.store_id(), article->id, article->latest_version_no);
    ensure(latest.has_value());
    if (auto no = check_article(latest->body)) return *no;
    std::optional<ArticleVersion> before;
    if (article->state == ArticleState::published) {
        before = version_of(tx.db(), tx.store_id(), article->id, article->published_version_no);
    }
    article->state = ArticleState::published;
    article->published_version_no = article->latest_version_no;
    article->changed_at = tx.now();
    article->version = in.version;
    update_article(tx, *article);
    mark_published(tx, *article, in.reason.text);
    index_published(tx, *article, before, latest);
    tx.emit("consultation.article_published", {{"article", article->id}}, event_of(*article, in.reason.text));
    return changed(*article, in.version + 1);
}

Result<ArticleChanged> run_retire_article(Tx& tx, const RetireArticle& in) {
    auto article = load_article(tx.db(), tx.store_id(), in.article_id);
    if (!article) return article_not_found;
    if (auto no = may_retire(*article)) return *no;
    const auto before = version_of(tx.db(), tx.store_id(), article->id, article->published_version_no);
    article->state = ArticleState::retired;
    article->changed_at = tx.now();
    article->version = in.version;
    update_article(tx, *article);
    index_published(tx, *article, before, std::nullopt);
    tx.emit("consultation.article_retired", {{"article", article->id}}, event_of(*article, in.reason.text));
    return changed(*article, in.version + 1);
}

Result<Page<ArticleRow>> run_article_list(Context& context, const ArticleListIn& in) {
    if (!in.q || trimmed(*in.q).empty()) {
        return list_page<ArticleRow>(context, sql::consultation_article::list_articles, in, "-changed_at");
    }
    Page<ArticleRow> page;
    for (const auto id : search::find_objects(context.db(), context.store_id(), "article", *in.q, 50)) {
        const auto article = load_article(context.db(), context.store_id(), {id});
        if (!article || (in.state && article->state != *in.state) ||
            (in.topic && article->topic != *in.topic)) {
            continue;
        }
        page.rows.push_back(*article);
    }
    return page;
}

Result<ArticleRecord> run_article_record(Context& context, const ArticleRecordIn& in) {
    const auto article = load_article(context.db(), context.store_id(), in.article_id);
    if (!article) return article_not_found;
    ArticleRecord record;
    record.article = *article;
    record.versions = versions_of(context.db(), context.store_id(), article->id);
    ensure(!record.versions.empty());
    record.latest = record.versions.front();
    allow(record.allowed_actions, context, publish_article, may_publish(*article));
    allow(record.allowed_actions, context, change_article, std::nullopt);
    allow(record.allowed_actions, context, retire_article, may_retire(*article));
    return record;
}

Result<Suggestions> run_suggestions(Context& context, const SuggestionsIn& in) {
    return Suggestions{find_answers(context, in.q, 5)};
}

}  // namespace

const Action<WriteArticle, ArticleChanged> write_article{{.name = "consultation.write_article",
                                                          .needs = article_write,
                                                          .refuses = {article_body_missing, article_too_long},
                                                          .run = run_write_article}};

const Action<DraftArticle, ArticleChanged> draft_article{{.name = "consultation.draft_article",
                                                          .needs = article_write,
                                                          .refuses = {question_not_found},
                                                          .run = run_draft_article}};

const Action<ChangeArticle, ArticleChanged> change_article{
    {.name = "consultation.change_article",
     .needs = article_write,
     .refuses = {article_not_found, article_body_missing, article_too_long},
     .run = run_change_article}};

const Action<PublishArticle, ArticleChanged> publish_article{
    {.name = "consultation.publish_article",
     .needs = article_publish,
     .refuses = {article_not_found, article_is_published_already, article_body_missing, article_too_long},
     .run = run_publish_article}};

const Action<RetireArticle, ArticleChanged> retire_article{
    {.name = "consultation.retire_article",
     .needs = article_publish,
     .refuses = {article_not_found, article_not_published},
     .run = run_retire_article}};

const View<ArticleListIn, Page<ArticleRow>> article_list{
    {.name = "consultation.article_list",
     .needs = article_read,
     .refuses = {cursor_not_understood, sort_not_offered},
     .run = run_article_list}};

const View<ArticleRecordIn, ArticleRecord> article_record{{.name = "consultation.article_record",
                                                           .needs = article_read,
                                                           .refuses = {article_not_found},
                                                           .run = run_article_record}};

const View<SuggestionsIn, Suggestions> suggestions{
    {.name = "consultation.suggestions", .needs = article_read, .refuses = {}, .run = run_suggestions}};

}  // namespace forecourt::consultation
