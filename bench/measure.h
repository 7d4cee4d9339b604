#pragma once
#include <bench/data_set.h>
#include <bench/figures.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forecourt::bench {

struct Extent {
    bool quick = false;
    std::string only;  // works whose title has this in it
    int rounds() const { return quick ? 1 : 5; }
    double seconds() const { return quick ? 1 : 2; }  // of each point that is measured by time
    bool wants(std::string_view title) const { return title.find(only) != title.npos; }
};

/// One line: the same work over HTTP and as its floor.
struct BesideFloor {
    std::string title;
    int callers{};
    Figures served;
    Figures floor;
    double ratio{};  // median of the rounds' ratios
    /// Views only: what an answer without any work is served at, and how much of floor and such an answer,
    /// one after the other, the view reaches.
    std::optional<Figures> empty;
    double ratio_with_socket{};
};
/// One line: the same work with few and with many repair orders.
struct BesideSize {
    std::string title;
    int callers{};
    double few_per_second{};
    double many_per_second{};
    double times{};  // how much slower with many
};
struct Start {
    std::int64_t orders{};
    double seconds{};
    std::int64_t memory_at_start{};
    std::int64_t memory_after_work{};
    std::int64_t database_bytes{};
};

/// Prints what each statement of the work costs by itself.
void tell_statements(const Extent& extent);
std::vector<BesideFloor> measure_actions(const Extent& extent, Engine engine);
std::vector<BesideFloor> measure_views(const Extent& extent, Engine engine);
/// Beside ten thousand orders. The data of ten million is worked on itself, and not there afterwards.
std::vector<BesideSize> measure_sizes(std::int64_t orders, const Extent& extent);
std::vector<Start> measure_starts(const Extent& extent);

inline constexpr std::int64_t few_orders = 10'000;
inline constexpr std::int64_t many_orders = 1'000'000;
inline constexpr std::int64_t huge_orders = 10'000'000;  // 43 GB

}  // namespace forecourt::bench
