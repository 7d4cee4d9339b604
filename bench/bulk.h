#pragma once
#include <string_view>
#include <vector>

namespace forecourt::bench {

/// The statements that fill a store with history. {all}, {orders}, {store} and the like are filled in by
/// data_set.cpp.
const std::vector<std::string_view>& bulk_statements();

}  // namespace forecourt::bench
