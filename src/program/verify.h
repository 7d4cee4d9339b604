#pragma once
#include <program/application.h>

#include <string>
#include <vector>

namespace forecourt::program {

/// Recomputes what must hold: the database's file (SQLite), the chain of the log, the ledger's and the
/// stock's sums, the archive's hashes. Each finding is a sentence; none means that all is as it was written.
/// With `anchor_file`, or where a store's anchors usually lie, also that the log holds all that was anchored.
std::vector<std::string> verify(const Place& place, const std::string& anchor_file = {});
std::vector<std::string> verify(db::Connection& connection, Instant now);

}  // namespace forecourt::program
