#pragma once
#include <services/checklists/api.h>

#include <functional>

namespace forecourt::checklists {

/// Reads a definition; the sentence of what is wrong with it, or nothing. Items must be there and have each a
/// name of its own.
std::optional<std::string> read_definition(std::string_view json, Definition& definition);

/// Whether the answers fill the list: each item once, photos where they must be and all of them uploaded.
MaybeRefused may_fill(const Definition& definition, const std::vector<ItemAnswer>& answers,
                      const std::function<bool(const FileHash&)>& is_uploaded);

}  // namespace forecourt::checklists
