#include <services/approvals/approval.h>

namespace forecourt::approvals {

MaybeRefused may_decide(const ApprovalRow& approval, const Actor& actor) {
    if (approval.decided_at) return approval_already_decided;
    if (approval.withdrawn_at) return approval_is_withdrawn;
    if (!actor.is(approval.decider)) {
        return with(approval_needs_another_role, "role", std::string(name_of(approval.decider)));
    }
    if (approval.requested_by == actor.user_id) return approval_is_your_own;
    return std::nullopt;
}

}  // namespace forecourt::approvals
