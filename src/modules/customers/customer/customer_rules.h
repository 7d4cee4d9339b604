#pragma once
#include <modules/customers/customer/customer.h>

namespace forecourt::customers {

/// What to call somebody who left only a number: "客户8000".
std::string name_or_tail(std::string_view name, const std::optional<Phone>& phone);
MaybeRefused check_new_customer(const NewCustomer& customer);
MaybeRefused may_change(const CustomerRow& customer);
MaybeRefused may_merge(const CustomerRow& from, const CustomerRow& into);

}  // namespace forecourt::customers
