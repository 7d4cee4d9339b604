#pragma once
#include <action/context.h>

#include <string>
#include <string_view>

namespace forecourt::numbering {

/// The next number of a store's documents with this prefix: "RO261122-0007". The count starts anew each day
/// and has no gaps, because a transaction that is rolled back gives its number back.
std::string next_number(Tx& tx, std::string_view prefix);

}  // namespace forecourt::numbering
