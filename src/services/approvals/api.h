#pragma once
#include <action/context.h>

#include <optional>
#include <string>
#include <string_view>

/// One person asks, another with the right role says yes or no, once.
namespace forecourt::approvals {

struct Approval;

struct NewApproval {
    std::string_view kind;  // what is asked for: "deals.discount"
    ObjectRef about;
    Money amount;
    std::string reason;
    Role decider{};
    std::string link;     // the page that shows what is decided
    std::string summary;  // one line for the list: "凯美瑞 2.0G 让利 6,000.00，王女士"
};

/// Asks everybody with the decider's role. The answer comes as the event approvals.granted or
/// approvals.declined with the objects {"approval", id} and `about`, and the data Decided; the module that
/// asked has a handler for it and looks at the kind.
Id<Approval> request_approval(Tx& tx, const NewApproval& approval);

/// Takes back what nobody has decided yet, because the question has gone.
void withdraw_approvals(Tx& tx, std::string_view kind, const ObjectRef& about);

/// Whether a request of this kind about this record is undecided.
bool is_waiting(db::Connection& db, Id<Store> store, std::string_view kind, const ObjectRef& about);

/// The data of approvals.granted and approvals.declined.
struct Decided {
    std::string kind;
    Id<Approval> approval_id;
    Money amount;
    std::string note;
    Id<User> decided_by;
    std::string decided_by_name;
};
FORECOURT_STRUCT(Decided, kind, approval_id, amount, note, decided_by, decided_by_name)

}  // namespace forecourt::approvals
