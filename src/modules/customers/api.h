#pragma once
#include <action/context.h>
#include <core/checked_text.h>
#include <core/result.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace forecourt::secrets {
class KeyRing;
}

/// One record per person or company. Telephone and identity numbers are encrypted where they are
/// stored; only this module opens them.
namespace forecourt::customers {

struct Customer;

enum class Gender { unknown, female, male };
FORECOURT_ENUM(Gender, unknown, female, male)

enum class CustomerSource { walk_in, phone_call, web, referral, event, service, imported };
FORECOURT_ENUM(CustomerSource, walk_in, phone_call, web, referral, event, service, imported)

/// The store's keys, once at start, before any action runs.
void configure(const secrets::KeyRing& keys);

struct CustomerFacts {
    Id<Customer> id;
    std::string name;
    bool company{};
    Gender gender{};
    std::string phone;         // digits, for messages and documents; never for a list
    std::string phone_masked;  // 138****8000; empty without a phone
    std::string email;
    std::string address;
    std::string identity_masked;  // 1101**********1234; empty without one
    std::optional<Id<User>> consultant_id;
    std::int64_t version{};
};

/// The customer; for a record that was merged into another, that other one. Nothing for another store's
/// customer.
std::optional<CustomerFacts> find_customer(db::Connection& db, Id<Store> store, Id<Customer> id);
/// "王女士", the name, or "" when there is no such customer: for titles of tasks and boards.
std::string customer_name(db::Connection& db, Id<Store> store, Id<Customer> id);
/// The same of all the customers a list shows, read together.
class CustomerNames {
  public:
    CustomerNames(db::Connection& db, Id<Store> store, std::vector<Id<Customer>> ids);
    /// Of rows that have a customer_id.
    template <class Row>
    CustomerNames(const Context& context, const std::vector<Row>& rows)
        : CustomerNames(context.db(), context.store_id(), ids_of(rows)) {}
    /// "" for who was not asked for, or is not there.
    std::string of(Id<Customer> id) const;

  private:
    template <class Row>
    static std::vector<Id<Customer>> ids_of(const std::vector<Row>& rows) {
        std::vector<Id<Customer>> ids;
        for (const auto& row : rows) ids.push_back(row.customer_id);
        return ids;
    }
    std::map<Id<Customer>, std::string> names_;
};
std::optional<Id<Customer>> find_by_phone(db::Connection& db, Id<Store> store, const Phone& phone);
/// Who is meant by what was typed: a name or phone, or the plate or VIN of their car. The best first, each
/// once, at most 50 by either.
std::vector<Id<Customer>> search_customers(db::Connection& db, Id<Store> store, const std::string& q);
/// The identity number in clear (for a contract); empty without one.
std::string identity_number_of(db::Connection& db, Id<Store> store, Id<Customer> id);

struct NewCustomer {
    std::string name;
    Gender gender = Gender::unknown;
    bool company = false;
    std::optional<Phone> phone;
    std::optional<IdentityNumber> identity_number;
    std::string email;
    std::string address;
    CustomerSource source = CustomerSource::walk_in;
    std::optional<Id<User>> consultant_id;
};

inline constexpr Refusal customer_not_found{"customer_not_found", RefusalKind::not_found};
/// Neither a name nor a phone: nobody could be found again.
inline constexpr Refusal customer_needs_name_or_phone{"customer_needs_name_or_phone",
                                                      RefusalKind::unprocessable};

/// Registers a person, or answers the customer who has this phone already. Refuses
/// customer_needs_name_or_phone.
Result<Id<Customer>> register_customer(Tx& tx, const NewCustomer& customer);
/// Fills in the identity number and address when a contract needs them; what is given replaces what was
/// there.
MaybeRefused complete_customer(Tx& tx, Id<Customer> id, const std::optional<IdentityNumber>& identity_number,
                               const std::string& address);
/// The consultant whose customer this is.
void set_consultant(Tx& tx, Id<Customer> id, Id<User> consultant);

}  // namespace forecourt::customers
