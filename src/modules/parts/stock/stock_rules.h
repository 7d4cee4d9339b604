#pragma once
#include <modules/parts/stock/stock.h>

namespace forecourt::parts {

/// What lies there and is promised to nobody.
Quantity free_of(const Stock& stock);
/// What a line still waits for.
Quantity missing_of(const WantedRow& wanted);
Money average_cost(const Stock& stock);

/// What so many pieces cost when they go out: the moving average, rounded half up. The last piece takes
/// whatever is left of the value, so that an empty bin is worth exactly nothing.
Money cost_going_out(const Stock& stock, Quantity quantity);
/// What of a line's cost comes back with so many pieces: its share, and all of it with the last piece.
Money cost_coming_back(const WantedRow& wanted, Quantity quantity);

/// How much can be laid aside now for somebody who wants so much.
Quantity can_reserve(const Stock& stock, Quantity wanted);

MaybeRefused may_issue(const Stock& stock, const WantedRow& wanted, Quantity quantity);
MaybeRefused may_take_back(const WantedRow& wanted, Quantity quantity);

/// The pieces of a quantity, bin by bin: the home bin first, then the others as they come.
struct Pick {
    Id<Place> place_id;
    Quantity quantity;
};
std::vector<Pick> pick_from(const std::vector<BinStock>& bins, std::string_view home_bin, Quantity quantity);

/// The new stock after goods came in at a price.
Stock received(Stock stock, Quantity quantity, Money amount);

/// What a count changes: more or fewer pieces, and what that is worth at the average.
struct CountDifference {
    Quantity quantity;  // counted less expected
    Money value;        // of the same sign
};
Result<CountDifference> decide_count(const Stock& stock, Quantity in_bin, Quantity counted,
                                     Money last_known_cost);

}  // namespace forecourt::parts
