#pragma once
#include <action/action.h>
#include <modules/parts/part/part.h>

namespace forecourt::parts {

inline constexpr Right parts_read{"parts.read"};
inline constexpr Right parts_write{"parts.write"};

struct AddPart {
    FilledText number;
    FilledText name;
    std::optional<std::string> brand;
    FilledText unit;
    PartOrigin origin{};
    std::optional<std::string> category;
    std::optional<std::string> fits;
    Money price;
    std::optional<Quantity> reorder_point;
    FilledText bin;
};
FORECOURT_STRUCT(AddPart, number, name, brand, unit, origin, category, fits, price, reorder_point, bin)

struct PartAdded {
    Id<Part> part_id;
};
FORECOURT_STRUCT(PartAdded, part_id)

struct ChangePart {
    Id<Part> part_id;
    std::int64_t version{};
    std::optional<FilledText> name;
    std::optional<std::string> fits;
    std::optional<Money> price;
    std::optional<Quantity> reorder_point;
    std::optional<FilledText> bin;
};
FORECOURT_STRUCT(ChangePart, part_id, version, name, fits, price, reorder_point, bin)

struct WithdrawPart {
    Id<Part> part_id;
    std::int64_t version{};
    FilledText reason;
};
FORECOURT_STRUCT(WithdrawPart, part_id, version, reason)

extern const Action<AddPart, PartAdded> add_part;
extern const Action<ChangePart, Nothing> change_part;
extern const Action<WithdrawPart, Nothing> withdraw_part;

}  // namespace forecourt::parts
