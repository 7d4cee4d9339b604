#pragma once
#include <string>

namespace forecourt::simulate {

struct Settings {
    std::string url = "http://127.0.0.1:8080";
    int stores = 1;       // made by `init --demo people --stores`, or the demo itself
    double speed = 1;     // 10: ten hours of a store in one
    double minutes = 10;  // by the clock
    unsigned seed = 1;
    bool listens = true;  // each person's live stream
};

/// Dealerships at work: the demo's people of each store as clients over HTTP, with their waits divided by the
/// speed, and as many who come as in the worst hour of a large store. A line every ten seconds and a summary
/// at the end go to stdout. Returns the exit code: 1 when anything failed that should not.
int simulate(const Settings& settings);

}  // namespace forecourt::simulate
