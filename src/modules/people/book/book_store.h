#pragma once
#include <modules/people/book/book_rules.h>

namespace forecourt::people {

/// Every version of a kind, the latest first, without those dropped.
std::vector<BookRow> books_of(db::Connection& db, Id<Store> store, BookKind kind);
std::optional<BookRow> load_book(db::Connection& db, Id<Store> store, Id<RuleBook> id);
/// The version in force in a month.
std::optional<BookRow> book_in_force(db::Connection& db, Id<Store> store, BookKind kind, Date month);
void insert_book(Tx& tx, const BookRow& book);
void update_book(Tx& tx, const BookRow& book);
/// Numbers count every version, also dropped ones.
std::int64_t next_book_number(db::Connection& db, Id<Store> store, BookKind kind);

FormulaContents formula_in(const BookRow& book);
CommissionContents rules_in(const BookRow& book);

}  // namespace forecourt::people
