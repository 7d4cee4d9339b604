#pragma once
#include <random>
#include <string>
#include <vector>

namespace forecourt::crash {

/// R18: a store of an older schema is upgraded by a program that is killed in its writes and syncs; the next
/// start finishes, nothing is lost and what was before is kept; its pages have checksums then. What a newer
/// program wrote, or one whose steps had another text, is refused by name. Between two writes nothing changes
/// on the disk, so who is killed in each of them was killed in every step; `kills` of them are tried.
std::vector<std::string> upgrades(std::mt19937& random, int kills);

/// The same with a store that the first release has made: three days of its demonstration, with the files. It
/// is upgraded as a store would be, and people work in it then.
std::vector<std::string> upgrade_of_first_release(std::mt19937& random, int kills);

}  // namespace forecourt::crash
