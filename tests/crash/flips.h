#pragma once
#include <random>
#include <string>
#include <vector>

namespace forecourt::crash {

/// R23 in the database: of a store whose program was killed, a bit is changed in the database or in its
/// write-ahead log. In the database verify finds it and says how to come back, but for a page of which the
/// log has a newer state. In the log verify finds it, or what stands there is the same, or the changed byte
/// is in the last transaction, which can not be told from a torn one. While the program runs nobody is
/// answered out of a log that was changed.
std::vector<std::string> flipped_bytes(std::mt19937& random, int flips, std::string& told);

}  // namespace forecourt::crash
