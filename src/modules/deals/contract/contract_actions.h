#pragma once
#include <modules/deals/contract/contract.h>

namespace forecourt::deals {

inline constexpr Right contract_sign{"deals.contract_sign"};
inline constexpr Right contract_change{"deals.contract_change"};

extern const Action<DraftContract, ContractDrafted> draft_contract;
extern const Action<DealAtVersion, DealChanged> withdraw_contract_draft;
extern const Action<SignContract, ContractSigned> sign_contract;
extern const Action<AmendContract, DealChanged> amend_contract;
extern const Action<CancelContract, DealChanged> cancel_contract;

}  // namespace forecourt::deals
