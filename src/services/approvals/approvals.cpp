#include <db/send.h>
#include <services/approvals/api.h>
#include <services/approvals/approvals.sql.h>
#include <services/tasks/api.h>

namespace forecourt::approvals {
namespace {

/// What approvals.requested tells, and what the alert's sentence needs.
struct Requested {
    std::string kind;
    std::string summary;
    Money amount;
    std::string reason;
    std::string requested_by_name;
};
FORECOURT_STRUCT(Requested, kind, summary, amount, reason, requested_by_name)

}  // namespace

Id<Approval> request_approval(Tx& tx, const NewApproval& approval) {
    const auto id = tx.new_id<Approval>();
    db::send(tx.db(), sql::approvals::insert_approval,
             {{"id", id},
              {"store_id", tx.store_id()},
              {"kind", approval.kind},
              {"object_type", approval.about.type},
              {"object_id", approval.about.id},
              {"amount", approval.amount},
              {"reason", approval.reason},
              {"decider", approval.decider},
              {"link", approval.link},
              {"summary", approval.summary},
              {"requested_by", tx.actor().user_id},
              {"requested_by_name", tx.actor().name},
              {"requested_at", tx.now()}});
    const Requested data{.kind = std::string(approval.kind),
                         .summary = approval.summary,
                         .amount = approval.amount,
                         .reason = approval.reason,
                         .requested_by_name = tx.actor().name};
    tx.emit("approvals.requested", {{"approval", id}, approval.about}, data);
    tasks::alert(tx, {.title_key = "alert.approvals.requested",
                      .params_json = reflect::to_json(data),
                      .role = approval.decider,
                      .link = approval.link,
                      .about = approval.about,
                      .level = tasks::AlertLevel::warning});
    return id;
}

void withdraw_approvals(Tx& tx, std::string_view kind, const ObjectRef& about) {
    db::send(tx.db(), sql::approvals::withdraw_approvals,
             {{"store_id", tx.store_id()},
              {"kind", kind},
              {"object_type", about.type},
              {"object_id", about.id},
              {"withdrawn_at", tx.now()},
              {"withdrawn_by", tx.actor().user_id}});
}

bool is_waiting(db::Connection& db, Id<Store> store, std::string_view kind, const ObjectRef& about) {
    return db::number(
               db, sql::approvals::count_waiting,
               {{"store_id", store}, {"kind", kind}, {"object_type", about.type}, {"object_id", about.id}})
               .value_or(0) > 0;
}

}  // namespace forecourt::approvals
