#pragma once
#include <string>
#include <vector>

namespace forecourt::crash {

/// R21: dealerships at work over HTTP (forecourt simulate), so many stores at such a speed. No call fails,
/// what the program opened it closes again, and in the end verify has nothing to say. `told` gets what they
/// did.
std::vector<std::string> soak(int stores, double speed, double minutes, std::string& told);

}  // namespace forecourt::crash
