#pragma once
#include <random>
#include <string>
#include <vector>

namespace forecourt::crash {

/// R5: one customer's whole way, from the door to the first service, runs in this process on a disk that
/// remembers what is not synced. At every so many syncs and answers the power is cut: with nothing,
/// everything and by chance some sectors of the unsynced there, the store is whole, has every event that was
/// told, and no half action. A disk that does not sync must be found out, or this would see nothing.
std::vector<std::string> power_cuts(std::mt19937& random, int every, std::string& told);

}  // namespace forecourt::crash
