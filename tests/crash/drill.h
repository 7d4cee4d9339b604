#pragma once
#include <random>
#include <string>
#include <vector>

namespace forecourt::crash {

/// R23 and the restore drill: a backup is made while people work; restored, it is whole and has everything
/// that was answered before it began. With a byte changed anywhere in it, it is refused and nothing is left.
std::vector<std::string> drill(std::mt19937& random);

}  // namespace forecourt::crash
