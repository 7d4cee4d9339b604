#include <modules/people/book/book_views.h>

#include <modules/people/book/book_actions.h>
#include <modules/people/book/book_store.h>
#include <modules/people/commission/statement_store.h>
#include <modules/people/evaluation/evaluation_store.h>

namespace forecourt::people {
namespace {

MaybeRefused is_draft(const BookRow& book) {
    return book.state == BookState::draft ? std::nullopt : MaybeRefused(book_is_no_draft);
}

BookShown shown(const Context& context, const BookRow& book, const BookRow* current) {
    BookShown one{.rule_book_id = book.id,
                  .number = book.number,
                  .state = book.state,
                  .in_force = current && current->id == book.id,
                  .start_month = book.start_month,
                  .reason = book.reason,
                  .drafted_by = book.drafted_by,
                  .drafted_at = book.drafted_at,
                  .published_by = book.published_by,
                  .published_at = book.published_at,
                  .lines = {},
                  .tier_reach = {},
                  .rules = {},
                  .version = book.version,
                  .allowed_actions = {}};
    switch (book.kind) {
        case BookKind::evaluation:
            one.lines = formula_in(book).lines;
            break;
        case BookKind::commission: {
            auto contents = rules_in(book);
            one.tier_reach = contents.tier_reach;
            one.rules = std::move(contents.rules);
            break;
        }
    }
    if (book.state == BookState::draft) {
        allow(one.allowed_actions, context, publish_book, is_draft(book));
        allow(one.allowed_actions, context, drop_draft, is_draft(book));
    }
    return one;
}

Result<Books> run_books(Context& context, const BooksIn& in) {
    const auto all = books_of(context.db(), context.store_id(), in.kind);
    const auto* current = in_force(all, local_date(context.now()));
    Books answer;
    for (const auto& book : all) {
        // A draft is nobody's business before it is published.
        if (book.state == BookState::draft && !context.actor().may(rules_write)) continue;
        answer.books.push_back(shown(context, book, current));
    }
    for (const auto& model : vehicles::models_on_offer(context.db(), context.store_id())) {
        answer.models.push_back({model.id, model.name});
    }
    if (in.kind == BookKind::evaluation) {
        allow(answer.allowed_actions, context, save_formula_draft, std::nullopt);
    } else {
        allow(answer.allowed_actions, context, save_rules_draft, std::nullopt);
    }
    return answer;
}

struct Versions {
    FormulaContents formula;
    CommissionContents rules;
};

// Score and commission of everybody by a formula and rules.
void try_versions(Context& context, const TeamFigures& figures, const Versions& versions, bool before,
                  BookTrial& trial) {
    const auto evaluations = evaluate(versions.formula.lines, figures.figures());
    for (std::size_t i = 0; i < evaluations.size(); ++i) {
        auto earned = earned_in(context.db(), context.store_id(), evaluations[i].user_id, figures.month);
        earned.score_hundredths = evaluations[i].score_hundredths;
        const Money commission = total_of(compute_lines(versions.rules, earned));
        auto& row = trial.people[i];
        (before ? row.score_before_hundredths : row.score_after_hundredths) = evaluations[i].score_hundredths;
        (before ? row.commission_before : row.commission_after) = commission;
        (before ? trial.total_before : trial.total_after) += commission;
    }
}

Result<BookTrial> run_book_trial(Context& context, const BookTrialIn& in) {
    auto& db = context.db();
    const auto store = context.store_id();
    const auto book = load_book(db, store, in.rule_book_id);
    if (!book) return book_not_found;
    const auto figures = load_team_figures(db, store, in.month.value_or(local_date(context.now())));
    Versions versions;
    if (const auto formula = book_in_force(db, store, BookKind::evaluation, figures.month)) {
        versions.formula = formula_in(*formula);
    }
    if (const auto rules = book_in_force(db, store, BookKind::commission, figures.month)) {
        versions.rules = rules_in(*rules);
    }
    BookTrial trial{
        .month = figures.month, .kind = book->kind, .people = {}, .total_before = {}, .total_after = {}};
    for (const auto& person : figures.people) {
        trial.people.push_back({.user_id = person.id, .name = person.name});
    }
    try_versions(context, figures, versions, true, trial);
    if (book->kind == BookKind::evaluation) {
        versions.formula = formula_in(*book);
    } else {
        versions.rules = rules_in(*book);
    }
    try_versions(context, figures, versions, false, trial);
    return trial;
}

}  // namespace

const View<BooksIn, Books> books{
    {.name = "people.books", .needs = statement_see, .refuses = {}, .run = run_books}};

const View<BookTrialIn, BookTrial> book_trial{
    {.name = "people.book_trial", .needs = rules_write, .refuses = {book_not_found}, .run = run_book_trial}};

}  // namespace forecourt::people
