#pragma once
#include <string>
#include <vector>

namespace forecourt::crash {

/// R20: somebody with the database in his hands changes, inserts, deletes, reorders or cuts off entries of
/// the log; verify finds each. A sentence for each that it does not find.
std::vector<std::string> tampered_log();

}  // namespace forecourt::crash
