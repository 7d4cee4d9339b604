#pragma once
#include <modules/customers/customer/customer.h>

namespace forecourt::customers {

/// What a timeline says of a customer: never a number.
struct CustomerEvent {
    std::string name;
    CustomerSource source{};
};
FORECOURT_STRUCT(CustomerEvent, name, source)

extern const Action<RegisterCustomer, CustomerRegistered> register_action;
extern const Action<UpdateCustomer, Nothing> update_action;
extern const Action<RevealNumber, RevealedNumber> reveal_phone;
extern const Action<RevealNumber, RevealedNumber> reveal_identity_number;
extern const Action<MakeCustomerLink, CustomerLinkMade> make_link;
extern const Action<RevokeLinks, LinksRevoked> revoke_links;
extern const Action<AssignConsultant, Nothing> assign_consultant;
extern const Action<MergeCustomers, Nothing> merge;
extern const Action<AddCustomerCar, CustomerCarAdded> add_car;

}  // namespace forecourt::customers
