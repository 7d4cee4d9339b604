#pragma once
#include <compare>
#include <cstdint>
#include <functional>

namespace forecourt {

/// The key of one kind of record. Whole, positive and under 2^53, so that every JSON reader keeps it exact.
template <class T>
struct Id {
    std::int64_t value{};
    auto operator<=>(const Id&) const = default;
    explicit operator bool() const { return value != 0; }
};

}  // namespace forecourt

template <class T>
struct std::hash<forecourt::Id<T>> {
    std::size_t operator()(forecourt::Id<T> id) const { return std::hash<std::int64_t>{}(id.value); }
};
