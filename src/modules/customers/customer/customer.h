#pragma once
#include <action/action.h>
#include <modules/customers/api.h>
#include <modules/vehicles/api.h>

namespace forecourt::customers {

struct Import;

inline constexpr Right customer_read{"customers.customer_read"};
inline constexpr Right customer_write{"customers.customer_write"};
inline constexpr Right customer_reveal{"customers.customer_reveal"};
inline constexpr Right customer_merge{"customers.customer_merge"};
inline constexpr Right customer_link{"customers.customer_link"};
inline constexpr Right own_record{"customers.own_record"};
/// The customer's own page.
inline constexpr Right my_record_read{"customers.my_record_read"};

/// A customer as stored: the numbers sealed, and beside each a keyed hash by which it is found again.
struct CustomerRow {
    Id<Customer> id;
    std::string name;
    bool company{};
    Gender gender{};
    std::optional<std::string> phone_sealed;
    std::optional<std::string> phone_blind;
    std::optional<std::string> identity_sealed;
    std::optional<std::string> identity_blind;
    std::string email;
    std::string address;
    std::string note;
    CustomerSource source{};
    std::optional<Id<User>> consultant_id;
    Instant created_at;
    std::string created_by;
    std::optional<Id<Import>> import_id;
    std::optional<Id<Customer>> merged_into;
    std::optional<Instant> merged_at;
    std::optional<std::string> merged_by;
    std::optional<Instant> removed_at;
    std::int64_t version{};
};
FORECOURT_STRUCT(CustomerRow, id, name, company, gender, phone_sealed, phone_blind, identity_sealed,
                 identity_blind, email, address, note, source, consultant_id, created_at, created_by,
                 import_id, merged_into, merged_at, merged_by, removed_at, version)

struct RegisterCustomer {
    std::optional<std::string> name;
    std::optional<Phone> phone;
    std::optional<Gender> gender;
    std::optional<bool> company;
    std::optional<IdentityNumber> identity_number;
    std::optional<EmailAddress> email;
    std::optional<std::string> address;
    std::optional<CustomerSource> source;
};
FORECOURT_STRUCT(RegisterCustomer, name, phone, gender, company, identity_number, email, address, source)

struct CustomerRegistered {
    Id<Customer> id;
    bool was_known{};  // the phone belongs to a customer we have
};
FORECOURT_STRUCT(CustomerRegistered, id, was_known)

/// What is not given stays as it is.
struct UpdateCustomer {
    Id<Customer> customer_id;
    std::optional<FilledText> name;
    std::optional<Gender> gender;
    std::optional<bool> company;
    std::optional<Phone> phone;
    std::optional<IdentityNumber> identity_number;
    std::optional<EmailAddress> email;
    std::optional<std::string> address;
    std::optional<std::string> note;
    std::int64_t version{};
};
FORECOURT_STRUCT(UpdateCustomer, customer_id, name, gender, company, phone, identity_number, email, address,
                 note, version)

struct RevealNumber {
    Id<Customer> customer_id;
    FilledText reason;
};
FORECOURT_STRUCT(RevealNumber, customer_id, reason)

struct RevealedNumber {
    std::string number;
};
FORECOURT_STRUCT(RevealedNumber, number)

/// A personal link to the customer's own page, to be given to the customer and to nobody else.
struct MakeCustomerLink {
    Id<Customer> customer_id;
};
FORECOURT_STRUCT(MakeCustomerLink, customer_id)

struct CustomerLinkMade {
    std::string link;  // "/c/..."
    Instant ends_at;
};
FORECOURT_STRUCT(CustomerLinkMade, link, ends_at)

/// Every link of the customer ends, and whoever came in by one is out: the telephone was lost, the wrong
/// person has it.
struct RevokeLinks {
    Id<Customer> customer_id;
    FilledText reason;
};
FORECOURT_STRUCT(RevokeLinks, customer_id, reason)

struct LinksRevoked {
    std::int64_t links{};
};
FORECOURT_STRUCT(LinksRevoked, links)

struct AssignConsultant {
    Id<Customer> customer_id;
    Id<User> consultant_id;
};
FORECOURT_STRUCT(AssignConsultant, customer_id, consultant_id)

/// Two records of one person become one; `from_id` points to `into_id` from then on.
struct MergeCustomers {
    Id<Customer> from_id;
    Id<Customer> into_id;
    FilledText reason;
};
FORECOURT_STRUCT(MergeCustomers, from_id, into_id, reason)

struct AddCustomerCar {
    Id<Customer> customer_id;
    Vin vin;
    std::optional<Plate> plate;
    std::optional<Id<vehicles::Model>> model_id;
    std::optional<std::string> model_text;
    std::optional<std::string> colour;
    std::optional<std::int64_t> mileage_km;
    std::optional<Date> first_registered;
};
FORECOURT_STRUCT(AddCustomerCar, customer_id, vin, plate, model_id, model_text, colour, mileage_km,
                 first_registered)

struct CustomerCarAdded {
    Id<vehicles::Car> car_id;
};
FORECOURT_STRUCT(CustomerCarAdded, car_id)

inline constexpr Refusal no_link_to_revoke{"no_link_to_revoke"};
inline constexpr Refusal phone_belongs_to_another{"phone_belongs_to_another"};
inline constexpr Refusal identity_belongs_to_another{"identity_belongs_to_another"};
inline constexpr Refusal customer_is_merged{"customer_is_merged"};
inline constexpr Refusal merge_with_itself{"merge_with_itself", RefusalKind::unprocessable};
inline constexpr Refusal no_number_to_reveal{"no_number_to_reveal"};
inline constexpr Refusal consultant_not_found{"consultant_not_found", RefusalKind::not_found};

}  // namespace forecourt::customers
