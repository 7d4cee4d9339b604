#pragma once
#include <bench/data_set.h>
#include <bench/figures.h>
#include <bench/recording.h>

#include <string>

namespace forecourt::bench {

/// The recorded transactions again, in their order, in a group commit with nothing around it: one thread that
/// writes, one that keeps `callers` transactions waiting.
Figures write_floor(const Place& place, const Recording& recording, int callers, std::size_t count);

/// The recorded reads again and again for so long, every row written as JSON, by so many threads.
Figures read_floor(const Place& place, const Recording& recording, int threads, double seconds);

/// Where the floor's own time goes: each statement's part, how often a transaction runs it, and whether it
/// walks through a whole table.
struct StatementCost {
    std::string text;
    double us_per_group{};
    double times_per_group{};
    std::string scan;  // empty: it goes by an index
};
std::vector<StatementCost> statement_costs(const std::string& file, const Recording& recording, bool writes);

}  // namespace forecourt::bench
