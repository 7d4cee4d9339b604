// Breaks the program under load and looks for lost or doubled work. Every request carries a key of its own;
// what was answered must be there after the restart with the same answer, what was not answered is asked
// again under its key, and in the end each key has left exactly one record. A line per test, a seed to repeat
// it.
#include <crash/clock.h>
#include <crash/drill.h>
#include <crash/flips.h>
#include <crash/kill_points.h>
#include <crash/ledger.h>
#include <crash/log_lines.h>
#include <crash/power.h>
#include <crash/power_switch.h>
#include <crash/races.h>
#include <crash/rotation.h>
#include <crash/shipping.h>
#include <crash/slow_disk.h>
#include <crash/soak.h>
#include <crash/tampering.h>
#include <crash/upgrades.h>

#include <spdlog/spdlog.h>

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
void kill_storm(const char* test, std::mt19937& random, int kills) {
    Ledger ledger("kills");
    Count count;
    for (int i = 0; i < kills; ++i) {
        Served served(ledger.folder());
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
        Served served(ledger.folder());
        ledger.ask_again(served, count);
    }
    ledger.look(count);
    report(test, count, " kills " + std::to_string(kills));
}

// R2, R3: the disk fails. What became of a COMMIT that failed nobody knows: the program says so, stops, and
// its next start finds out.
void failing_disk(const char* test, const std::string& how) {
    Ledger ledger(how);
    Count count;
    {
        Served served(ledger.folder(), ledger.faults());
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
        Served served(ledger.folder(), ledger.faults());
        ledger.ask_again(served, count);
    }
    ledger.look(count);
    report(test, count, "");
}

// R6: the answer is lost on its way, and the caller asks again. Callers wait about as long as an answer takes
// on this machine, so that some get it and some do not.
void lost_answers(const char* test) {
    Ledger ledger("answers");
    Count count;
    Served served(ledger.folder());
    const auto load = [&](std::chrono::milliseconds how_long, long patience_ms) {
        const auto until = std::chrono::steady_clock::now() + how_long;
        const auto before = ledger.sent();
        ledger.load(
            served, [&] { return std::chrono::steady_clock::now() > until; }, [] {}, patience_ms);
        return ledger.sent() - before;
    };
    const auto patient = load(500ms, 0);
    const long usual_ms = ledger.callers() * 500L / static_cast<long>(std::max<std::size_t>(patient, 1));
    for (const long patience_ms : {usual_ms, usual_ms + 1, 2 * usual_ms + 2})
        load(700ms, std::max(patience_ms, 1L));
    count.acknowledged = ledger.answered();
    count.unknown = ledger.sent() - ledger.answered();
    if (count.unknown == 0) count.faults.push_back("no answer was lost, so nothing was tried");
    ledger.ask_again(served, count);
    served.kill_now();
    ledger.look(count);
    report(test, count, " usual " + std::to_string(usual_ms) + " ms");
}

// What counts nothing but itself.
void tell(const std::string& test, const std::vector<std::string>& faults) {
    std::printf("%s %s\n", faults.empty() ? "ok  " : "FAIL", test.c_str());
    for (const auto& fault : faults) std::printf("     %s\n", fault.c_str());
    std::fflush(stdout);
    ++(faults.empty() ? passed : failed);
}

struct Settings {
    unsigned seed = std::random_device{}();
    int kills = 20;
    bool whole = false;  // everything at its length, for minutes
    std::string only;    // tests whose name begins so
};

Settings settings_of(const std::vector<std::string>& arguments) {
    Settings settings;
    int numbers = 0;
    for (const auto& argument : arguments) {
        if (argument == "--long") {
            settings.whole = true;
            settings.kills = 100;
        } else if (!std::isdigit(static_cast<unsigned char>(argument.front()))) {
            settings.only = argument;
        } else if (++numbers == 1) {
            settings.seed = static_cast<unsigned>(std::stoul(argument));
        } else {
            settings.kills = std::stoi(argument);
        }
    }
    return settings;
}

struct Test {
    const char* name;
    std::function<void(const char* name, std::mt19937& random)> run;
};

