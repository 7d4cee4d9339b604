#pragma once
#include <action/module.h>
#include <modules/deals/agency/agency.h>

namespace forecourt::deals {

inline constexpr Right case_write{"deals.case_write"};
inline constexpr Right case_pay{"deals.case_pay"};

extern const Action<PlanCase, CaseChanged> plan_case;
extern const Action<ReceiveCasePaper, Nothing> receive_case_paper;
extern const Action<CaseAtVersion, CaseChanged> send_case;
extern const Action<FinishCase, CaseChanged> finish_case;
extern const Action<ReceiveCommission, Nothing> receive_commission;
extern const Action<ReturnRest, CaseChanged> return_rest;
extern const Action<QuoteInsurance, Nothing> quote_insurance;
extern const Action<ChooseInsurance, Nothing> choose_insurance;

/// The contract is signed: what it collects for others becomes a case each. Signed again, the sums follow.
MaybeRefused on_contract_signed(Tx& tx, const Event& event);
MaybeRefused on_contract_ended(Tx& tx, const Event& event);

}  // namespace forecourt::deals
