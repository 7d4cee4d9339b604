#pragma once
#include <modules/payments/due/due.h>

namespace forecourt::payments {

std::optional<Due> load_due(db::Connection& db, Id<Store> store, Id<Due> id);
std::optional<Due> load_due_of(db::Connection& db, Id<Store> store, const ObjectRef& about);
void insert_due(Tx& tx, const Due& due);
/// Where the version is the due's own; else changed_by_someone_else.
void update_due(Tx& tx, const Due& due);

/// The data of payments.due_set and payments.paid_up.
struct DueEvent {
    std::string title;
    Money amount;
    Money open;
};
FORECOURT_STRUCT(DueEvent, title, amount, open)

}  // namespace forecourt::payments
