#pragma once
#include <modules/parts/api.h>

namespace forecourt::parts {

struct Place;
struct Move;

enum class PlaceKind { bin, supplier, workshop, difference };
FORECOURT_ENUM(PlaceKind, bin, supplier, workshop, difference)

enum class MoveKind { received, issued, returned, moved, counted };
FORECOURT_ENUM(MoveKind, received, issued, returned, moved, counted)

/// The store's whole stock of one part.
struct Stock {
    Id<Part> part_id;
    Quantity on_hand;
    Quantity reserved;
    Money value;  // what it cost, without tax
};
FORECOURT_STRUCT(Stock, part_id, on_hand, reserved, value)

/// What lies in one bin.
struct BinStock {
    Id<Place> place_id;
    std::string name;
    Quantity quantity;
};
FORECOURT_STRUCT(BinStock, place_id, name, quantity)

/// A part wanted for a line, as it is stored.
struct WantedRow {
    std::int64_t id{};
    Id<Part> part_id;
    std::string line_type;
    std::int64_t line_id{};
    std::string order_type;
    std::int64_t order_id{};
    std::string note;
    Quantity wanted;
    Quantity reserved;
    Quantity issued;
    Money cost;
    Instant wanted_at;
    std::optional<Instant> released_at;
};
FORECOURT_STRUCT(WantedRow, id, part_id, line_type, line_id, order_type, order_id, note, wanted, reserved,
                 issued, cost, wanted_at, released_at)

inline constexpr Refusal bin_does_not_hold_it{"bin_does_not_hold_it"};
inline constexpr Refusal bin_is_the_same{"bin_is_the_same"};
inline constexpr Refusal count_below_reserved{"count_below_reserved"};
inline constexpr Refusal count_is_unchanged{"count_is_unchanged"};

}  // namespace forecourt::parts
