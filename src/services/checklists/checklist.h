#pragma once
#include <services/checklists/api.h>

#include <functional>

namespace forecourt::checklists {

inline constexpr std::string_view kind_of_text = "checklist";  // among the store's versions

// What can be wrong with a list; the detail `item` says at which item.
inline constexpr Refusal list_needs_title{"list_needs_title", RefusalKind::unprocessable};
inline constexpr Refusal list_needs_items{"list_needs_items", RefusalKind::unprocessable};
inline constexpr Refusal list_item_needs_text{"list_item_needs_text", RefusalKind::unprocessable};
inline constexpr Refusal list_item_twice{"list_item_twice", RefusalKind::unprocessable};
inline constexpr Refusal list_measure_needs_unit{"list_measure_needs_unit", RefusalKind::unprocessable};
inline constexpr Refusal list_limits_crossed{"list_limits_crossed", RefusalKind::unprocessable};

/// A definition out of its text in the database.
Definition definition_of(const std::string& body);

/// Reads a definition; the sentence of what is wrong with it, or nothing. Items must be there and have each a
/// name of its own.
std::optional<std::string> read_definition(std::string_view json, Definition& definition);

/// Whether the answers fill the list: each item once, photos where they must be and all of them uploaded;
/// a measure where it is asked for, and beyond its limits the item can only be a fault.
/// A measure that was asked for must be there, and beyond its limits the item can only be a fault.
MaybeRefused may_fill(const Definition& definition, const std::vector<ItemAnswer>& answers,
                      const std::function<bool(const FileHash&)>& is_uploaded);

bool is_within(const MeasureRule& measure, Quantity measured);

/// What is wrong with a list somebody wants to use.
MaybeRefused may_hold(const Definition& list);

}  // namespace forecourt::checklists
