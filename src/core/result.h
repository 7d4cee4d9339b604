#pragma once
#include <core/ensure.h>
#include <core/refusal.h>

#include <optional>
#include <utility>
#include <variant>

namespace forecourt {

/// Either the value or the reason why not. Never an exception for a business reason.
template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::move(value)) {}                 // NOLINT
    Result(Refused refused) : state_(std::move(refused)) {}       // NOLINT
    Result(const Refusal& refusal) : state_(Refused(refusal)) {}  // NOLINT

    explicit operator bool() const { return state_.index() == 0; }
    bool ok() const { return state_.index() == 0; }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(value()); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }
    const Refused& refused() const {
        ensure(!ok());
        return std::get<1>(state_);
    }

  private:
    const T& value() const {
        ensure(ok());
        return std::get<0>(state_);
    }
    T& value() {
        ensure(ok());
        return std::get<0>(state_);
    }
    std::variant<T, Refused> state_;
};

/// What a guard (`may_x`) answers: nothing when the way is free.
using MaybeRefused = std::optional<Refused>;

}  // namespace forecourt
