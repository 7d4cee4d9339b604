#pragma once
#include <demo/desk.h>

namespace forecourt::demo {

/// Whoever lives faster than the clock reads as many customers more in an hour, and would be stopped as one
/// who copies them all: the general manager raises the store's limits as far as they go, once.
/// Throws std::runtime_error when that is refused.
void may_read_all_day_long(Desk& desk);

}  // namespace forecourt::demo
