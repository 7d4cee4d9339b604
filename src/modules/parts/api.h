#pragma once
#include <action/context.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What other modules may call of the parts store, each in the caller's transaction.
namespace forecourt::parts {

struct Part;

/// Where a part comes from: the law wants it on every settlement list.
enum class PartOrigin { original, same_quality, aftermarket, remanufactured, reused };
FORECOURT_ENUM(PartOrigin, original, same_quality, aftermarket, remanufactured, reused)

struct PartFacts {
    Id<Part> id;
    std::string number;
    std::string name;
    std::string unit;
    std::string brand;
    PartOrigin origin{};
    Money price;         // selling price of one unit, tax included
    Money average_cost;  // of one unit, without tax
    Quantity on_hand;
    Quantity reserved;
    bool active{};
};
FORECOURT_STRUCT(PartFacts, id, number, name, unit, brand, origin, price, average_cost, on_hand, reserved,
                 active)

inline constexpr Refusal part_not_found{"part_not_found", RefusalKind::not_found};
inline constexpr Refusal part_is_withdrawn{"part_is_withdrawn"};
inline constexpr Refusal part_not_on_hand{"part_not_on_hand"};
inline constexpr Refusal part_not_wanted{"part_not_wanted"};
inline constexpr Refusal issue_beyond_wanted{"issue_beyond_wanted"};
inline constexpr Refusal return_beyond_issued{"return_beyond_issued"};
inline constexpr Refusal quantity_not_positive{"quantity_not_positive"};

std::optional<PartFacts> find_part(db::Connection& db, Id<Store> store, Id<Part> id);
std::optional<PartFacts> find_part_by_number(db::Connection& db, Id<Store> store, std::string_view number);

/// A part wanted for one line of somebody's order: line {"order_line", 7} of order {"repair_order", 3}.
struct Wanted {
    Id<Part> part_id;
    Quantity quantity;
    ObjectRef line;
    ObjectRef order;
    std::string note;  // what the storekeeper reads: "RO261122-0007 京A12345"
};

/// How much of it lies aside now, and how much is missing. What is missing stands on the parts store's list
/// of shortages and is laid aside as soon as goods come in.
struct Reservation {
    Quantity reserved;
    Quantity missing;
};

/// Lays a part aside for a line. refuses part_not_found, part_is_withdrawn, quantity_not_positive.
Result<Reservation> reserve(Tx& tx, const Wanted& wanted);

/// Gives free what still lies aside for the line; what was issued stays issued.
void release(Tx& tx, const ObjectRef& line);

/// What left the store, or came back, and what it had cost (moving average, without tax).
struct Moved {
    Quantity quantity;
    Money cost;
};

/// Hands a part out to the line's job: stock to workshop, cost in the ledger.
/// refuses part_not_wanted, issue_beyond_wanted, part_not_on_hand, quantity_not_positive.
Result<Moved> issue(Tx& tx, const ObjectRef& line, Quantity quantity);

/// Takes an issued part back into its bin at the cost it went out with.
/// refuses part_not_wanted, return_beyond_issued, quantity_not_positive.
Result<Moved> take_back(Tx& tx, const ObjectRef& line, Quantity quantity, std::string_view reason);

/// How it stands with the parts of an order's lines.
struct LineParts {
    std::int64_t line_id{};
    Quantity wanted;
    Quantity reserved;
    Quantity issued;  // less what came back
    Quantity missing;
    Money cost;  // of what is issued
    std::string bin;
};
FORECOURT_STRUCT(LineParts, line_id, wanted, reserved, issued, missing, cost, bin)
std::vector<LineParts> parts_of_order(db::Connection& db, Id<Store> store, const ObjectRef& order);

/// For `forecourt verify`: every move goes from a place to a place, so the places of a part sum to nothing,
/// its bins sum to what is on hand, and what is laid aside is on hand. A sentence for each fault.
std::vector<std::string> check_stock(db::Connection& db, Id<Store> store);

// Event for handlers: parts.shortage_filled with the objects part and the order; its data holds line_id and
// quantity.

}  // namespace forecourt::parts
