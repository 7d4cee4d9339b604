#pragma once
#include <modules/workshop/line/line.h>

namespace forecourt::workshop {

/// Price of the quantity less the discount; never less than nothing.
Money amount_of(Quantity quantity, Money unit_price, Money discount);

/// A line leaves the plan while nobody has worked on it and none of it was issued. What the customer is being
/// asked about stays until the question is withdrawn or answered.
MaybeRefused may_remove(const LineRow& line, Quantity issued);

/// The line without what came back: its discount shrinks with it, and it never costs more than the customer
/// said yes to. What came back altogether was not used, and the line leaves the plan.
LineRow without_returned(LineRow line, Quantity returned);

/// How much of a price a role may let go: an advisor a tenth, the general manager all of it.
std::int64_t discount_limit_basis_points(const Actor& actor);
MaybeRefused may_discount(Money gross, Money discount, std::int64_t limit_basis_points);
/// Prices only ever go down after the customer said yes.
MaybeRefused may_discount_line(const LineRow& line, Money discount, std::int64_t limit_basis_points);

/// Whether the house may pay a line because the customer was promised it.
MaybeRefused may_be_promised(const LineRow& line);

/// Parts go out for what the customer has approved, no more, and never for a part the customer brought.
MaybeRefused may_issue_for(const LineRow& line);

}  // namespace forecourt::workshop
