#pragma once
#include <cstddef>
#include <vector>

namespace forecourt::bench {

/// One round of one point: how many a second, and how long each took.
struct Figures {
    double per_second{};
    double p50_ms{};
    double p99_ms{};
};

/// From the time of each piece of work, in ns, and the time of all.
Figures figures_of(std::vector<double>& latencies_ns, double seconds);
/// Each member's median over the rounds.
Figures median_of(const std::vector<Figures>& rounds);
double median_of(std::vector<double> values);

}  // namespace forecourt::bench
