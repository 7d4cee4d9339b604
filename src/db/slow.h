#pragma once
#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string_view>

namespace forecourt::db {

/// A statement that took long, by its name: what it was given is nobody's business.
struct SlowStatement {
    std::string_view name;
    std::int64_t us{};
    std::int64_t rows{};  // read or changed
};

/// From now on each statement above the threshold is told, on the thread that ran it. For the program's
/// start, before anything runs.
void tell_slow_statements(std::chrono::microseconds threshold,
                          std::function<void(const SlowStatement&)> tell);

/// Times one statement while it lives.
class StatementTimer {
  public:
    explicit StatementTimer(std::string_view name);
    ~StatementTimer();
    StatementTimer(const StatementTimer&) = delete;
    StatementTimer& operator=(const StatementTimer&) = delete;
    void count_rows(std::int64_t rows) { rows_ += rows; }

  private:
    std::string_view name_;
    std::int64_t rows_ = 0;
    std::int64_t threshold_us_;  // 0: nobody wants to know
    std::chrono::steady_clock::time_point began_;
};

}  // namespace forecourt::db
