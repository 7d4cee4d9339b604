#pragma once
#include <cluster/load.h>

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace forecourt::cluster {

/// What the cluster holds, read from the node that takes writes.
struct Truth {
    std::map<std::string, std::string> answers;  // kept, by key
    std::set<std::int64_t> visits;
};
/// The answers to keys that begin so, and every visit.
Truth read_truth(const std::string& label);

struct Findings {
    std::size_t acknowledged = 0;
    std::size_t unknown = 0;  // settled by their keys
    std::size_t lost = 0;     // answered, and not there or not as answered
    std::size_t doubled = 0;  // a record more than keys
    std::vector<std::string> faults;
};
/// Holds what was answered against what is there. `before` are the visits from before the load.
Findings compare(const Load& load, const std::set<std::int64_t>& before, const Truth& truth);

}  // namespace forecourt::cluster
