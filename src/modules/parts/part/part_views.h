#pragma once
#include <action/action.h>
#include <action/view.h>
#include <modules/parts/stock/stock.h>

namespace forecourt::parts {

struct PartListInput {
    std::optional<std::string> q;  // part of the number, name or model
    std::optional<std::string> category;
    std::optional<bool> low;  // what is free is at or below the reorder point
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
};
FORECOURT_STRUCT(PartListInput, q, category, low, limit, after, sort)

struct PartListRow {
    Id<Part> id;
    std::string number;
    std::string name;
    std::string brand;
    std::string unit;
    PartOrigin origin{};
    std::string category;
    std::string fits;
    Money price;
    std::string bin;
    Quantity reorder_point;
    Quantity on_hand;
    Quantity reserved;
    Money value;
    std::optional<Instant> withdrawn_at;
};
FORECOURT_STRUCT(PartListRow, id, number, name, brand, unit, origin, category, fits, price, bin,
                 reorder_point, on_hand, reserved, value, withdrawn_at)

struct PartInput {
    Id<Part> part_id;
};
FORECOURT_STRUCT(PartInput, part_id)

struct MoveRow {
    std::int64_t id{};
    MoveKind kind{};
    std::string from_place;
    std::string to_place;
    Quantity quantity;
    Money value;
    Instant moved_at;
    std::string moved_by_name;
    std::string object_type;
    std::int64_t object_id{};
    std::string reason;
};
FORECOURT_STRUCT(MoveRow, id, kind, from_place, to_place, quantity, value, moved_at, moved_by_name,
                 object_type, object_id, reason)

struct PartRecord {
    Id<Part> id;
    std::string number;
    std::string name;
    std::string brand;
    std::string unit;
    PartOrigin origin{};
    std::string category;
    std::string fits;
    Money price;
    Money average_cost;
    Money value;
    Quantity reorder_point;
    std::string bin;
    Quantity on_hand;
    Quantity reserved;
    Quantity available;
    std::optional<Instant> withdrawn_at;
    std::int64_t version{};
    std::vector<BinStock> bins;
    std::vector<MoveRow> moves;  // the last fifty
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(PartRecord, id, number, name, brand, unit, origin, category, fits, price, average_cost,
                 value, reorder_point, bin, on_hand, reserved, available, withdrawn_at, version, bins, moves,
                 allowed_actions)

struct ShortageRow {
    std::int64_t id{};
    Id<Part> part_id;
    std::string number;
    std::string name;
    std::string unit;
    std::string order_type;
    std::int64_t order_id{};
    std::string note;
    Instant wanted_at;
    Quantity missing;
};
FORECOURT_STRUCT(ShortageRow, id, part_id, number, name, unit, order_type, order_id, note, wanted_at, missing)

struct PickRow {
    std::int64_t id{};
    Id<Part> part_id;
    std::string number;
    std::string name;
    std::string unit;
    std::string bin;
    std::int64_t line_id{};
    std::string order_type;
    std::int64_t order_id{};
    std::string note;
    Instant wanted_at;
    Quantity reserved;
};
FORECOURT_STRUCT(PickRow, id, part_id, number, name, unit, bin, line_id, order_type, order_id, note,
                 wanted_at, reserved)

/// What the storekeeper does next: hand these out, buy those.
struct PartsDesk {
    std::vector<PickRow> to_pick;
    std::vector<ShortageRow> shortages;
};
FORECOURT_STRUCT(PartsDesk, to_pick, shortages)

extern const View<PartListInput, Page<PartListRow>> part_list;
extern const View<PartInput, PartRecord> part_record;
extern const View<Nothing, PartsDesk> parts_desk;

}  // namespace forecourt::parts
