#include <db/slow.h>

namespace forecourt::db {
namespace {

std::atomic<std::int64_t> threshold{0};
std::function<void(const SlowStatement&)> tell_of;

}  // namespace

void tell_slow_statements(std::chrono::microseconds slow, std::function<void(const SlowStatement&)> tell) {
    tell_of = std::move(tell);
    threshold = tell_of ? slow.count() : 0;
}

StatementTimer::StatementTimer(std::string_view name)
    : name_(name), threshold_us_(threshold.load(std::memory_order_acquire)) {
    if (threshold_us_ > 0) began_ = std::chrono::steady_clock::now();
}

StatementTimer::~StatementTimer() {
    if (threshold_us_ == 0) return;
    const auto us =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began_)
            .count();
    if (us >= threshold_us_) tell_of({.name = name_, .us = us, .rows = rows_});
}

}  // namespace forecourt::db
