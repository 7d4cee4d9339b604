#pragma once
#include <modules/customers/consent/consent.h>

namespace forecourt::customers {

/// A customer acting by link touches no record but the own one.
bool is_own_or_staff(const Actor& actor, Id<Customer> customer);
MaybeRefused may_withdraw(const ConsentRow& consent);

}  // namespace forecourt::customers
