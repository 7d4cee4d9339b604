#pragma once
#include <action/module.h>
#include <modules/financing/application/application.h>

namespace forecourt::financing {

inline constexpr Right loan_write{"financing.loan_write"};
inline constexpr Right loan_sign{"financing.loan_sign"};
inline constexpr Right loan_decide{"financing.loan_decide"};

extern const Action<Apply, Applied> apply;
extern const Action<HandInPaper, Nothing> hand_in_paper;
extern const Action<SignSheet, ApplicationChanged> sign_sheet;
extern const Action<ApplicationAtVersion, ApplicationChanged> submit;
struct WithdrawApplication {
    Id<LoanApplication> application_id;
    std::int64_t version{};
    FilledText reason;
};
FORECOURT_STRUCT(WithdrawApplication, application_id, version, reason)
extern const Action<WithdrawApplication, ApplicationChanged> withdraw;

extern const Action<ApproveLoan, ApplicationChanged> approve;
extern const Action<RejectLoan, ApplicationChanged> reject;
extern const Action<DisburseLoan, ApplicationChanged> disburse;
extern const Action<RegisterMortgage, ApplicationChanged> register_mortgage;
extern const Action<ReleaseMortgage, ApplicationChanged> release_mortgage;

/// The deal has ended: a loan that was not paid out is withdrawn, one that was must go back to the lender.
MaybeRefused on_deal_ended(Tx& tx, const Event& event);

}  // namespace forecourt::financing
