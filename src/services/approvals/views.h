#pragma once
#include <action/action.h>
#include <action/view.h>
#include <services/approvals/approval.h>

namespace forecourt::approvals {

inline constexpr Right approval_read{"approvals.read"};

struct WaitingApproval {
    Id<Approval> id;
    std::string kind;
    std::string object_type;
    std::int64_t object_id{};
    Money amount;
    std::string reason;
    Role decider{};
    std::string link;
    std::string summary;
    Id<User> requested_by;
    std::string requested_by_name;
    Instant requested_at;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(WaitingApproval, id, kind, object_type, object_id, amount, reason, decider, link, summary,
                 requested_by, requested_by_name, requested_at, allowed_actions)

struct WaitingApprovals {
    std::vector<WaitingApproval> rows;
};
FORECOURT_STRUCT(WaitingApprovals, rows)

struct ApprovalsOfInput {
    std::string object_type;
    std::int64_t object_id{};
};
FORECOURT_STRUCT(ApprovalsOfInput, object_type, object_id)

struct PastApproval {
    Id<Approval> id;
    std::string kind;
    Money amount;
    std::string reason;
    Role decider{};
    std::string summary;
    std::string requested_by_name;
    Instant requested_at;
    std::optional<bool> granted;
    std::optional<Instant> decided_at;
    std::optional<std::string> decided_by_name;
    std::string note;
    std::optional<Instant> withdrawn_at;
};
FORECOURT_STRUCT(PastApproval, id, kind, amount, reason, decider, summary, requested_by_name, requested_at,
                 granted, decided_at, decided_by_name, note, withdrawn_at)

struct ApprovalsOf {
    std::vector<PastApproval> rows;
};
FORECOURT_STRUCT(ApprovalsOf, rows)

extern const View<Nothing, WaitingApprovals> waiting;
extern const View<ApprovalsOfInput, ApprovalsOf> of_record;

}  // namespace forecourt::approvals
