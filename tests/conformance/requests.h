#pragma once
#include <string>
#include <vector>

namespace forecourt::conformance {

/// Plays a story, and then asks every action and view of the API as nobody, as every role, with malformed and
/// wrong input, and as the other store with the first one's records. What answers wrongly, or changes
/// anything, is a finding. `plant` makes one right look as if nobody had it.
std::vector<std::string> wrong_answers(const std::string& source_folder, bool plant);

}  // namespace forecourt::conformance
