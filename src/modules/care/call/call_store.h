#pragma once
#include <modules/care/call/call_rules.h>

namespace forecourt::care {

std::optional<CallRow> load_call(db::Connection& db, Id<Store> store, Id<CareCall> id);
void insert_call(Tx& tx, const CallRow& call);
void update_call(Tx& tx, const CallRow& call);
const CarePlans& plans();

}  // namespace forecourt::care
