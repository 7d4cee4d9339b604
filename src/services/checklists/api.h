#pragma once
#include <action/context.h>

#include <string>
#include <string_view>
#include <vector>

/// Lists of things to look at. What is on them is data: standards/checklists/<name>.json.
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
};
FORECOURT_STRUCT(ItemAnswer, item, verdict, note, photos)

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

/// Stores a filled list; every item of it must be answered once. Gives the event checklists.filled.
Result<ChecklistResult> fill(Tx& tx, std::string_view checklist, const ObjectRef& about,
                             const std::vector<ItemAnswer>& answers);

enum class PhotoRule { never, optional, required };
FORECOURT_ENUM(PhotoRule, never, optional, required)

struct BothLanguages {
    std::string zh;
    std::string en;
};
FORECOURT_STRUCT(BothLanguages, zh, en)

struct Item {
    std::string name;
    BothLanguages text;
    PhotoRule photo{};
};
FORECOURT_STRUCT(Item, name, text, photo)

struct Definition {
    std::string name;
    BothLanguages title;
    std::vector<Item> items;
};
FORECOURT_STRUCT(Definition, name, title, items)

/// Whether such a list was filled in about a record.
bool is_filled(db::Connection& db, Id<Store> store, std::string_view checklist, const ObjectRef& about);

/// The names of all lists, sorted.
std::vector<std::string_view> names();

/// The list of this name, null when there is none.
const Definition* find_definition(std::string_view name);

}  // namespace forecourt::checklists
