#pragma once
#include <random>
#include <string>
#include <vector>

namespace forecourt::crash {

/// R17: people work while the store is shipped; the program is killed, goes on, is killed again, and its data
/// folder is gone. What was shipped brings it back with all but the last seconds, or to the moment before
/// something bad was done; with a byte changed or a segment missing it is refused. Into a folder, or into the
/// bucket of the server at `s3_url`. `figures` tells how much was lost.
std::vector<std::string> shipped_away(std::mt19937& random, const std::string& s3_url, std::string& figures);

}  // namespace forecourt::crash
