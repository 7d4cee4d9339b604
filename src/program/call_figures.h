#pragma once
#include <action/module.h>
#include <core/histogram.h>

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace forecourt::program {

/// How often each action and view was called, how it ended and how long it took. Noting takes no lock.
class CallFigures {
  public:
    explicit CallFigures(const Modules& modules);

    /// One call from a request's arrival to its answer; `status` as HTTP says it.
    void note(std::string_view name, int status, std::chrono::steady_clock::time_point began);
    /// In Prometheus' text format, those that were called at all.
    std::string text() const;

  private:
    struct Figures {
        const char* kind;                                       // action, view
        std::array<std::atomic<std::uint64_t>, 3> by_status{};  // done, refused, failed
        TimeHistogram took{time_bounds_us};
    };
    std::map<std::string, Figures, std::less<>> figures_;
};

/// A histogram as Prometheus reads it. `labels` are those of each line ("" or "name=\"x\""); `unit` divides
/// the bounds and the sum: 1e6 makes seconds of microseconds. Several are added up.
template <std::size_t Bounds>
std::string histogram_text(std::string_view name, std::string_view labels,
                           const std::vector<const Histogram<Bounds>*>& histograms, double unit);

}  // namespace forecourt::program
