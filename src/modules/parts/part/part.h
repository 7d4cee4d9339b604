#pragma once
#include <core/checked_text.h>
#include <modules/parts/api.h>

namespace forecourt::parts {

/// A part of the catalogue, as it is stored.
struct PartRow {
    Id<Part> id;
    std::string number;
    std::string name;
    std::string brand;
    std::string unit;
    PartOrigin origin{};
    std::string category;
    std::string fits;  // which models, in words
    Money price;
    Quantity reorder_point;
    std::string bin;
    Instant created_at;
    std::optional<Instant> withdrawn_at;
    std::optional<Id<User>> withdrawn_by;
    std::int64_t version{};
};
FORECOURT_STRUCT(PartRow, id, number, name, brand, unit, origin, category, fits, price, reorder_point, bin,
                 created_at, withdrawn_at, withdrawn_by, version)

inline constexpr Refusal part_number_taken{"part_number_taken"};
inline constexpr Refusal part_price_negative{"part_price_negative"};
inline constexpr Refusal part_is_on_hand{"part_is_on_hand"};

}  // namespace forecourt::parts
