#pragma once
#include <modules/deals/contract/contract.h>

namespace forecourt::deals {

/// All versions, the first one first.
std::vector<Contract> contracts_of(db::Connection& db, Id<Store> store, Id<Deal> deal);
/// The newest one, unless it was taken back, amended or cancelled.
std::optional<Contract> contract_of(db::Connection& db, Id<Store> store, Id<Deal> deal);
void insert_contract(Tx& tx, const Contract& contract);
void update_contract(Tx& tx, const Contract& contract);

}  // namespace forecourt::deals
