#pragma once
#include <modules/people/book/book.h>

#include <span>

namespace forecourt::people {

/// What a draft may hold at all; and what it must hold besides to be published (weights of 100, a first
/// tier).
MaybeRefused check_formula(std::span<const FormulaLine> lines);
MaybeRefused check_formula_complete(std::span<const FormulaLine> lines);
MaybeRefused check_rules(std::span<const CommissionRule> rules);
MaybeRefused check_rules_complete(std::span<const CommissionRule> rules);

/// A version begins with a month that is not over; the month that has begun keeps the version it has.
MaybeRefused check_start(Date start_month, Date today, bool has_one_in_force);

/// The version for a month: of those published the one that starts last, not after it; of several of one
/// month the latest.
const BookRow* in_force(std::span<const BookRow> books, Date month);

std::optional<Measure> measure_of(Figure figure);
bool less_is_better(Figure figure);

}  // namespace forecourt::people
