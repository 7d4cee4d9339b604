// Breaks the program under load and looks for lost or doubled work. Every request carries a key of its own;
// what was answered must be there after the restart with the same answer, what was not answered is asked
// again under its key, and in the end each key has left exactly one record. A line per test, a seed to repeat
// it.
#include <crash/drill.h>
#include <crash/ledger.h>
#include <crash/log_lines.h>
#include <crash/races.h>
#include <crash/shipping.h>
#include <crash/tampering.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <thread>

using namespace forecourt;
using namespace forecourt::crash;
using namespace std::chrono_literals;

namespace {

int passed = 0;
int failed = 0;

void report(const char* test, const Count& count, const std::string& more) {
    const bool good = count.lost == 0 && count.doubled == 0 && count.faults.empty() && count.acknowledged > 0;
    std::printf("%s %s acked %zu unknown %zu lost %zu duplicated %zu%s\n", good ? "ok  " : "FAIL", test,
                count.acknowledged, count.unknown, count.lost, count.doubled, more.c_str());
    for (const auto& fault : count.faults) std::printf("     %s\n", fault.c_str());
    std::fflush(stdout);
    ++(good ? passed : failed);
}

// R1: the process is killed again and again in the middle of its work.
void kill_storm(std::mt19937& random, int kills) {
    Ledger ledger("kills");
    Count count;
    for (int i = 0; i < kills; ++i) {
        Served served(ledger.folder(), {});
        const auto wait = std::chrono::milliseconds(std::uniform_int_distribution<int>(5, 300)(random));
        std::atomic<bool> killed{false};
        ledger.load(
            served, [&] { return killed.load(); },
            [&] {
                std::this_thread::sleep_for(wait);
                killed = true;
                served.kill_now();
            });
    }
    count.acknowledged = ledger.answered();
    count.unknown = ledger.sent() - ledger.answered();
    {
        Served served(ledger.folder(), {});
        ledger.ask_again(served, count);
    }
    ledger.look(count);
    report("R1 kill -9", count, " kills " + std::to_string(kills));
}

// R2, R3: the disk fails. What became of a COMMIT that failed nobody knows: the program says so, stops, and
// its next start finds out.
void failing_disk(const char* test, const char* how) {
    Ledger ledger(how);
    Count count;
    {
        Served served(ledger.folder(), ledger.fault_file());
        ledger.load(
            served, [] { return false; },
            [&] {
                std::this_thread::sleep_for(300ms);
                ledger.fail_disk(how);
            });
        count.acknowledged = ledger.answered();
        count.unknown = ledger.sent() - ledger.answered();
        const auto code = served.wait_for_end(30s);
        if (code != 3) count.faults.push_back("the program goes on after a failed COMMIT");
        if (ledger.told("outcome_unknown") == 0)
            count.faults.push_back("nobody was told that the outcome is unknown");
        ledger.mend_disk();
    }
    {
        Served served(ledger.folder(), ledger.fault_file());
        ledger.ask_again(served, count);
    }
    ledger.look(count);
    report(test, count, "");
}

// R6: the answer is lost on its way, and the caller asks again. Callers wait about as long as an answer takes
// on this machine, so that some get it and some do not.
void lost_answers() {
    Ledger ledger("answers");
    Count count;
    Served served(ledger.folder(), {});
    const auto load = [&](std::chrono::milliseconds how_long, long patience_ms) {
        const auto until = std::chrono::steady_clock::now() + how_long;
        const auto before = ledger.sent();
        ledger.load(
            served, [&] { return std::chrono::steady_clock::now() > until; }, [] {}, patience_ms);
        return ledger.sent() - before;
    };
    const auto patient = load(500ms, 0);
    const long usual_ms = callers * 500 / static_cast<long>(std::max<std::size_t>(patient, 1));
    for (const long patience_ms : {usual_ms, usual_ms + 1, 2 * usual_ms + 2})
        load(700ms, std::max(patience_ms, 1L));
    count.acknowledged = ledger.answered();
    count.unknown = ledger.sent() - ledger.answered();
    if (count.unknown == 0) count.faults.push_back("no answer was lost, so nothing was tried");
    ledger.ask_again(served, count);
    served.kill_now();
    ledger.look(count);
    report("R6 lost answers", count, " usual " + std::to_string(usual_ms) + " ms");
}

// What counts nothing but itself.
void tell(const std::string& test, const std::vector<std::string>& faults) {
    std::printf("%s %s\n", faults.empty() ? "ok  " : "FAIL", test.c_str());
    for (const auto& fault : faults) std::printf("     %s\n", fault.c_str());
    std::fflush(stdout);
    ++(faults.empty() ? passed : failed);
}

}  // namespace

/// forecourt_crash [SEED] [KILLS] [ONLY]
int main(int argc, char** argv) {
    const unsigned seed =
        argc > 1 ? static_cast<unsigned>(std::strtoul(argv[1], nullptr, 10)) : std::random_device{}();
    const int kills = argc > 2 ? std::atoi(argv[2]) : 20;
    std::printf("seed %u\n", seed);
    std::mt19937 random(seed);
    const std::string only = argc > 3 ? argv[3] : "";
    const std::pair<std::string, std::function<void()>> tests[] = {
        {"R1", [&] { kill_storm(random, kills); }},
        {"R2", [&] { failing_disk("R2 sync fails", "sync"); }},
        {"R2", [&] { failing_disk("R2 write fails", "write"); }},
        {"R3", [&] { failing_disk("R3 disk full", "full"); }},
        {"R6", [] { lost_answers(); }},
        {"R7", [] { tell("R7 races", races()); }},
        {"R17",
         [&] {
             std::string figures;
             const auto faults = shipped_away(random, figures);
             tell("R17 shipped" + figures, faults);
         }},
        {"R20", [] { tell("R20 tampered log", tampered_log()); }},
        {"R23", [&] { tell("R23 backup", drill(random)); }},
        {"lines", [] { tell("log lines", log_lines()); }}};
    for (const auto& [name, test] : tests) {
        if (!only.empty() && only != name) continue;
        try {
            test();
        } catch (const std::exception& error) {
            std::printf("FAIL %s %s\n", name.c_str(), error.what());
            ++failed;
        }
    }
    std::printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 ? 0 : 1;
}
