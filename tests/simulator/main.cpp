// R22: random days of the dealership on both engines, each answer held against a model of its own. A failing
// life is told with its seed and its last step; the same seed lives it again.
#include <simulator/faults.h>

#include <spdlog/spdlog.h>

#include <cstdio>
#include <cstdlib>
#include <random>

using namespace forecourt;
using namespace forecourt::simulator;

namespace {

struct Options {
    bool on_sqlite = true;
    bool on_postgresql = true;
    std::uint64_t seed = std::random_device{}();
    std::int64_t actions = 0;  // 0: the short form
    std::int64_t life = 25'000;
    bool whole = false;
};

Options options_of(const std::vector<std::string>& words) {
    Options options;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto value = [&] { return i + 1 < words.size() ? words[++i] : std::string(); };
        if (words[i] == "--engine") {
            const auto engine = value();
            options.on_sqlite = engine != "postgresql";
            options.on_postgresql = engine != "sqlite";
        } else if (words[i] == "--seed") {
            options.seed = std::stoull(value());
        } else if (words[i] == "--actions") {
            options.actions = std::stoll(value());
        } else if (words[i] == "--life") {
            options.life = std::stoll(value());
        } else if (words[i] == "--long") {
            options.whole = true;
        } else {
            throw std::runtime_error("unknown word " + words[i]);
        }
    }
    return options;
}

int passed = 0;
int failed = 0;

void tell(const std::string& test, const std::string& fault) {
    std::printf("%s %s\n", fault.empty() ? "ok  " : "FAIL", test.c_str());
    if (!fault.empty()) std::printf("     %s\n", fault.c_str());
    std::fflush(stdout);
    ++(fault.empty() ? passed : failed);
}

const char* name_of(bool postgresql) { return postgresql ? "postgresql" : "sqlite"; }

void tell_figures(const char* engine, const Outcome& sum) {
    std::int64_t done = 0, refused = 0;
    std::printf("\n%s: what was tried\n", engine);
    for (const auto& [name, tried] : sum.actions) {
        std::printf("  %-36s %9lld done %9lld refused\n", name.c_str(), static_cast<long long>(tried.done),
                    static_cast<long long>(tried.refused));
        done += tried.done;
        refused += tried.refused;
    }
    std::printf("%s: for which reasons\n", engine);
    for (const auto& [name, times] : sum.refusals) {
        std::printf("  %-36s %9lld\n", name.c_str(), static_cast<long long>(times));
    }
    std::printf(
        "%s: %lld actions on %lld days, %lld done, %lld refused, %lld asked again, %lld malformed, "
        "verified %lld times, %.0f actions/s\n\n",
        engine, static_cast<long long>(sum.total()), static_cast<long long>(sum.days),
        static_cast<long long>(done), static_cast<long long>(refused), static_cast<long long>(sum.replayed),
        static_cast<long long>(sum.malformed), static_cast<long long>(sum.verified),
        static_cast<double>(sum.total()) / sum.seconds);
}

// Many lives, each in a new place under the next seed: so a place stays small, and every life is another.
void live_long(bool postgresql, const Options& options) {
    Outcome sum;
    auto left = options.actions;
    for (std::uint64_t seed = options.seed; left > 0; ++seed) {
        const auto actions = std::min(left, options.life);
        const auto life = simulate({.postgresql = postgresql, .seed = seed, .actions = actions});
        sum.add(life);
        left -= actions;
        tell(std::string("R22 ") + name_of(postgresql) + " seed " + std::to_string(seed) + ", " +
                 std::to_string(actions) + " actions",
             life.failure);
        if (!life.failure.empty()) break;
    }
    tell_figures(name_of(postgresql), sum);
}

// The same seed lives the same life, on either engine: what was said and answered, and the end of the log.
void live_again(const Options& options) {
    constexpr std::int64_t actions = 700;
    const auto first = simulate({.seed = options.seed, .actions = actions});
    tell("R22 sqlite, 700 actions", first.failure);
    const auto compare = [&](const char* test, const Outcome& other) {
        std::string fault = other.failure;
        if (first.transcript != other.transcript) fault += "the seed lived another life";
        if (first.log_hash != other.log_hash) fault += "the seed left another log";
        tell(test, fault);
    };
    compare("R22 the same seed lives the same life", simulate({.seed = options.seed, .actions = actions}));
    if (options.on_postgresql) {
        compare("R22 and on the other engine",
                simulate({.postgresql = true, .seed = options.seed, .actions = actions}));
    }
}

}  // namespace

/// forecourt_simulator [--engine sqlite|postgresql] [--seed N] [--actions N] [--life N] [--long]
int main(int argc, char** argv) {
    const auto options = options_of({argv + 1, argv + argc});
    spdlog::set_level(spdlog::level::off);
    std::printf("seed %llu\n", static_cast<unsigned long long>(options.seed));
    if (options.whole || options.actions > 0) {
        auto longer = options;
        if (longer.actions == 0) longer.actions = 1'000'000;
        if (options.on_sqlite) live_long(false, longer);
        if (longer.whole) longer.actions /= 10;
        if (options.on_postgresql) live_long(true, longer);
    } else {
        for (const auto& fault : every_fault()) tell("R22 notices " + fault.name, missed(fault));
        live_again(options);
        auto shorter = options;
        shorter.actions = 3'000;
        if (options.on_sqlite) live_long(false, shorter);
    }
    std::printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 ? 0 : 1;
}
