#pragma once
#include <anchors/anchor.h>

#include <optional>
#include <string_view>

namespace forecourt::anchors {

/// Takes the first line off, without its end.
std::string_view next_line(std::string_view& file);
/// What stands before the signature; nothing when that is no anchor.
std::optional<Anchor> anchor_of(std::string_view line);
/// What the first line of a file follows.
extern const std::string first_before;

/// Anchors and the key that proves them are for everybody.
inline constexpr mode_t readable = 0644;

}  // namespace forecourt::anchors
