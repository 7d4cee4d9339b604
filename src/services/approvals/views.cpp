#include <services/approvals/actions.h>
#include <services/approvals/approvals.sql.h>
#include <services/approvals/views.h>

#include <algorithm>

namespace forecourt::approvals {
namespace {

Result<WaitingApprovals> run_waiting(Context& context, const Nothing&) {
    WaitingApprovals waiting;
    for (const auto role : context.actor().roles) {
        auto rows = db::all<WaitingApproval>(context.db(), sql::approvals::waiting_for_role,
                                             {{"store_id", context.store_id()}, {"decider", role}});
        std::move(rows.begin(), rows.end(), std::back_inserter(waiting.rows));
    }
    std::sort(waiting.rows.begin(), waiting.rows.end(),
              [](const WaitingApproval& a, const WaitingApproval& b) {
                  return std::pair(a.requested_at, a.id) < std::pair(b.requested_at, b.id);
              });
    for (auto& row : waiting.rows) {
        const ApprovalRow facts{.id = row.id, .decider = row.decider, .requested_by = row.requested_by};
        allow(row.allowed_actions, context, decide, may_decide(facts, context.actor()));
    }
    return waiting;
}

Result<ApprovalsOf> run_of_record(Context& context, const ApprovalsOfInput& in) {
    return ApprovalsOf{db::all<PastApproval>(
        context.db(), sql::approvals::approvals_of_object,
        {{"store_id", context.store_id()}, {"object_type", in.object_type}, {"object_id", in.object_id}})};
}

}  // namespace

const View<Nothing, WaitingApprovals> waiting{
    {.name = "approvals.waiting", .needs = approval_decide, .refuses = {}, .run = run_waiting}};
const View<ApprovalsOfInput, ApprovalsOf> of_record{
    {.name = "approvals.of", .needs = approval_read, .refuses = {}, .run = run_of_record}};

}  // namespace forecourt::approvals
