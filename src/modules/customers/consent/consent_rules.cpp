#include <modules/customers/consent/consent_rules.h>

namespace forecourt::customers {

bool is_own_or_staff(const Actor& actor, Id<Customer> customer) {
    return !actor.is_customer() || actor.customer_id == customer.value;
}

MaybeRefused may_withdraw(const ConsentRow& consent) {
    if (consent.withdrawn_at) return consent_withdrawn_already;
    return std::nullopt;
}

}  // namespace forecourt::customers
