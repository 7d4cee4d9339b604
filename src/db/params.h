#pragma once
#include <reflect/type.h>

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace forecourt::db {

/// What a column or parameter can hold. Times and money are whole numbers, dates are text.
using Value = std::variant<std::monostate, std::int64_t, std::string>;

Value to_value(const reflect::Type& type, const void* source);

struct Param {
    std::string_view name;
    Value value;

    Param(std::string_view name, std::string_view text) : name(name), value(std::string(text)) {}
    Param(std::string_view name, const char* text) : name(name), value(std::string(text)) {}
    template <class T>
    Param(std::string_view name, const T& source)
        : name(name), value(to_value(*reflect::type_of<T>(), &source)) {}
};

/// The parameters of one statement: named values, or the members of a struct, or both (named ones win).
/// The struct is read when the statement runs, so it must live that long.
class Params {
  public:
    Params() = default;
    Params(std::initializer_list<Param> named) : named_(named) {}

    template <class T>
    static Params of(const T& record, std::initializer_list<Param> named = {}) {
        Params params(named);
        params.record_type_ = reflect::type_of<T>();
        params.record_ = &record;
        return params;
    }
    Params& add(Param param) {
        named_.push_back(std::move(param));
        return *this;
    }
    /// Switches on the statement's lines marked `--? option`.
    Params& option(std::string name) {
        options_.push_back(std::move(name));
        return *this;
    }

    bool has_option(std::string_view name) const;
    /// Throws BrokenInvariant when there is no such parameter.
    Value value(std::string_view name) const;
    bool is_given(std::string_view name) const;  // there and not null

  private:
    std::vector<Param> named_;
    std::vector<std::string> options_;
    const reflect::Type* record_type_ = nullptr;
    const void* record_ = nullptr;
};

}  // namespace forecourt::db
