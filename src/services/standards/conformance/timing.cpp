#include <services/standards/conformance/timing.h>

namespace forecourt::standards {
namespace {

constexpr std::size_t most_bars = 16;

// Widths people read without reckoning: seconds, minutes, hours, days.
std::int64_t bar_width(std::int64_t span, std::int64_t target) {
    static constexpr std::int64_t widths[] = {5,     10,    15,    20,     30,    60,   120,
                                              300,   600,   900,   1800,   3600,  7200, 14400,
                                              21600, 43200, 86400, 172800, 604800};
    const auto wanted = std::max<std::int64_t>(span / 12, target / 6);
    for (const auto width : widths) {
        if (width >= wanted) return width;
    }
    return 2'592'000;
}

}  // namespace

std::optional<std::int64_t> quantile(std::vector<std::int64_t> values, int percent) {
    if (values.empty()) return std::nullopt;
    std::sort(values.begin(), values.end());
    const auto rank = (values.size() * static_cast<std::size_t>(percent) + 99) / 100;
    return values[std::max<std::size_t>(rank, 1) - 1];
}

std::vector<std::int64_t> elapsed_s(const std::vector<CasePath>& paths, const std::string& from,
                                    const std::string& to) {
    std::vector<std::int64_t> values;
    for (const auto& path : paths) {
        const auto begun = path.reached.find(from), done = path.reached.find(to);
        if (begun == path.reached.end() || done == path.reached.end()) continue;
        values.push_back((done->second - begun->second).ms / 1000);
    }
    return values;
}

std::vector<TimeBucket> distribution(const std::vector<std::int64_t>& values, const TargetSides& target) {
    if (values.empty()) return {};
    const auto far = quantile(values, 95).value_or(0);
    const auto aim = target.within_s.value_or(target.not_before_s.value_or(0));
    const auto width = bar_width(std::max(far, aim), std::min(aim, far));
    std::vector<std::int64_t> edges;
    for (std::size_t i = 0; i < most_bars; ++i) {
        edges.push_back(static_cast<std::int64_t>(i) * width);
        if (edges.back() > std::max(far, aim)) break;
    }
    if (target.not_before_s) edges.push_back(*target.not_before_s);
    if (target.within_s) edges.push_back(*target.within_s + 1);  // exactly on the target is in time
    std::sort(edges.begin(), edges.end());
    // An edge beside the target's own would make a bar of a second.
    for (const auto side : {target.not_before_s, target.within_s}) {
        if (!side) continue;
        std::erase_if(edges, [&](std::int64_t edge) {
            const auto own = side == target.within_s ? *side + 1 : *side;
            return edge != own && edge != 0 && std::abs(edge - own) * 3 < width;
        });
    }
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    std::vector<TimeBucket> buckets;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        TimeBucket bucket{.from_s = edges[i], .until_s = {}, .cases = 0};
        if (i + 1 < edges.size()) bucket.until_s = edges[i + 1];
        bucket.early = target.not_before_s && edges[i] < *target.not_before_s;
        bucket.late = target.within_s && edges[i] > *target.within_s;
        for (const auto value : values) {
            const bool above = value >= bucket.from_s || (i == 0 && value < 0);
            if (above && (!bucket.until_s || value < *bucket.until_s)) ++bucket.cases;
        }
        buckets.push_back(bucket);
    }
    return buckets;
}

}  // namespace forecourt::standards
