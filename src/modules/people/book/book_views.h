#pragma once
#include <modules/people/book/book.h>

namespace forecourt::people {

struct BooksIn {
    BookKind kind{};
};
FORECOURT_STRUCT(BooksIn, kind)

struct BookModel {
    Id<vehicles::Model> model_id;
    std::string model_name;
};
FORECOURT_STRUCT(BookModel, model_id, model_name)

struct BookShown {
    Id<RuleBook> rule_book_id;
    std::int64_t number{};
    BookState state{};
    bool in_force{};
    std::optional<Date> start_month;
    std::string reason;
    std::string drafted_by;
    Instant drafted_at;
    std::optional<std::string> published_by;
    std::optional<Instant> published_at;
    std::vector<FormulaLine> lines;       // of a formula
    std::optional<TierReach> tier_reach;  // of commission rules
    std::vector<CommissionRule> rules;
    std::int64_t version{};
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(BookShown, rule_book_id, number, state, in_force, start_month, reason, drafted_by,
                 drafted_at, published_by, published_at, lines, tier_reach, rules, version, allowed_actions)

struct Books {
    std::vector<BookShown> books;  // the latest first; a draft, if any, is among them
    std::vector<BookModel> models;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(Books, books, models, allowed_actions)

struct BookTrialIn {
    Id<RuleBook> rule_book_id;
    std::optional<Date> month;
};
FORECOURT_STRUCT(BookTrialIn, rule_book_id, month)

/// A month by two versions: the one in force and another.
struct TrialRow {
    Id<User> user_id;
    std::string name;
    std::optional<std::int64_t> score_before_hundredths;
    std::optional<std::int64_t> score_after_hundredths;
    Money commission_before;
    Money commission_after;
};
FORECOURT_STRUCT(TrialRow, user_id, name, score_before_hundredths, score_after_hundredths, commission_before,
                 commission_after)

struct BookTrial {
    Date month;
    BookKind kind{};
    std::vector<TrialRow> people;
    Money total_before;
    Money total_after;
};
FORECOURT_STRUCT(BookTrial, month, kind, people, total_before, total_after)

extern const View<BooksIn, Books> books;
extern const View<BookTrialIn, BookTrial> book_trial;

}  // namespace forecourt::people
