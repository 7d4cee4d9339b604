#include <db/send.h>
#include <services/approvals/actions.h>
#include <services/approvals/approvals.sql.h>
#include <services/tasks/api.h>

namespace forecourt::approvals {
namespace {

/// What the sentence of the alert to the one who asked needs.
struct Answer {
    std::string kind;
    std::string summary;
    std::string note;
    std::string decided_by_name;
};
FORECOURT_STRUCT(Answer, kind, summary, note, decided_by_name)

void tell_requester(Tx& tx, const ApprovalRow& approval, const DecideApproval& in) {
    if (!approval.requested_by) return;
    tasks::alert(tx, {.title_key = in.granted ? "alert.approvals.granted" : "alert.approvals.declined",
                      .params_json = reflect::to_json(Answer{.kind = approval.kind,
                                                             .summary = approval.summary,
                                                             .note = in.note,
                                                             .decided_by_name = tx.actor().name}),
                      .user_id = approval.requested_by,
                      .link = approval.link,
                      .about = {approval.object_type, approval.object_id}});
}

Result<Nothing> run_decide(Tx& tx, const DecideApproval& in) {
    const auto approval = db::first<ApprovalRow>(tx.db(), sql::approvals::find_approval,
                                                 {{"id", in.approval_id}, {"store_id", tx.store_id()}});
    if (!approval) return approval_not_found;
    if (const auto no = may_decide(*approval, tx.actor())) return *no;
    db::execute_one(tx.db(), sql::approvals::decide_approval,
                    {{"id", approval->id},
                     {"store_id", tx.store_id()},
                     {"version", approval->version},
                     {"granted", in.granted},
                     {"decided_at", tx.now()},
                     {"decided_by", tx.actor().user_id},
                     {"decided_by_name", tx.actor().name},
                     {"note", in.note}});
    const Decided decided{.kind = approval->kind,
                          .approval_id = approval->id,
                          .amount = approval->amount,
                          .note = in.note,
                          .decided_by = tx.actor().user_id,
                          .decided_by_name = tx.actor().name};
    if (in.granted) {
        tx.emit("approvals.granted",
                {{"approval", approval->id}, {approval->object_type, approval->object_id}}, decided);
    } else {
        tx.emit("approvals.declined",
                {{"approval", approval->id}, {approval->object_type, approval->object_id}}, decided);
    }
    tell_requester(tx, *approval, in);
    return Nothing{};
}

}  // namespace

const Action<DecideApproval, Nothing> decide{
    {.name = "approvals.decide",
     .needs = approval_decide,
     .refuses = {approval_not_found, approval_already_decided, approval_is_withdrawn,
                 approval_needs_another_role, approval_is_your_own},
     .run = run_decide}};

}  // namespace forecourt::approvals
