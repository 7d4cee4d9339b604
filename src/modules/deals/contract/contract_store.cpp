#include <db/send.h>
#include <modules/deals/contract/contract_store.h>
#include <modules/deals/contract/deals_contract.sql.h>

namespace forecourt::deals {

namespace statements = sql::deals_contract;

std::vector<Contract> contracts_of(db::Connection& db, Id<Store> store, Id<Deal> deal) {
    return db::all<Contract>(db, statements::contracts_of_deal, {{"store_id", store}, {"deal_id", deal}});
}

std::optional<Contract> contract_of(db::Connection& db, Id<Store> store, Id<Deal> deal) {
    auto contracts = contracts_of(db, store, deal);
    if (contracts.empty() || contracts.back().ended_at) return std::nullopt;
    return contracts.back();
}

void insert_contract(Tx& tx, const Contract& contract) {
    db::send(tx.db(), statements::insert_contract, db::Params::of(contract, {{"store_id", tx.store_id()}}));
}

void update_contract(Tx& tx, const Contract& contract) {
    db::execute_one(tx.db(), statements::update_contract,
                    db::Params::of(contract, {{"store_id", tx.store_id()}}));
}

}  // namespace forecourt::deals
