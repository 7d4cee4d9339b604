#pragma once
#include <action/context.h>

#include <string>
#include <string_view>
#include <vector>

/// Lists of things to look at. What is on them is data: standards/checklists/<name>.json is the first version
/// of a list, the store writes the next ones itself.
namespace forecourt::checklists {

struct Checklist;

enum class Verdict { ok, fault, not_applicable };
FORECOURT_ENUM(Verdict, ok, fault, not_applicable)

/// The answer to one item; an input struct of the actions that fill a list.
struct ItemAnswer {
    std::string item;
    Verdict verdict{};
    std::string note;
    std::vector<FileHash> photos;
    std::optional<Quantity> measured;  // in the item's unit, where it asks for a measure
};
FORECOURT_STRUCT(ItemAnswer, item, verdict, note, photos, measured)

struct ChecklistResult {
    Id<Checklist> id;
    int faults{};
};
FORECOURT_STRUCT(ChecklistResult, id, faults)

inline constexpr Refusal checklist_unknown{"checklist_unknown", RefusalKind::unprocessable};
/// An item without an answer, with two, or one that is not on the list; the detail `item` names it.
inline constexpr Refusal checklist_incomplete{"checklist_incomplete"};
/// An item that must be photographed has no photo, or one that was not uploaded; the detail `item` names it.
inline constexpr Refusal checklist_photo_missing{"checklist_photo_missing"};
/// An item that asks for a measure was answered without one; the detail `item` names it.
inline constexpr Refusal checklist_measure_missing{"checklist_measure_missing"};
/// What was measured lies beyond the limits and was called good; the detail `item` names it.
inline constexpr Refusal checklist_measure_beyond_limits{"checklist_measure_beyond_limits"};

/// Stores a filled list; every item of it must be answered once. A record that runs keeps the list it began
/// with: the version of `began_at` is asked for, the one in force now when nothing is said. Gives the event
/// checklists.filled.
Result<ChecklistResult> fill(Tx& tx, std::string_view checklist, const ObjectRef& about,
                             const std::vector<ItemAnswer>& answers,
                             std::optional<Instant> began_at = std::nullopt);

enum class PhotoRule { never, optional, required };
FORECOURT_ENUM(PhotoRule, never, optional, required)

struct BothLanguages {
    std::string zh;
    std::string en;
    bool operator==(const BothLanguages&) const = default;
};
FORECOURT_STRUCT(BothLanguages, zh, en)

/// What has to be measured; the limits themselves are still good.
struct MeasureRule {
    std::string unit;
    std::optional<Quantity> lower;
    std::optional<Quantity> upper;
    bool operator==(const MeasureRule&) const = default;
};
FORECOURT_STRUCT(MeasureRule, unit, lower, upper)

struct Item {
    std::string name;
    BothLanguages text;
    PhotoRule photo{};
    std::optional<MeasureRule> measure;
};
FORECOURT_STRUCT(Item, name, text, photo, measure)

struct Definition {
    std::string name;
    BothLanguages title;
    std::vector<Item> items;
    std::optional<std::string> copied_from;  // the list of the program it began as, when the store made it
};
FORECOURT_STRUCT(Definition, name, title, items, copied_from)

/// When such a list was last filled in about a record: itself, or one of the store's own that was copied from
/// it. Nothing when it never was.
std::optional<Instant> last_filled_at(db::Connection& db, Id<Store> store, std::string_view checklist,
                                      const ObjectRef& about);

/// The names of all lists the program ships with, sorted.
std::vector<std::string_view> names();

/// The list of this name as the program ships it, null when there is none.
const Definition* find_definition(std::string_view name);

struct ListVersion {
    int number{};
    Definition list;
};

/// A list of the store, shipped or its own, in the version in force at a time.
std::optional<ListVersion> list_at(db::Connection& db, Id<Store> store, std::string_view name, Instant at);

/// What an item asks for, in Chinese as it goes on papers; its name when the list has no such item.
std::string text_of(const Definition& list, std::string_view item);

/// What was said of an item, with what was measured: "3.2 mm，偏低".
std::string note_of(const Definition& list, const ItemAnswer& answer);

/// Every list in force at a time, by name.
std::vector<ListVersion> lists_at(db::Connection& db, Id<Store> store, Instant at);

/// Gives a store the lists the program ships with, each it has none of.
void install(Tx& tx);

}  // namespace forecourt::checklists
