#pragma once
#include <services/checklists/api.h>

namespace forecourt::checklists {

/// What differs between two versions of a list.
enum class ListChangeKind { title, item_added, item_removed, item_moved, item_text, photo, measure };
FORECOURT_ENUM(ListChangeKind, title, item_added, item_removed, item_moved, item_text, photo, measure)

/// One side of a difference: what fits the kind is filled.
struct ListChangeSide {
    std::optional<BothLanguages> text;
    std::optional<PhotoRule> photo;
    std::optional<MeasureRule> measure;
    bool operator==(const ListChangeSide&) const = default;
};
FORECOURT_STRUCT(ListChangeSide, text, photo, measure)

struct ListDifference {
    ListChangeKind kind{};
    std::string item;
    BothLanguages item_text;
    ListChangeSide before;
    ListChangeSide after;
};
FORECOURT_STRUCT(ListDifference, kind, item, item_text, before, after)

/// What `after` says otherwise than `before`, item by item in the order of `after`.
std::vector<ListDifference> list_differences(const Definition& before, const Definition& after);

}  // namespace forecourt::checklists
