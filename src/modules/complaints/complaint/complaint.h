#pragma once
#include <core/checked_text.h>
#include <modules/complaints/api.h>

namespace forecourt::complaints {

/// How far a case has come.
enum class ComplaintState {
    received,           // nobody has looked at it yet
    reviewed,           // found valid, a solution is wanted
    awaiting_approval,  // the proposed solution costs more than its owner may promise
    agreed,             // the solution may be carried out
    carried_out,        // done; the customer has not been asked yet
    closed,             // the customer is content
    dismissed,          // found not valid, and told so
};
FORECOURT_ENUM(ComplaintState, received, reviewed, awaiting_approval, agreed, carried_out, closed, dismissed)

struct ComplaintRow {
    Id<Complaint> id;
    std::string number;
    ComplaintState state{};
    ComplaintChannel channel{};
    ComplaintCategory category{};
    Severity severity{};
    std::string words;
    Id<customers::Customer> customer_id;
    std::optional<std::int64_t> car_id;
    std::string about_type;
    std::int64_t about_id{};
    Id<User> owner_id;
    Instant opened_at;
    Id<User> opened_by;
    Instant answer_due_at;  // somebody must have looked at it
    Instant plan_due_at;    // a solution must be proposed
    std::optional<Instant> reviewed_at;
    std::string solution;
    Money cost;
    std::optional<Instant> proposed_at;
    std::string done;
    std::optional<Instant> done_at;
    std::string verdict;
    std::optional<Instant> closed_at;
    std::string cause;
    std::string prevention;
    int times_reopened{};
    std::int64_t version{};
};
FORECOURT_STRUCT(ComplaintRow, id, number, state, channel, category, severity, words, customer_id, car_id,
                 about_type, about_id, owner_id, opened_at, opened_by, answer_due_at, plan_due_at,
                 reviewed_at, solution, cost, proposed_at, done, done_at, verdict, closed_at, cause,
                 prevention, times_reopened, version)

struct OpenComplaint {
    Id<customers::Customer> customer_id;
    ComplaintChannel channel{};
    ComplaintCategory category{};
    Severity severity{};
    FilledText words;
    std::optional<std::int64_t> car_id;
    std::optional<std::string> about_type;
    std::optional<std::int64_t> about_id;
};
FORECOURT_STRUCT(OpenComplaint, customer_id, channel, category, severity, words, car_id, about_type, about_id)

struct ReviewComplaint {
    Id<Complaint> complaint_id;
    bool valid{};
    ComplaintCategory category{};
    Severity severity{};
    FilledText note;  // what was found, or why it is dismissed
    std::int64_t version{};
};
FORECOURT_STRUCT(ReviewComplaint, complaint_id, valid, category, severity, note, version)

struct ProposeSolution {
    Id<Complaint> complaint_id;
    FilledText solution;
    Money cost;
    std::int64_t version{};
};
FORECOURT_STRUCT(ProposeSolution, complaint_id, solution, cost, version)

struct CarryOut {
    Id<Complaint> complaint_id;
    FilledText done;
    std::int64_t version{};
};
FORECOURT_STRUCT(CarryOut, complaint_id, done, version)

struct RecordVerdict {
    Id<Complaint> complaint_id;
    bool satisfied{};
    std::string words;
    std::int64_t version{};
};
FORECOURT_STRUCT(RecordVerdict, complaint_id, satisfied, words, version)

struct NameCause {
    Id<Complaint> complaint_id;
    FilledText cause;
    FilledText prevention;
    std::int64_t version{};
};
FORECOURT_STRUCT(NameCause, complaint_id, cause, prevention, version)

struct ReopenComplaint {
    Id<Complaint> complaint_id;
    FilledText reason;
    std::int64_t version{};
};
FORECOURT_STRUCT(ReopenComplaint, complaint_id, reason, version)

struct ComplaintAnswer {
    Id<Complaint> complaint_id;
    std::string number;
    ComplaintState state{};
    std::int64_t version{};
};
FORECOURT_STRUCT(ComplaintAnswer, complaint_id, number, state, version)

inline constexpr Refusal complaint_not_found{"complaint_not_found", RefusalKind::not_found};
inline constexpr Refusal complaint_customer_not_found{"complaint_customer_not_found", RefusalKind::not_found};
inline constexpr Refusal complaint_is_reviewed{"complaint_is_reviewed"};
inline constexpr Refusal complaint_is_not_reviewed{"complaint_is_not_reviewed"};
inline constexpr Refusal solution_cost_is_negative{"solution_cost_is_negative", RefusalKind::unprocessable};
inline constexpr Refusal solution_waits_for_approval{"solution_waits_for_approval"};
inline constexpr Refusal solution_is_not_agreed{"solution_is_not_agreed"};
inline constexpr Refusal solution_is_not_carried_out{"solution_is_not_carried_out"};
inline constexpr Refusal complaint_is_over{"complaint_is_over"};
inline constexpr Refusal complaint_is_open{"complaint_is_open"};

}  // namespace forecourt::complaints
