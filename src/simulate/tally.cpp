#include <simulate/tally.h>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace forecourt::simulate {
namespace {

std::string told(const char* format, std::string_view what, double a, double b, double c) {
    std::array<char, 160> text{};
    std::snprintf(text.data(), text.size(), format, static_cast<int>(what.size()), what.data(), a, b, c);
    return text.data();
}

using Counts = std::array<std::uint64_t, time_steps + 1>;

Counts counts_of(const Times& times) {
    Counts counts{};
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i] = times.count(i);
    return counts;
}

std::uint64_t sum_of(const Counts& counts) {
    std::uint64_t all = 0;
    for (const auto count : counts) all += count;
    return all;
}

// By the slowest hundredth; of what was asked too seldom to have one, nothing.
std::string slowest(const std::map<std::string, Times, std::less<>>& times, std::size_t most) {
    std::vector<std::pair<double, std::string>> list;
    for (const auto& [what, of_it] : times) {
        const auto counts = counts_of(of_it);
        if (sum_of(counts) < 20) continue;
        const double p99 = percentile_ms(counts, 0.99);
        list.emplace_back(p99, told("  %.*s, %.0f times, median %.1f ms, p99 %.1f ms\n", what,
                                    static_cast<double>(sum_of(counts)), percentile_ms(counts, 0.5), p99));
    }
    std::ranges::sort(list, std::greater{});
    std::string out;
    for (std::size_t i = 0; i < std::min(most, list.size()); ++i) out += list[i].second;
    return out;
}

// The most frequent first, as many as a screen holds.
std::string ranking(const std::map<std::string, std::uint64_t, std::less<>>& counted, std::size_t most) {
    std::vector<std::pair<std::string, std::uint64_t>> list(counted.begin(), counted.end());
    std::ranges::stable_sort(list, std::greater{}, &std::pair<std::string, std::uint64_t>::second);
    std::string out;
    for (std::size_t i = 0; i < std::min(most, list.size()); ++i) {
        out += "  " + std::to_string(list[i].second) + "  " + list[i].first + "\n";
    }
    if (list.size() > most) out += "  and " + std::to_string(list.size() - most) + " other kinds\n";
    return out;
}

}  // namespace

std::array<std::int64_t, time_steps> time_steps_us() {
    std::array<std::int64_t, time_steps> bounds{};
    double bound = 100;
    for (auto& one : bounds) {
        one = static_cast<std::int64_t>(bound);
        bound *= 1.2;
    }
    return bounds;
}

double percentile_ms(const std::array<std::uint64_t, time_steps + 1>& counts, double share) {
    static const auto bounds = time_steps_us();
    const auto all = sum_of(counts);
    if (all == 0) return 0;
    const auto wanted = static_cast<std::uint64_t>(share * static_cast<double>(all - 1)) + 1;
    std::uint64_t seen = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        seen += counts[i];
        if (seen >= wanted) return static_cast<double>(bounds[std::min(i, time_steps - 1)]) / 1000;
    }
    return static_cast<double>(bounds.back()) / 1000;
}

std::string_view name_of(Kind kind) {
    switch (kind) {
        case Kind::action:
            return "actions";
        case Kind::view:
            return "views";
        case Kind::sign_in:
            return "sign-ins";
        case Kind::upload:
            return "uploads";
    }
    return {};
}

void Tally::answered(Kind kind, std::string_view what, std::chrono::steady_clock::duration took) {
    const auto us = std::chrono::duration_cast<std::chrono::microseconds>(took).count();
    times_[static_cast<std::size_t>(kind)].note(us);
    const std::lock_guard guard(mutex_);
    auto found = times_of_.find(what);
    if (found == times_of_.end()) found = times_of_.try_emplace(std::string(what), time_steps_us()).first;
    found->second.note(us);
}

void Tally::refused(std::string_view what, std::string_view code) {
    const std::lock_guard guard(mutex_);
    ++refusals_[std::string(what) + " " + std::string(code)];
}

void Tally::put_off(std::string_view what, std::string_view why) {
    const std::lock_guard guard(mutex_);
    ++put_off_[std::string(what) + " " + std::string(why)];
}

void Tally::failed(std::string_view what, std::string_view told) {
    failures_.fetch_add(1, std::memory_order_relaxed);
    const std::lock_guard guard(mutex_);
    ++failed_[std::string(what) + " " + std::string(told)];
}

Tally::Counts Tally::counts(Kind kind) const { return counts_of(times_[static_cast<std::size_t>(kind)]); }

std::uint64_t Tally::count(Kind kind) const { return sum_of(counts(kind)); }

std::string Tally::line(double seconds) {
    std::string out;
    for (const auto kind : {Kind::action, Kind::view}) {
        const auto now = counts(kind);
        auto& before = told_[static_cast<std::size_t>(kind)];
        Counts since{};
        std::uint64_t all = 0;
        for (std::size_t i = 0; i < now.size(); ++i) all += since[i] = now[i] - before[i];
        before = now;
        out +=
            told("%.*s %.1f/s (median %.1f ms, p99 %.1f ms)  ", name_of(kind),
                 static_cast<double>(all) / seconds, percentile_ms(since, 0.5), percentile_ms(since, 0.99));
    }
    return out + "failed " + std::to_string(failures());
}

std::string Tally::summary(double seconds) const {
    std::string out;
    for (const auto kind : {Kind::action, Kind::view, Kind::upload, Kind::sign_in}) {
        const auto all = counts(kind);
        out += std::to_string(count(kind)) + told(" %.*s, %.1f a second, median %.1f ms, p99 %.1f ms\n",
                                                  name_of(kind), static_cast<double>(count(kind)) / seconds,
                                                  percentile_ms(all, 0.5), percentile_ms(all, 0.99));
    }
    out += std::to_string(heard_.load()) + " live events heard\n";
    const std::lock_guard guard(mutex_);
    out += "slowest:\n" + slowest(times_of_, 8);
    if (!refusals_.empty()) out += "refused, as every day:\n" + ranking(refusals_, 12);
    if (!put_off_.empty()) out += "told to come again:\n" + ranking(put_off_, 12);
    if (!failed_.empty()) out += "FAILED:\n" + ranking(failed_, 40);
    return out;
}

}  // namespace forecourt::simulate
