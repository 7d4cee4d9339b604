#pragma once
#include <reflect/type.h>

#include <cstdint>
#include <vector>

namespace forecourt {

/// Where the answers of a view, or the questions put to it, name customers. Found once for a type: a member
/// that is a customer's id, or `object_id` beside an `object_type` that says "customer".
class NamedCustomers {
  public:
    explicit NamedCustomers(const reflect::Type& type) : root_(place_of(type, {})) {}

    /// The type has no place for a customer.
    bool none() const { return root_.is_empty(); }
    /// Adds the customers that are named in a value of the type, each as often as it is named.
    void add(const void* value, std::vector<std::int64_t>& customers) const {
        collect(root_, value, customers);
    }

    /// Whether this member is a customer's id.
    static bool is_customer_id(const reflect::Type& type, std::string_view name);

  private:
    // Of a record: the members that lead to customers. Of a list or an optional: its element.
    struct Place {
        const reflect::Type* type{};
        std::size_t offset{};
        bool is_customer = false;
        const reflect::Field* object_type = nullptr;
        const reflect::Field* object_id = nullptr;
        std::vector<Place> within;
        bool is_empty() const { return !is_customer && object_type == nullptr && within.empty(); }
    };
    static Place place_of(const reflect::Type& type, std::string_view name);
    static void collect(const Place& place, const void* value, std::vector<std::int64_t>& customers);

    Place root_;
};

}  // namespace forecourt
