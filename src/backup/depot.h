#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forecourt::backup {

/// Where a store is shipped to: names with bytes, as in a folder ("2026.../latest"). What was put is there
/// whole or not at all, and stays. Safe to use from several threads. All throw std::runtime_error when the
/// place is not there or fails.
class Depot {
  public:
    virtual ~Depot() = default;

    /// For people.
    virtual std::string where() const = 0;
    virtual std::optional<std::string> get(const std::string& name) const = 0;
    virtual bool exists(const std::string& name) const = 0;
    /// What lies directly in a folder ("" is all of it), folders too, sorted; nothing when there is none.
    virtual std::vector<std::string> names_in(const std::string& folder) const = 0;
    virtual void put(const std::string& name, std::string_view bytes) = 0;

    /// The same for a file of this machine that is too large for the memory. It is read by `fetch` alone.
    virtual void put_file(const std::string& name, const std::string& path) = 0;
    /// The same for what only grows: the first `there` bytes of the whole lie there already; with
    /// none of them it begins anew. What was cut short has its old length, or one between.
    virtual void lengthen(const std::string& name, std::string_view whole, std::size_t there) = 0;
    /// A path of this machine under which such a file can be read: where it lies, or `scratch`, into which it
    /// is brought then.
    virtual std::string fetch(const std::string& name, const std::string& scratch) const = 0;

    /// It is no fault that it is not there. A folder goes after what lies in it.
    virtual void remove(const std::string& name) = 0;
};

}  // namespace forecourt::backup
