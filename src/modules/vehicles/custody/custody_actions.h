#pragma once
#include <action/view.h>
#include <modules/vehicles/custody/custody.h>

namespace forecourt::vehicles {

extern const Action<RegisterItems, ItemsRegistered> register_items;
extern const Action<IssueItem, Nothing> issue_item;
extern const Action<ReturnItem, Nothing> return_item;

struct ItemsOutIn {
    std::optional<ItemKind> kind;
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;  // since (default), -since
};
FORECOURT_STRUCT(ItemsOutIn, kind, limit, after, sort)

struct ItemOut {
    Id<Item> id;
    Id<Car> car_id;
    ItemKind kind{};
    std::string label;
    std::string holder;
    Instant since;
    std::optional<Instant> due_at;
    std::int64_t version{};
    std::string model_name;
    std::string vin_tail;
    std::optional<Plate> plate;
};
FORECOURT_STRUCT(ItemOut, id, car_id, kind, label, holder, since, due_at, version, model_name, vin_tail,
                 plate)

struct ItemIn {
    Id<Item> item_id;
};
FORECOURT_STRUCT(ItemIn, item_id)

struct ItemMove {
    ItemState state{};
    std::string who;
    std::string purpose;
    Instant at;
    std::string by_name;
};
FORECOURT_STRUCT(ItemMove, state, who, purpose, at, by_name)

struct ItemMoves {
    std::vector<ItemMove> rows;
};
FORECOURT_STRUCT(ItemMoves, rows)

extern const View<ItemsOutIn, Page<ItemOut>> items_out;
extern const View<ItemIn, ItemMoves> item_moves;

}  // namespace forecourt::vehicles
