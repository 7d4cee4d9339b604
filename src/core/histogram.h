#pragma once
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace forecourt {

/// Counts values by how large they are: in bucket i those up to bounds[i], in the last one all others. Noting
/// takes no lock; a reading taken meanwhile may miss the last values.
template <std::size_t Bounds>
class Histogram {
  public:
    explicit constexpr Histogram(const std::array<std::int64_t, Bounds>& bounds) : bounds_(bounds) {}

    void note(std::int64_t value) {
        std::size_t bucket = 0;
        while (bucket < Bounds && value > bounds_[bucket]) ++bucket;
        counts_[bucket].fetch_add(1, std::memory_order_relaxed);
        sum_.fetch_add(value, std::memory_order_relaxed);
    }

    const std::array<std::int64_t, Bounds>& bounds() const { return bounds_; }
    /// How many lay in a bucket; the one behind the last bound has the number Bounds.
    std::uint64_t count(std::size_t bucket) const { return counts_[bucket].load(std::memory_order_relaxed); }
    std::int64_t sum() const { return sum_.load(std::memory_order_relaxed); }

  private:
    std::array<std::int64_t, Bounds> bounds_;
    std::array<std::atomic<std::uint64_t>, Bounds + 1> counts_{};
    std::atomic<std::int64_t> sum_{0};
};

/// Times in microseconds, from a tenth of a millisecond to ten seconds.
using TimeHistogram = Histogram<13>;
inline constexpr std::array<std::int64_t, 13> time_bounds_us = {
    100, 250, 500, 1'000, 2'500, 5'000, 10'000, 25'000, 50'000, 100'000, 250'000, 1'000'000, 10'000'000};

}  // namespace forecourt
