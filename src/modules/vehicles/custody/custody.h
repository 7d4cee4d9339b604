#pragma once
#include <modules/vehicles/car/car.h>

namespace forecourt::vehicles {

struct Item;

/// What belongs to a car and goes through hands: keys and papers.
enum class ItemKind {
    key,
    conformity_certificate,  // without it no registration
    import_certificate,
    import_inspection,
    consistency_certificate,
    maker_invoice,
    manual,
};
FORECOURT_ENUM(ItemKind, key, conformity_certificate, import_certificate, import_inspection,
               consistency_certificate, maker_invoice, manual)

/// `at_bank`: the bank that financed the car keeps the certificate until it is redeemed.
enum class ItemState { here, at_bank, out, handed_over };
FORECOURT_ENUM(ItemState, here, at_bank, out, handed_over)

struct ItemRow {
    Id<Item> id;
    Id<Car> car_id;
    ItemKind kind{};
    std::string label;  // the number on it
    ItemState state{};
    std::string place;
    std::string holder;
    Instant since;
    std::optional<Instant> due_at;
    std::int64_t version{};
};
FORECOURT_STRUCT(ItemRow, id, car_id, kind, label, state, place, holder, since, due_at, version)

struct NewItem {
    ItemKind kind{};
    FilledText label;
    FilledText place;
    std::optional<bool> at_bank;
};
FORECOURT_STRUCT(NewItem, kind, label, place, at_bank)

/// What came with a car, all or none of it.
struct RegisterItems {
    Id<Car> car_id;
    std::vector<NewItem> items;
};
FORECOURT_STRUCT(RegisterItems, car_id, items)

struct ItemsRegistered {
    std::vector<Id<Item>> ids;
};
FORECOURT_STRUCT(ItemsRegistered, ids)

struct IssueItem {
    Id<Item> item_id;
    FilledText to_whom;
    FilledText purpose;
    std::optional<Instant> due_at;  // this evening when nothing is said
    std::int64_t version{};
};
FORECOURT_STRUCT(IssueItem, item_id, to_whom, purpose, due_at, version)

/// Back in the box or safe; also from the bank, when the certificate was redeemed.
struct ReturnItem {
    Id<Item> item_id;
    std::optional<std::string> place;
    std::int64_t version{};
};
FORECOURT_STRUCT(ReturnItem, item_id, place, version)

inline constexpr Right key_write{"vehicles.key_write"};

inline constexpr Refusal item_not_found{"item_not_found", RefusalKind::not_found};
inline constexpr Refusal no_item_named{"no_item_named", RefusalKind::unprocessable};
/// The detail `label` says which.
inline constexpr Refusal item_known_already{"item_known_already"};
inline constexpr Refusal item_is_at_bank{"item_is_at_bank"};
inline constexpr Refusal item_is_handed_over{"item_is_handed_over"};
inline constexpr Refusal item_is_here{"item_is_here"};
inline constexpr Refusal only_papers_lie_at_bank{"only_papers_lie_at_bank", RefusalKind::unprocessable};

// Guards.
MaybeRefused may_issue(const ItemRow& item);
MaybeRefused may_return(const ItemRow& item);
/// Whether the car can be handed over as far as its papers go: none at the bank.
MaybeRefused check_papers(const std::vector<ItemRow>& items);

std::vector<ItemRow> items_of_car(db::Connection& db, Id<Store> store, Id<Car> car);
bool has_keys(db::Connection& db, Id<Store> store, Id<Car> car);
/// The keys that came with a car, as "K012-1", "K012-2".
void register_keys(Tx& tx, const CarRow& car, std::int64_t keys);
/// Everything that lies here or is out goes with the car. Refuses certificate_with_bank.
MaybeRefused hand_over_items(Tx& tx, const CarRow& car);
/// The items go with a car to another store's register.
void move_items(Tx& there, const std::vector<ItemRow>& items, Id<Car> new_car);

}  // namespace forecourt::vehicles
