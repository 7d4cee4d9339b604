#pragma once
#include <services/approvals/api.h>

namespace forecourt::approvals {

inline constexpr Refusal approval_not_found{"approval_not_found", RefusalKind::not_found};
inline constexpr Refusal approval_already_decided{"approval_already_decided"};
inline constexpr Refusal approval_is_withdrawn{"approval_is_withdrawn"};
inline constexpr Refusal approval_needs_another_role{"approval_needs_another_role", RefusalKind::forbidden};
inline constexpr Refusal approval_is_your_own{"approval_is_your_own", RefusalKind::forbidden};

/// As much of a stored request as its rules need.
struct ApprovalRow {
    Id<Approval> id;
    std::string kind;
    std::string object_type;
    std::int64_t object_id{};
    Money amount;
    Role decider{};
    std::string link;
    std::string summary;
    Id<User> requested_by;
    std::optional<Instant> decided_at;
    std::optional<Instant> withdrawn_at;
    std::int64_t version{};
};
FORECOURT_STRUCT(ApprovalRow, id, kind, object_type, object_id, amount, decider, link, summary, requested_by,
                 decided_at, withdrawn_at, version)

/// Four eyes: somebody with the decider's role who did not ask, once.
MaybeRefused may_decide(const ApprovalRow& approval, const Actor& actor);

}  // namespace forecourt::approvals
