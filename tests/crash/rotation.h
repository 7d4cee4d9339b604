#pragma once
#include <crash/ledger.h>

#include <random>
#include <string>

namespace forecourt::crash {

/// Security 63: the master key is changed while people work and the program is killed in the middle of it;
/// in the end the old key is gone and nothing needs it.
Count rotated_keys(std::mt19937& random, std::string& told);

}  // namespace forecourt::crash
