#pragma once
#include <bench/measure.h>

namespace forecourt::bench {

/// Many browsers of one store that listen: what each costs in memory, and how long one event takes to reach
/// them all.
struct Streams {
    int streams{};
    std::int64_t memory_before{};
    std::int64_t memory_with{};
    double all_told_ms{};  // from the request to the last browser, the median of the rounds
    double answered_ms{};  // the request itself beside it
};
Streams measure_streams(const Extent& extent);

}  // namespace forecourt::bench
