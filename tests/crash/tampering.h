#pragma once
#include <string>
#include <vector>

namespace forecourt::crash {

/// R20: somebody with the database in his hands changes, inserts, deletes, reorders or cuts off entries of
/// the log; verify finds each. A sentence for each that it does not find.
std::vector<std::string> tampered_log();

/// R20 with a witness on another machine: who cuts the log off and throws the anchors away is found out by
/// what the witness kept, and who anchors anew is not believed by it.
std::vector<std::string> witnessed_log();

}  // namespace forecourt::crash
