#pragma once
#include <string>

namespace forecourt::mail {

/// How an attempt to hand something to another machine ended.
struct Outcome {
    enum class State { sent, retry_later, failed_for_good };
    State state{};
    int code{};          // the other side's answer (250, 451, 200, 503 ...); 0 when there was none
    std::string detail;  // for the log and the outbox page; holds no secrets
};

}  // namespace forecourt::mail
