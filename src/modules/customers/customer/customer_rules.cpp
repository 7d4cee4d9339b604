#include <modules/customers/customer/customer_rules.h>

namespace forecourt::customers {

std::string name_or_tail(std::string_view name, const std::optional<Phone>& phone) {
    const auto given = trimmed(name);
    if (!given.empty() || !phone) return std::string(given);
    const auto& digits = phone->text;
    return "客户" + (digits.size() > 4 ? digits.substr(digits.size() - 4) : digits);
}

MaybeRefused check_new_customer(const NewCustomer& customer) {
    if (trimmed(customer.name).empty() && !customer.phone) return customer_needs_name_or_phone;
    return std::nullopt;
}

MaybeRefused may_change(const CustomerRow& customer) {
    if (customer.merged_into) return customer_is_merged;
    return std::nullopt;
}

MaybeRefused may_merge(const CustomerRow& from, const CustomerRow& into) {
    if (from.id == into.id) return merge_with_itself;
    if (from.merged_into || into.merged_into) return customer_is_merged;
    return std::nullopt;
}

}  // namespace forecourt::customers
