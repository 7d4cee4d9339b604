#pragma once
#include <modules/payments/due/due.h>

#include <map>
#include <vector>

namespace forecourt::payments {

std::optional<Due> load_due(db::Connection& db, Id<Store> store, Id<Due> id);
std::optional<Due> load_due_of(db::Connection& db, Id<Store> store, const ObjectRef& about);
/// What was paid for records of one type, by their ids.
std::map<std::int64_t, Money> load_paid(db::Connection& db, Id<Store> store, std::string_view object_type,
                                        const std::vector<std::int64_t>& ids);
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
