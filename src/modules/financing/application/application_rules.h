#pragma once
#include <modules/financing/application/application.h>
#include <modules/financing/product/product_rules.h>

#include <span>

namespace forecourt::financing {

bool is_running(const LoanApplication& application);

/// What a loan is measured by.
struct LoanSums {
    Money car_price;
    Money open;  // of the deal: neither paid nor credited
    Money principal;
};
/// Whether a loan of this sum fits terms on a day.
MaybeRefused check_loan(const Term& term, const LoanSums& sums, Date today);
MaybeRefused may_apply(deals::DealState state, std::span<const LoanApplication> others);
MaybeRefused may_hand_in(const LoanApplication& application);
MaybeRefused may_sign_sheet(const LoanApplication& application);
MaybeRefused check_sheet(const std::string& hash, const std::string& hash_read);
std::vector<LoanPaper> missing_papers(std::span<const LoanPaper> wanted,
                                      std::span<const PaperHandedIn> there);
MaybeRefused may_submit(const LoanApplication& application, std::span<const LoanPaper> missing);
MaybeRefused may_decide(const LoanApplication& application);
MaybeRefused check_approval(const LoanApplication& application, const ApproveLoan& in, Date today);
MaybeRefused may_disburse(const LoanApplication& application, Date today);
MaybeRefused check_disbursement(const LoanApplication& application, Money amount, Date today);
MaybeRefused may_withdraw(const LoanApplication& application);
MaybeRefused may_register_mortgage(const LoanApplication& application);
MaybeRefused check_mortgage(const LoanApplication& application, Date registered_on, Date today);
MaybeRefused may_release_mortgage(const LoanApplication& application);
MaybeRefused check_release(const LoanApplication& application, Date released_on, Date today);

/// Granted: another sum than was asked for makes the signed sheet worthless.
LoanApplication approved(LoanApplication application, const ApproveLoan& in, Instant now);

}  // namespace forecourt::financing
