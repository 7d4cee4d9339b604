#pragma once
#include <action/action.h>
#include <services/approvals/approval.h>

namespace forecourt::approvals {

inline constexpr Right approval_decide{"approvals.decide"};

struct DecideApproval {
    Id<Approval> approval_id;
    bool granted{};
    std::string note;
};
FORECOURT_STRUCT(DecideApproval, approval_id, granted, note)

extern const Action<DecideApproval, Nothing> decide;

}  // namespace forecourt::approvals
