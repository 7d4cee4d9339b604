#pragma once
#include <modules/customers/customer/customer_store.h>
#include <modules/customers/import/import_rules.h>
#include <modules/vehicles/api.h>

#include <unordered_map>

namespace forecourt::customers {

/// Whom and which cars the store knows, read once for a whole file: a row then asks the database nothing.
class KnownToStore {
  public:
    KnownToStore(db::Connection& db, Id<Store> store);

    /// By the phone, else by the identity number.
    std::optional<Id<Customer>> customer(const ImportRow& row) const;
    const vehicles::CarKeys* car_with(const Vin& vin) const;
    const vehicles::CarKeys* car_with(const Plate& plate) const;
    /// A row of the file has become a customer; later rows may be about the same one.
    void add(const ImportRow& row, Id<Customer> id);

  private:
    std::unordered_map<std::string, Id<Customer>> by_phone_;
    std::unordered_map<std::string, Id<Customer>> by_identity_;
    std::vector<vehicles::CarKeys> cars_;
    std::unordered_map<std::string, std::size_t> by_vin_;
    std::unordered_map<std::string, std::size_t> by_plate_;
};

}  // namespace forecourt::customers
