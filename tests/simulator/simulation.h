#pragma once
#include <simulator/life.h>

#include <map>

namespace forecourt::simulator {

struct Settings {
    bool postgresql = false;
    std::uint64_t seed = 1;
    std::int64_t actions = 1000;
    std::int64_t verify_every = 5000;
    /// A fault to be noticed, for seeing that each check can fail: called with the number of the action.
    std::function<void(Life&, std::int64_t number)> before = {};
    /// May falsify what the program answers.
    std::function<void(const Attempt&, program::Answer&)> falsify = {};
};

struct Tried {
    std::int64_t done = 0;
    std::int64_t refused = 0;
};

/// What came of a life.
struct Outcome {
    std::map<std::string, Tried> actions;
    std::map<std::string, std::int64_t> refusals;
    std::int64_t replayed = 0;  // asked again under its key
    std::int64_t malformed = 0;
    std::int64_t verified = 0;
    std::int64_t days = 0;
    double seconds = 0;
    std::string transcript;  // a digest of everything that was said and answered
    std::string log_hash;    // the ends of both stores' logs
    std::string failure;     // empty: clean
    std::int64_t total() const;
    void add(const Outcome& other);
};

/// Lives one store's days (and a little of a second store's), and checks each answer against the model.
Outcome simulate(const Settings& settings);

}  // namespace forecourt::simulator
