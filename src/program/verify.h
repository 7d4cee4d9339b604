#pragma once
#include <program/application.h>

#include <string>
#include <vector>

namespace forecourt::program {

/// Recomputes what must hold: the database's file (SQLite), the chain of the log, the ledger's and the
/// stock's sums, the archive's hashes. Each finding is a sentence; none means that all is as it was written.
std::vector<std::string> verify(const Place& place);
std::vector<std::string> verify(db::Connection& connection, Instant now);

}  // namespace forecourt::program
