#include <modules/insight/promise/promise_rules.h>

namespace forecourt::insight {
namespace {

template <class T>
PromiseOutcome compare(const std::optional<T>& first, const std::optional<T>& agreed,
                       const std::optional<T>& became) {
    if (!became || !agreed || !first) return PromiseOutcome::open;
    if (*became > *agreed) return PromiseOutcome::broken;
    return *became <= *first ? PromiseOutcome::kept : PromiseOutcome::kept_after_change;
}

constexpr std::int64_t yuan_fen = 100, hour_minutes = 60, day_minutes = 1440;

// From the second edge to the third lies the promise itself: not a fen more or less, or within the minute.
std::vector<std::int64_t> edges_of(PromiseKind kind) {
    if (kind == PromiseKind::price) {
        return {-1000 * yuan_fen, -100 * yuan_fen, 0, 1, 100 * yuan_fen, 1000 * yuan_fen, 5000 * yuan_fen};
    }
    return {-day_minutes, -4 * hour_minutes, -hour_minutes,    1,
            31,           2 * hour_minutes,  8 * hour_minutes, 2 * day_minutes};
}

}  // namespace

PromiseOutcome judge(const PromiseRow& promise) {
    switch (promise.kind) {
        case PromiseKind::price:
            return compare(promise.first_amount, promise.amount, promise.became_amount);
        case PromiseKind::time:
            return compare(promise.first_time, promise.time, promise.became_time);
        case PromiseKind::extra:
            return promise.became_time ? PromiseOutcome::kept : PromiseOutcome::open;
    }
    return PromiseOutcome::open;
}

std::optional<std::int64_t> difference_of(const PromiseRow& promise) {
    if (promise.kind == PromiseKind::price && promise.first_amount && promise.became_amount) {
        return (*promise.became_amount - *promise.first_amount).fen;
    }
    if (promise.kind == PromiseKind::time && promise.first_time && promise.became_time) {
        const auto ms = (*promise.became_time - *promise.first_time).ms;
        // The minute that has begun counts when it is late: a promise of three is not kept at half past.
        return ms > 0 ? (ms + 59'999) / 60'000 : ms / 60'000;
    }
    return std::nullopt;
}

std::vector<SpreadBar> spread(PromiseKind kind, const std::vector<std::int64_t>& differences) {
    const auto edges = edges_of(kind);
    std::vector<SpreadBar> bars;
    for (std::size_t i = 0; i <= edges.size(); ++i) {
        SpreadBar bar{.from_value = {}, .until_value = {}};
        if (i > 0) bar.from_value = edges[i - 1];
        if (i < edges.size()) bar.until_value = edges[i];
        bar.worse = bar.from_value && *bar.from_value > 0;
        for (const auto value : differences) {
            const bool above = !bar.from_value || value >= *bar.from_value;
            if (above && (!bar.until_value || value < *bar.until_value)) ++bar.cases;
        }
        bars.push_back(bar);
    }
    return bars;
}

}  // namespace forecourt::insight
