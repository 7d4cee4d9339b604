#pragma once
#include <simulator/simulation.h>

namespace forecourt::simulator {

/// A fault that is planted to see that the simulator notices it, and what it must say then.
struct Fault {
    std::string name;
    std::vector<std::string>
        noticed_as;  // a part of the failure: of one of the comparisons that can see it first
    std::function<void(Settings&)> plant;
};
std::vector<Fault> every_fault();

/// Empty when it was noticed as it must be.
std::string missed(const Fault& fault);

}  // namespace forecourt::simulator
