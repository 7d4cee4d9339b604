#pragma once
#include <action/context.h>

namespace forecourt::deals {
struct Deal;
}

namespace forecourt::financing {

struct LoanApplication;

/// What lenders still owe for a deal: granted and not yet disbursed. 0 without such a loan.
Money loan_expected(db::Connection& db, Id<Store> store, Id<deals::Deal> deal);

// Events for handlers, with the objects loan_application, deal and customer: financing.approved,
// financing.rejected, financing.disbursed, financing.mortgage_registered, financing.mortgage_released.

}  // namespace forecourt::financing
