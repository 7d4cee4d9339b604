#pragma once
#include <stdexcept>
#include <string>

namespace forecourt {

/// A broken invariant: the program is wrong, not the person. The transaction is rolled back and the person
/// gets an incident number (HTTP 500).
struct BrokenInvariant : std::logic_error {
    using std::logic_error::logic_error;
};

[[noreturn]] inline void broken_invariant(const char* what, const char* file, int line) {
    throw BrokenInvariant(std::string(what) + " (" + file + ":" + std::to_string(line) + ")");
}

}  // namespace forecourt

/// Always compiled in. Use it for what can only be false through a mistake of ours, never for what a person
/// did.
#define ensure(condition) \
    ((condition) ? void(0) : ::forecourt::broken_invariant(#condition, __FILE__, __LINE__))
