#pragma once
#include <string>
#include <vector>

namespace forecourt::crash {

/// R7: two hundred callers at once for what only one can have: a visitor to greet, an hour of a demo car,
/// the last piece of a part, a car for sale; and two hundred arrivals, whose numbers follow each other
/// without a gap. A sentence for each fault.
std::vector<std::string> races();

}  // namespace forecourt::crash
