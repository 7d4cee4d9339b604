#pragma once
#include <string>
#include <vector>

namespace forecourt::crash {

/// What the program says while it runs: a JSON object a line with what a call was, who made it and how it
/// ended; and of a phone number, an identity number, a name, a password and the tokens of a session nothing.
std::vector<std::string> log_lines();

}  // namespace forecourt::crash
