// R22: random days of the dealership, each answer held against a model of its own.
#include <simulator/simulation.h>

#include <spdlog/spdlog.h>

#include <cstdio>
#include <cstring>
#include <random>

using namespace forecourt;
using namespace forecourt::simulator;

int main(int argc, char** argv) {
    spdlog::set_level(spdlog::level::warn);
    Settings settings;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--engine") settings.postgresql = std::strcmp(argv[++i], "postgresql") == 0;
        if (word == "--seed") settings.seed = std::stoull(argv[++i]);
        if (word == "--actions") settings.actions = std::stoll(argv[++i]);
    }
    const auto outcome = simulate(settings);
    if (!outcome.failure.empty()) std::printf("FAIL %s\n", outcome.failure.c_str());
    for (const auto& [name, tried] : outcome.actions) {
        std::printf("%-40s %8ld done %8ld refused\n", name.c_str(), static_cast<long>(tried.done),
                    static_cast<long>(tried.refused));
    }
    std::printf("%ld actions, %ld days, %.1f s, %.0f/s; log %s\n", static_cast<long>(outcome.total()),
                static_cast<long>(outcome.days), outcome.seconds, outcome.total() / outcome.seconds,
                outcome.log_hash.c_str());
    return outcome.failure.empty() ? 0 : 1;
}
