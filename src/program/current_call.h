#pragma once
#include <core/id.h>

#include <string>
#include <string_view>

namespace forecourt::program {

/// What this thread is at work for, for who reports from deep below (a slow statement).
struct CurrentCall {
    std::string_view name;        // action or view; empty: the program's own work
    std::string_view request_id;  // empty: nobody asked
};

const CurrentCall& current_call();

/// While it lives, this thread works for that call. The texts must outlive it.
class CallScope {
  public:
    explicit CallScope(CurrentCall call);
    ~CallScope();
    CallScope(const CallScope&) = delete;
    CallScope& operator=(const CallScope&) = delete;

  private:
    CurrentCall before_;
};

/// Names a request: 32 hex digits, never the same twice.
std::string new_request_id();
/// Whether a caller's own name for a request is taken over: 32 hex digits, with or without the dashes of a
/// UUID. Nothing else, because it stands in the log, where no phone or identity number may.
bool is_request_id(std::string_view text);

}  // namespace forecourt::program
