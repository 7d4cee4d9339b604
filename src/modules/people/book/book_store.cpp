#include <modules/people/book/book_store.h>

#include <db/rows.h>
#include <db/send.h>
#include <modules/people/book/people_book.sql.h>

namespace forecourt::people {
namespace {

namespace statements = sql::people_book;

template <class Contents>
Contents contents_of(const BookRow& book) {
    Contents contents;
    const auto errors = reflect::from_json(contents, book.contents.text);
    ensure(errors.empty());
    return contents;
}

}  // namespace

std::vector<BookRow> books_of(db::Connection& db, Id<Store> store, BookKind kind) {
    return db::all<BookRow>(db, statements::books, {{"store_id", store}, {"kind", kind}});
}

std::optional<BookRow> load_book(db::Connection& db, Id<Store> store, Id<RuleBook> id) {
    return db::first<BookRow>(db, statements::find_book, {{"store_id", store}, {"id", id}});
}

std::optional<BookRow> book_in_force(db::Connection& db, Id<Store> store, BookKind kind, Date month) {
    const auto books = books_of(db, store, kind);
    const auto* found = in_force(books, month);
    return found ? std::optional(*found) : std::nullopt;
}

void insert_book(Tx& tx, const BookRow& book) {
    db::send(tx.db(), statements::insert_book, db::Params::of(book, {{"store_id", tx.store_id()}}));
}

void update_book(Tx& tx, const BookRow& book) {
    db::execute_one(tx.db(), statements::update_book, db::Params::of(book, {{"store_id", tx.store_id()}}));
}

std::int64_t next_book_number(db::Connection& db, Id<Store> store, BookKind kind) {
    return db::number(db, statements::last_number, {{"store_id", store}, {"kind", kind}}).value_or(0) + 1;
}

FormulaContents formula_in(const BookRow& book) { return contents_of<FormulaContents>(book); }
CommissionContents rules_in(const BookRow& book) { return contents_of<CommissionContents>(book); }

}  // namespace forecourt::people
