#pragma once
#include <modules/payments/closing/closing.h>
#include <services/ledger/api.h>

namespace forecourt::payments {

MaybeRefused check_closing(Money cash_expected, const CloseDay& count);
/// What a closing changes in the ledger: the difference found, and the cash that goes to the bank.
std::vector<ledger::Posting> postings_of_closing(Money cash_expected, const CloseDay& count);

}  // namespace forecourt::payments