std::vector<Test> tests_of(const Settings& settings) {
    const auto count = [](std::vector<std::string> (*test)()) {
        return [test](const char* name, std::mt19937&) { tell(name, test()); };
    };
    const auto switched_off = [&settings](const char* file_system) {
        return [&settings, file_system](const char* name, std::mt19937& random) {
            std::string skipped;
            const auto count = power_switch(random, file_system, settings.whole ? 50 : 5, skipped);
            if (skipped.empty()) return report(name, count, "");
            std::printf("skip %s skipped: %s\n", name, skipped.c_str());
        };
    };
    return {
        {"R1 kill -9",
         [&](const char* name, std::mt19937& random) { kill_storm(name, random, settings.kills); }},
        {"R1 each call",
         [&](const char* name, std::mt19937&) { report(name, kill_points(settings.whole ? 1 : 10), ""); }},
        {"R2 sync fails", [](const char* name, std::mt19937&) { failing_disk(name, "sync"); }},
        {"R2 write fails", [](const char* name, std::mt19937&) { failing_disk(name, "write"); }},
        {"R3 disk full", [](const char* name, std::mt19937&) { failing_disk(name, "full"); }},
        {"R4 power switch", switched_off("ext4")},
        {"R4 power switch xfs", switched_off("xfs")},
        {"R5 power cut",
         [&](const char* name, std::mt19937& random) {
             std::string told;
             const auto faults = power_cuts(random, settings.whole ? 1 : 12, told);
             tell((name + told).c_str(), faults);
         }},
        {"R6 lost answers", [](const char* name, std::mt19937&) { lost_answers(name); }},
        {"R7 races", count(races)},
        {"R9 clock jumps", [](const char* name, std::mt19937&) { report(name, clock_jumps(), ""); }},
        {"R10 slow disk",
         [](const char* name, std::mt19937&) {
             std::string told;
             const auto count = slow_disk(told);
             report(name, count, told);
         }},
        {"R17 shipped",
         [](const char* name, std::mt19937& random) {
             std::string told;
             const auto faults = shipped_away(random, "", told);
             tell((name + told).c_str(), faults);
         }},
        {"R17 bucket",
         [](const char* name, std::mt19937& random) {
             std::string told;
             const char* url = std::getenv("FORECOURT_TEST_S3");
             if (url == nullptr)
                 return void(std::printf("skip %s skipped: no S3 server to test with\n", name));
             const auto faults = shipped_away(random, url, told);
             tell((name + told).c_str(), faults);
         }},
        {"R18 upgrade",
         [&](const char* name, std::mt19937& random) {
             tell(name, upgrades(random, settings.whole ? 150 : 8));
         }},
        {"R18 upgrade of the first release",
         [&](const char* name, std::mt19937& random) {
             tell(name, upgrade_of_first_release(random, settings.whole ? 100 : 4));
         }},
        {"keys rotated",
         [](const char* name, std::mt19937& random) {
             std::string told;
             const auto count = rotated_keys(random, told);
             report(name, count, told);
         }},
        {"R20 tampered log", count(tampered_log)},
        {"R20 witness", count(witnessed_log)},
        {"R21 soak",
         [&](const char* name, std::mt19937&) {
             std::string told;
             const auto faults = soak(2, 200, settings.whole ? 0.8 : 0.25, told);
             tell((name + told).c_str(), faults);
         }},
        {"R23 flipped bytes",
         [&](const char* name, std::mt19937& random) {
             std::string told;
             const auto faults = flipped_bytes(random, settings.whole ? 400 : 16, told);
             tell((name + told).c_str(), faults);
         }},
        {"R23 backup", [](const char* name, std::mt19937& random) { tell(name, drill(random)); }},
        {"log lines", count(log_lines)},
    };
}

}  // namespace

/// forecourt_crash [--long] [R7] [SEED] [KILLS]
int main(int argc, char** argv) {
    const auto settings = settings_of({argv + 1, argv + argc});
    spdlog::set_level(spdlog::level::warn);
    std::printf("seed %u\n", settings.seed);
    for (const auto& test : tests_of(settings)) {
        if (!std::string_view(test.name).starts_with(settings.only)) continue;
        // Each has dice of its own, so that it does the same alone.
        std::mt19937 random(settings.seed);
        try {
            test.run(test.name, random);
        } catch (const std::exception& error) {
            std::printf("FAIL %s: %s\n", test.name, error.what());
            std::fflush(stdout);
            ++failed;
        }
    }
    std::printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 ? 0 : 1;
}
