#pragma once
#include <bench/measure.h>

#include <functional>
#include <string>
#include <vector>

namespace forecourt::bench {

/// One line: what is to be reached on two cores, whatever the floor is.
struct Mark {
    std::string title;
    int callers{};
    Figures served;
    double least_per_second{};  // 0: only the median counts
    double longest_p50_ms{};    // 0: only the rate counts
    bool is_reached() const {
        return served.per_second >= least_per_second &&
               (longest_p50_ms == 0 || served.p50_ms <= longest_p50_ms);
    }
};

std::vector<Mark> measure_marks(const Extent& extent, Engine engine);

/// Dealerships at work (forecourt simulate) in a store with a million repair orders behind it, which is more
/// than ten years of a large one. Prints what it asked for and got.
void play_mix(const Extent& extent);

}  // namespace forecourt::bench
