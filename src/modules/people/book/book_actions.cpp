#include <modules/people/book/book_actions.h>

#include <modules/people/book/book_store.h>

#include <algorithm>

namespace forecourt::people {
namespace {

struct BookEvent {
    BookKind kind{};
    std::int64_t number{};
};
FORECOURT_STRUCT(BookEvent, kind, number)

struct PublishedEvent {
    BookKind kind{};
    std::int64_t number{};
    Date start_month;
    std::string reason;
};
FORECOURT_STRUCT(PublishedEvent, kind, number, start_month, reason)

Result<DraftSaved> save(Tx& tx, BookKind kind, std::string contents, std::optional<std::int64_t> version) {
    const auto books = books_of(tx.db(), tx.store_id(), kind);
    const auto draft = std::find_if(books.begin(), books.end(),
                                    [](const BookRow& book) { return book.state == BookState::draft; });
    BookRow row;
    if (draft == books.end()) {
        row.id = tx.new_id<RuleBook>();
        row.kind = kind;
        row.number = next_book_number(tx.db(), tx.store_id(), kind);
    } else {
        if (version != draft->version) return changed_by_someone_else;
        row = *draft;
    }
    row.contents.text = std::move(contents);
    row.drafted_by = tx.actor().name;
    row.drafted_at = tx.now();
    draft == books.end() ? insert_book(tx, row) : update_book(tx, row);
    tx.emit("people.draft_saved", {{"rule_book", row.id}}, BookEvent{kind, row.number});
    return DraftSaved{row.id, row.number, row.version + 1};
}

Result<DraftSaved> run_save_formula(Tx& tx, const SaveFormulaDraft& in) {
    if (auto no = check_formula(in.lines)) return *no;
    return save(tx, BookKind::evaluation, reflect::to_json(FormulaContents{in.lines}), in.version);
}

Result<DraftSaved> run_save_rules(Tx& tx, const SaveRulesDraft& in) {
    if (auto no = check_rules(in.rules)) return *no;
    for (const auto& rule : in.rules) {
        if (rule.model_id && !vehicles::find_model(tx.db(), tx.store_id(), *rule.model_id)) {
            return vehicles::model_not_found;
        }
    }
    return save(tx, BookKind::commission, reflect::to_json(CommissionContents{in.tier_reach, in.rules}),
                in.version);
}

Result<BookRow> load_draft(Tx& tx, Id<RuleBook> id, std::int64_t version) {
    auto book = load_book(tx.db(), tx.store_id(), id);
    if (!book) return book_not_found;
    if (book->state != BookState::draft) return book_is_no_draft;
    book->version = version;
    return *book;
}

MaybeRefused check_complete(const BookRow& book) {
    switch (book.kind) {
        case BookKind::evaluation:
            return check_formula_complete(formula_in(book).lines);
        case BookKind::commission:
            return check_rules_complete(rules_in(book).rules);
    }
    return std::nullopt;
}

Result<Nothing> run_publish(Tx& tx, const PublishBook& in) {
    auto book = load_draft(tx, in.rule_book_id, in.version);
    if (!book) return book.refused();
    if (auto no = check_complete(*book)) return *no;
    const auto today = local_date(tx.now());
    const bool has_one = book_in_force(tx.db(), tx.store_id(), book->kind, today).has_value();
    if (auto no = check_start(in.start_month, today, has_one)) return *no;
    book->state = BookState::published;
    book->start_month = month_of(in.start_month);
    book->reason = in.reason.text;
    book->published_by = tx.actor().name;
    book->published_at = tx.now();
    update_book(tx, *book);
    tx.emit("people.book_published", {{"rule_book", book->id}},
            PublishedEvent{book->kind, book->number, *book->start_month, book->reason});
    return Nothing{};
}

Result<Nothing> run_drop(Tx& tx, const DropDraft& in) {
    auto book = load_draft(tx, in.rule_book_id, in.version);
    if (!book) return book.refused();
    book->state = BookState::dropped;
    update_book(tx, *book);
    tx.emit("people.draft_dropped", {{"rule_book", book->id}}, BookEvent{book->kind, book->number});
    return Nothing{};
}

}  // namespace

const Action<SaveFormulaDraft, DraftSaved> save_formula_draft{
    {.name = "people.save_formula_draft",
     .needs = rules_write,
     .refuses = {book_is_empty, weight_out_of_range, cap_out_of_range, figure_twice, figure_has_no_own_target,
                 fixed_target_missing},
     .run = run_save_formula}};

const Action<SaveRulesDraft, DraftSaved> save_rules_draft{
    {.name = "people.save_rules_draft",
     .needs = rules_write,
     .refuses = {book_is_empty, rule_amount_out_of_range, bonus_without_model, rule_twice,
                 vehicles::model_not_found},
     .run = run_save_rules}};

const Action<PublishBook, Nothing> publish_book{
    {.name = "people.publish_book",
     .needs = rules_write,
     .refuses = {book_not_found, book_is_no_draft, weights_do_not_sum, first_tier_missing,
                 start_month_is_past, month_has_begun},
     .run = run_publish}};

const Action<DropDraft, Nothing> drop_draft{{.name = "people.drop_draft",
                                             .needs = rules_write,
                                             .refuses = {book_not_found, book_is_no_draft},
                                             .run = run_drop}};

}  // namespace forecourt::people
