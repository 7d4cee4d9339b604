#include <bench/figures.h>

#include <algorithm>

namespace forecourt::bench {

Figures figures_of(std::vector<double>& latencies_ns, double seconds) {
    if (latencies_ns.empty()) return {};
    std::sort(latencies_ns.begin(), latencies_ns.end());
    const auto at = [&](double part) {
        return latencies_ns[static_cast<std::size_t>(part * static_cast<double>(latencies_ns.size() - 1))] /
               1e6;
    };
    return {.per_second = static_cast<double>(latencies_ns.size()) / seconds,
            .p50_ms = at(0.5),
            .p99_ms = at(0.99)};
}

double median_of(std::vector<double> values) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    const auto middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

Figures median_of(const std::vector<Figures>& rounds) {
    std::vector<double> rate, p50, p99;
    for (const auto& round : rounds) {
        rate.push_back(round.per_second);
        p50.push_back(round.p50_ms);
        p99.push_back(round.p99_ms);
    }
    return {.per_second = median_of(rate), .p50_ms = median_of(p50), .p99_ms = median_of(p99)};
}

}  // namespace forecourt::bench
