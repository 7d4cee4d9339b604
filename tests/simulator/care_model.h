#pragma once
#include <core/time.h>
#include <simulator/attempt.h>

#include <optional>

namespace forecourt::simulator {

/// A call that care owes a customer, some days after a delivery or a service.
struct CareCall {
    RecordId id{};
    std::string kind;
    RecordId customer{};
    Date due_on{};
    std::string state = "planned";
    std::int64_t tries{};
    std::int64_t satisfaction{};  // 0: nobody was asked
    RecordId complaint{};         // that came of it
    std::int64_t version = 1;
    bool is_over() const { return state != "planned"; }
};

/// Somebody is not content.
struct Complaint {
    RecordId id{};
    RecordId customer{};
    std::string channel;
    std::string category;
    std::string severity;
    std::string state = "received";
    Instant clocks_since{};  // when it came in, or in again
    Fen cost{};              // of the solution that is proposed
    std::string cause;
    RecordId approval{};
    std::int64_t times_reopened{};
    std::int64_t version = 1;
    bool is_over() const { return state == "closed" || state == "dismissed"; }
    /// Until when somebody must have looked at it, and until when there must be a plan.
    Instant answer_due_at() const;
    Instant plan_due_at() const;
    /// What care is asked to do next; empty: nothing.
    std::string task() const;
};

}  // namespace forecourt::simulator
