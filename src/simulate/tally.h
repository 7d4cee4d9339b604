#pragma once
#include <core/histogram.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace forecourt::simulate {

/// A tenth of a millisecond to two minutes, each bound a fifth above the one before.
inline constexpr std::size_t time_steps = 77;
std::array<std::int64_t, time_steps> time_steps_us();
using Times = Histogram<time_steps>;

/// The time in milliseconds that this share (0.5, 0.99) of the values does not exceed; 0 without any.
double percentile_ms(const std::array<std::uint64_t, time_steps + 1>& counts, double share);

enum class Kind { action, view, sign_in, upload };
inline constexpr std::size_t kinds = 4;
std::string_view name_of(Kind kind);

/// What all stores' people were answered. May be told from many threads.
class Tally {
  public:
    void answered(Kind kind, std::string_view what, std::chrono::steady_clock::duration took);
    /// The program's own word for why something is not to be: part of every day.
    void refused(std::string_view what, std::string_view code);
    /// What should not happen: no answer, an answer of a broken program, or input that it does not read.
    void failed(std::string_view what, std::string_view told);
    /// Told to come again: overloaded, or too many sign-ins from one place.
    void put_off(std::string_view what, std::string_view why);
    void heard(std::uint64_t events) { heard_.fetch_add(events, std::memory_order_relaxed); }

    std::uint64_t failures() const { return failures_.load(std::memory_order_relaxed); }
    std::uint64_t count(Kind kind) const;

    /// A line of what came since the last line: calls a second, median and slowest hundredth.
    std::string line(double seconds);
    /// All of it, for the end, with the actions and views whose slowest hundredth took longest.
    std::string summary(double seconds) const;

  private:
    using Counts = std::array<std::uint64_t, time_steps + 1>;
    Counts counts(Kind kind) const;

    std::array<Times, kinds> times_{Times{time_steps_us()}, Times{time_steps_us()}, Times{time_steps_us()},
                                    Times{time_steps_us()}};
    std::array<Counts, kinds> told_{};  // at the last line
    std::atomic<std::uint64_t> heard_{0}, failures_{0};
    mutable std::mutex mutex_;
    std::map<std::string, Times, std::less<>> times_of_;  // of each action and view
    std::map<std::string, std::uint64_t, std::less<>> refusals_, put_off_, failed_;
};

}  // namespace forecourt::simulate
