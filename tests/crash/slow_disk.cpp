#include <crash/slow_disk.h>

#include <algorithm>
#include <cstdio>
#include <thread>

namespace forecourt::crash {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int slow_ms = 20;
constexpr int very_slow_ms = 200;
constexpr int longest_queue = 16;

void work(Ledger& ledger, Served& served, std::chrono::milliseconds how_long,
          const std::function<void()>& meanwhile) {
    const auto until = Clock::now() + how_long;
    constexpr long patient_ms = 30'000;
    ledger.load(
        served, [&] { return Clock::now() > until; },
        [&] {
            while (Clock::now() < until) meanwhile();
        },
        patient_ms);
}

void rest() { std::this_thread::sleep_for(std::chrono::milliseconds(50)); }

double jobs_a_group(Ledger& ledger, Served& served) {
    const auto jobs = metric(served.port(), "forecourt_actions_total");
    const auto groups = metric(served.port(), "forecourt_commit_groups_total");
    work(ledger, served, std::chrono::milliseconds(1500), rest);
    return (metric(served.port(), "forecourt_actions_total") - jobs) /
           (metric(served.port(), "forecourt_commit_groups_total") - groups);
}

void overrun(Ledger& ledger, Served& served, Count& count) {
    double most_waiting = 0;
    work(ledger, served, std::chrono::milliseconds(2500), [&] {
        most_waiting = std::max(most_waiting, metric(served.port(), "forecourt_actions_waiting"));
        rest();
    });
    if (most_waiting > longest_queue) {
        count.faults.push_back(std::to_string(most_waiting) + " were waiting, more than may");
    }
    if (ledger.told("busy_try_again") == 0) count.faults.push_back("nobody was turned away");
    if (ledger.told_no_time() > 0) count.faults.push_back("somebody was turned away without Retry-After");
    if (metric(served.port(), "forecourt_actions_turned_away_total") == 0) {
        count.faults.push_back("the figures know of nobody who was turned away");
    }
}

}  // namespace

// security 74
Count slow_disk(std::string& told) {
    Ledger ledger("slow");
    Count count;
    Served served(ledger.folder(), ledger.faults(), {"--longest-queue", std::to_string(longest_queue)});
    ledger.fail_disk("slow " + std::to_string(slow_ms));
    ledger.set_callers(longest_queue);
    const double group = jobs_a_group(ledger, served);
    if (group <= 1.5) count.faults.push_back("callers do not share a sync");
    char text[100];
    std::snprintf(text, sizeof text, " jobs a sync %.1f p99 %.1f syncs", group,
                  static_cast<double>(ledger.slowest_of_most_ms()) / slow_ms);
    told = text;
    ledger.fail_disk("slow " + std::to_string(very_slow_ms));
    ledger.set_callers(4 * longest_queue);
    overrun(ledger, served, count);
    ledger.mend_disk();
    count.acknowledged = ledger.answered();
    count.unknown = ledger.sent() - ledger.answered();
    ledger.ask_again(served, count);
    served.kill_now();
    ledger.look(count);
    return count;
}

}  // namespace forecourt::crash
