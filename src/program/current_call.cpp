#include <program/current_call.h>

#include <secrets/bytes.h>

#include <atomic>
#include <cstdio>

namespace forecourt::program {
namespace {

thread_local CurrentCall current;

}  // namespace

const CurrentCall& current_call() { return current; }

CallScope::CallScope(CurrentCall call) : before_(current) { current = call; }

CallScope::~CallScope() { current = before_; }

// Half of it is the program's, half counts: no system call for each request.
std::string new_request_id() {
    static const std::string own = secrets::to_hex(secrets::random_bytes(8));
    static std::atomic<unsigned long long> count{0};
    char text[20];
    std::snprintf(text, sizeof text, "%016llx", ++count);
    return own + text;
}

bool is_request_id(std::string_view text) {
    const bool with_dashes = text.size() == 36;
    if (!with_dashes && text.size() != 32) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash_place = with_dashes && (i == 8 || i == 13 || i == 18 || i == 23);
        const char c = text[i];
        const bool is_hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        if (dash_place ? c != '-' : !is_hex) return false;
    }
    return true;
}

}  // namespace forecourt::program
