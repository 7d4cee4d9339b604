// Breaks the cluster of deploy/cluster under load and looks for lost or doubled work. Every request carries a
// key of its own and is asked again under it until it is answered; then the cluster is healed, and what was
// answered is held against what the node that takes writes has. A line per test. Runs in the front's
// namespace.
#include <cluster/hosts.h>
#include <cluster/listener.h>
#include <cluster/load.h>
#include <cluster/truth.h>

#include <program/verify.h>
#include <services/access/api.h>
#include <testing/place.h>

#include <spdlog/spdlog.h>

#include <algorithm>
#include <cstdio>
#include <thread>

using namespace forecourt;
using namespace forecourt::cluster;
using namespace std::chrono_literals;

namespace {

int passed = 0;
int failed = 0;

struct Fault {
    const char* name;
    std::chrono::seconds load;
    double longest_gap_s;          // nobody is answered for so long at most
    std::function<void()> begins;  // some seconds into the load
    std::function<void()> ends;    // while the load goes on
    std::chrono::seconds lasts = 0s;
    int deaf_copy = 0;  // whose live stream breaks with it
    int runs = 1;
};

// Every arrival that was answered is heard once at each copy.
std::string hear(const Load& load, Listener& listener, Findings& findings, int copy) {
    const auto heard = listener.heard();
    std::size_t asked = 0, missing = 0, twice = 0;
    std::vector<double> waits;
    for (const auto& one : load.asked()) {
        if (one.answer.empty() || !one.is_of_first_store) continue;
        ++asked;
        const auto found = heard.find(one.visit);
        if (found == heard.end()) {
            ++missing;
            continue;
        }
        if (found->second.times > 1) ++twice;
        waits.push_back(
            std::chrono::duration<double, std::milli>(found->second.at - one.answered_at).count());
    }
    if (missing + twice > 0) {
        findings.faults.push_back("the live stream of copy " + std::to_string(copy) + " missed " +
                                  std::to_string(missing) + " of " + std::to_string(asked) +
                                  " and had twice " + std::to_string(twice));
    }
    if (waits.empty()) return " unheard";
    std::sort(waits.begin(), waits.end());
    char text[80];
    std::snprintf(text, sizeof text, " live%d %.0f/%.0f ms", copy, waits[waits.size() / 2],
                  waits[waits.size() * 99 / 100]);
    return text;
}

void report(const std::string& name, const Load& load, const Findings& findings, const std::string& more) {
    const bool good = findings.lost == 0 && findings.doubled == 0 && findings.faults.empty();
    std::printf("%s %s acked %zu (%.0f/s) unknown %zu lost %zu doubled %zu gap %.1f s%s\n",
                good ? "ok  " : "FAIL", name.c_str(), findings.acknowledged, load.per_second(),
                findings.unknown, findings.lost, findings.doubled, load.longest_gap_s(), more.c_str());
    for (const auto& fault : findings.faults) std::printf("     %s\n", fault.c_str());
    std::fflush(stdout);
    ++(good ? passed : failed);
}

void try_fault(const Fault& fault, int run) {
    const std::string name = fault.runs == 1 ? fault.name : fault.name + (" " + std::to_string(run));
    // Keys are kept for ever, and the cluster may have been tried before.
    const auto label = name + " " + std::to_string(program::system_clock().ms);
    wait_until_settled();
    const auto before = read_truth(label).visits;
    Load load(label);
    Listener first(1, "host"), second(2, "host");
    load.run(fault.load, [&] {
        std::this_thread::sleep_for(5s);
        fault.begins();
        std::this_thread::sleep_for(fault.lasts);
        if (fault.ends) fault.ends();
    });
    wait_until_settled();
    std::this_thread::sleep_for(1s);
    auto findings = compare(load, before, read_truth(label));
    std::string heard;
    if (fault.deaf_copy != 1) heard += hear(load, first, findings, 1);
    if (fault.deaf_copy != 2) heard += hear(load, second, findings, 2);
    for (auto& finding : program::verify(place_of_copy(1))) findings.faults.push_back("verify: " + finding);
    if (load.longest_gap_s() > fault.longest_gap_s)
        findings.faults.push_back("nobody was answered for too long");
    report(name, load, findings, heard);
}

std::string with(const char* command, int number) {
    return std::string(command) + " " + std::to_string(number);
}

std::vector<Fault> faults(int partitions) {
    // The node that led when the fault began.
    static int node = 0;
    const auto on_leader = [](const char* command) {
        return [command] {
            node = leader();
            cluster::cluster(with(command, node));
        };
    };
    const auto on_same = [](const char* command) {
        return [command] { cluster::cluster(with(command, node)); };
    };
    const auto plain = [](const char* command) { return [command] { cluster::cluster(command); }; };
    return {
        {"no fault", 15s, 5, [] {}, {}},
        {"switchover", 30s, 20, plain("switchover"), {}},
        {"postmaster killed", 30s, 10, on_leader("kill-postmaster"), {}},
        {"power off", 60s, 30, on_leader("power-off"), on_same("power-on"), 40s},
        {"node paused", 60s, 35, on_leader("pause"), on_same("resume"), 40s},
        {"copy killed", 25s, 5, plain("kill-copy 1"), plain("start-copy 1"), 8s, 1},
        {"copy paused", 40s, 25, plain("pause-copy 2"), plain("resume-copy 2"), 20s, 2},
        {"front restarted", 20s, 5, plain("restart-front"), {}},
        {"partition", 65s, 35, on_leader("cut"), on_same("heal"), 40s, 0, partitions},
    };
}

// security 66
void lines_are_encrypted_and_proved() {
    const auto open = cluster::cluster("lines");
    std::printf("%s lines encrypted and proved %s\n", open.empty() ? "ok  " : "FAIL", open.c_str());
    ++(open.empty() ? passed : failed);
}

void open_stores() {
    program::Application application(place_of_copy(1));
    bool taken = false;
    application.database().read([&](db::Connection& db) {
        for (const auto& store : access::every_store(db)) taken = taken || store.is_demo;
    });
    if (!taken) testing::open_two_stores(application, program::system_clock());
}

}  // namespace

/// forecourt_cluster [TEST] [RUNS]: the tests whose names begin so; RUNS of the partition
int main(int argc, char** argv) {
    spdlog::set_level(spdlog::level::warn);
    std::string only;
    int partitions = 20;
    for (const std::string& argument : std::vector<std::string>(argv + 1, argv + argc)) {
        const bool is_number = argument.find_first_not_of("0123456789") == std::string::npos;
        if (is_number) {
            partitions = std::stoi(argument);
        } else {
            only = argument;
        }
    }
    try {
        open_stores();
    } catch (const std::exception& error) {
        std::printf("FAIL no cluster: %s\n", error.what());
        return 1;
    }
    if (std::string_view("lines").starts_with(only)) lines_are_encrypted_and_proved();
    for (const auto& fault : faults(partitions)) {
        if (!std::string_view(fault.name).starts_with(only)) continue;
        for (int run = 1; run <= fault.runs; ++run) {
            try {
                try_fault(fault, run);
            } catch (const std::exception& error) {
                std::printf("FAIL %s: %s\n", fault.name, error.what());
                std::fflush(stdout);
                ++failed;
            }
        }
    }
    std::printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 ? 0 : 1;
}
