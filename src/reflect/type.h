#pragma once
#include <core/checked_text.h>
#include <core/id.h>
#include <core/money.h>
#include <core/time.h>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

/// One table of fields per struct. JSON, rows, parameters, query strings, OpenAPI and forms are plain loops
/// over it, so a struct is described once and nothing is generated per operation.
namespace forecourt::reflect {

/// JSON kept as text: answers to questionnaires, data of events. Written as it is; checked when read.
struct JsonText {
    std::string text = "null";
    bool operator==(const JsonText&) const = default;
};

enum class Kind {
    boolean,      // JSON true/false, SQL 0/1
    integer,      // whole number, also money (fen), quantity (thousandths) and ids
    instant,      // JSON text with Z, SQL milliseconds
    text,         // any text
    date,         // JSON and SQL YYYY-MM-DD
    checked,      // a text with a rule of its own (Vin, Plate ...)
    enumeration,  // one of the named values
    json,         // JsonText
    optional,
    list,
    record,
};

struct Type;
struct Field {
    std::string_view name;
    std::size_t offset;
    const Type* (*type)();
};

/// All that the loops need to know of a C++ type. Only the functions of its kind are set.
struct Type {
    Kind kind{};
    std::string_view name{};    // of a record or enumeration: its C++ name
    std::string_view format{};  // what the number or text means: money, quantity, id, vin ...
    std::string_view object{};  // of an id: the kind of record it names
    // boolean, integer, instant
    std::int64_t (*get_number)(const void*) = nullptr;
    bool (*set_number)(void*, std::int64_t) = nullptr;  // false: out of range
    // text, date, checked, enumeration, json
    std::string (*get_text)(const void*) = nullptr;
    const char* (*set_text)(void*, std::string_view) = nullptr;  // the literal name of what is wrong, or null
    std::span<const std::string_view> values{};                  // of an enumeration
    // optional and list
    const Type* (*element)() = nullptr;
    const void* (*get)(const void*) = nullptr;  // optional: the value or null
    void* (*emplace)(void*) = nullptr;          // optional: a new value; list: one more element
    void (*clear)(void*) = nullptr;
    std::size_t (*size)(const void*) = nullptr;
    const void* (*at)(const void*, std::size_t) = nullptr;
    // record
    std::span<const Field> fields{};
};

template <class T>
const Type* type_of();

namespace detail {

template <class T>
concept HasCheck = requires(std::string_view raw) {
    { T::check(raw).problem } -> std::convertible_to<const char*>;
};
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsList : std::false_type {};
template <class T>
struct IsList<std::vector<T>> : std::true_type {};
template <class T>
struct IsId : std::false_type {};
template <class T>
struct IsId<Id<T>> : std::true_type {};

template <class T>
constexpr std::string_view last_name() {
    // "... [with T = forecourt::crm::Customer; ...]": only the name after the last colon is wanted.
    std::string_view text = __PRETTY_FUNCTION__;
    text.remove_prefix(text.find("T = ") + 4);
    text = text.substr(0, text.find_first_of(";]"));
    const auto colon = text.rfind(':');
    return colon == std::string_view::npos ? text : text.substr(colon + 1);
}

template <class T>
constexpr std::string_view id_object(const Id<T>*) {
    return last_name<T>();
}

template <class T>
constexpr Type optional_type() {
    return {.kind = Kind::optional,
            .element = &type_of<typename T::value_type>,
            .get = [](const void* p) -> const void* {
                const auto& value = *static_cast<const T*>(p);
                return value ? &*value : nullptr;
            },
            .emplace = [](void* p) -> void* { return &static_cast<T*>(p)->emplace(); },
            .clear = [](void* p) { static_cast<T*>(p)->reset(); }};
}

template <class T>
constexpr Type list_type() {
    return {
        .kind = Kind::list,
        .element = &type_of<typename T::value_type>,
        .emplace = [](void* p) -> void* { return &static_cast<T*>(p)->emplace_back(); },
        .clear = [](void* p) { static_cast<T*>(p)->clear(); },
        .size = [](const void* p) { return static_cast<const T*>(p)->size(); },
        .at = [](const void* p, std::size_t i) -> const void* { return &(*static_cast<const T*>(p))[i]; }};
}

template <class T>
constexpr Type checked_type() {
    return {.kind = Kind::checked,
            .format = T::format,
            .get_text = [](const void* p) { return static_cast<const T*>(p)->text; },
            .set_text = [](void* p, std::string_view raw) -> const char* {
                auto checked = T::check(raw);
                if (checked.problem == nullptr) static_cast<T*>(p)->text = std::move(checked.text);
                return checked.problem;
            }};
}

template <class T>
constexpr Type id_type() {
    return {.kind = Kind::integer,
            .format = "id",
            .object = id_object(static_cast<const T*>(nullptr)),
            .get_number = [](const void* p) { return static_cast<const T*>(p)->value; },
            .set_number = [](void* p, std::int64_t n) { return static_cast<T*>(p)->value = n, n > 0; }};
}

template <class T>
constexpr Type enumeration_type(std::string_view name, std::span<const std::string_view> values) {
    return {
        .kind = Kind::enumeration,
        .name = name,
        .get_number = [](const void* p) { return static_cast<std::int64_t>(*static_cast<const T*>(p)); },
        .set_number = [](void* p, std::int64_t n) { return *static_cast<T*>(p) = static_cast<T>(n), true; },
        .values = values};
}

template <class T>
constexpr Type integer_type() {
    return {.kind = Kind::integer,
            .get_number = [](const void* p) { return static_cast<std::int64_t>(*static_cast<const T*>(p)); },
            .set_number =
                [](void* p, std::int64_t n) {
                    *static_cast<T*>(p) = static_cast<T>(n);
                    return static_cast<std::int64_t>(static_cast<T>(n)) == n;
                }};
}

}  // namespace detail

extern const Type boolean_type, money_type, quantity_type, instant_type, date_type, text_type, json_type;

/// The table of a type. Structs and enums get theirs from the macros below, found by argument-dependent
/// lookup.
template <class T>
const Type* type_of() {
    if constexpr (std::is_same_v<T, bool>) {
        return &boolean_type;
    } else if constexpr (std::is_same_v<T, Money>) {
        return &money_type;
    } else if constexpr (std::is_same_v<T, Quantity>) {
        return &quantity_type;
    } else if constexpr (std::is_same_v<T, Instant>) {
        return &instant_type;
    } else if constexpr (std::is_same_v<T, Date>) {
        return &date_type;
    } else if constexpr (std::is_same_v<T, std::string>) {
        return &text_type;
    } else if constexpr (std::is_same_v<T, JsonText>) {
        return &json_type;
    } else if constexpr (std::is_integral_v<T>) {
        static constexpr Type type = detail::integer_type<T>();
        return &type;
    } else if constexpr (detail::IsId<T>::value) {
        static constexpr Type type = detail::id_type<T>();
        return &type;
    } else if constexpr (detail::HasCheck<T>) {
        static constexpr Type type = detail::checked_type<T>();
        return &type;
    } else if constexpr (detail::IsOptional<T>::value) {
        static constexpr Type type = detail::optional_type<T>();
        return &type;
    } else if constexpr (detail::IsList<T>::value) {
        static constexpr Type type = detail::list_type<T>();
        return &type;
    } else {
        return reflect_type(static_cast<const T*>(nullptr));
    }
}

/// The literal name of an enumeration's value.
template <class E>
requires std::is_enum_v<E> std::string_view name_of(E value) {
    const auto at = static_cast<std::size_t>(value);
    return type_of<E>()->values[at];
}

template <class E>
requires std::is_enum_v<E> std::optional<E> value_named(std::string_view name) {
    const auto values = type_of<E>()->values;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] == name) return static_cast<E>(i);
    }
    return std::nullopt;
}

const Field* find_field(const Type& record, std::string_view name);

}  // namespace forecourt::reflect

namespace forecourt {
using reflect::JsonText;
using reflect::name_of;
}  // namespace forecourt

// FORECOURT_FOR_EACH(macro, context, a, b, c) -> macro(context, a) macro(context, b) macro(context, c)
#define FORECOURT_PARENS ()
#define FORECOURT_EXPAND(...) FORECOURT_EXPAND3(FORECOURT_EXPAND3(FORECOURT_EXPAND3(__VA_ARGS__)))
#define FORECOURT_EXPAND3(...) FORECOURT_EXPAND2(FORECOURT_EXPAND2(FORECOURT_EXPAND2(__VA_ARGS__)))
#define FORECOURT_EXPAND2(...) FORECOURT_EXPAND1(FORECOURT_EXPAND1(FORECOURT_EXPAND1(__VA_ARGS__)))
#define FORECOURT_EXPAND1(...) __VA_ARGS__
#define FORECOURT_FOR_EACH(macro, context, ...) \
    __VA_OPT__(FORECOURT_EXPAND(FORECOURT_FOR_EACH_STEP(macro, context, __VA_ARGS__)))
#define FORECOURT_FOR_EACH_STEP(macro, context, first, ...) \
    macro(context, first) __VA_OPT__(FORECOURT_FOR_EACH_AGAIN FORECOURT_PARENS(macro, context, __VA_ARGS__))
#define FORECOURT_FOR_EACH_AGAIN() FORECOURT_FOR_EACH_STEP

#define FORECOURT_FIELD(T, member)                            \
    ::forecourt::reflect::Field{#member, offsetof(T, member), \
                                &::forecourt::reflect::type_of<decltype(T::member)>},
#define FORECOURT_VALUE(T, member) std::string_view(#member),
#define FORECOURT_VALUE_FITS(T, member) static_cast<int>(T::member),

/// Beside a plain struct: FORECOURT_STRUCT(Quote, id, state, total). Every member must be named, in order:
/// the structured binding does not compile when one is left out.
#define FORECOURT_STRUCT(T, ...)                                                       \
    inline const ::forecourt::reflect::Type* reflect_type(const T*) {                  \
        static constexpr ::forecourt::reflect::Field fields[] = {                      \
            FORECOURT_FOR_EACH(FORECOURT_FIELD, T, __VA_ARGS__)};                      \
        static constexpr ::forecourt::reflect::Type type{                              \
            .kind = ::forecourt::reflect::Kind::record, .name = #T, .fields = fields}; \
        return &type;                                                                  \
    }                                                                                  \
    [[maybe_unused]] inline void reflect_names_every_member(const T& record) {         \
        [[maybe_unused]] const auto& [__VA_ARGS__] = record;                           \
    }

/// A struct without members, for inputs and outputs that say nothing.
#define FORECOURT_EMPTY_STRUCT(T)                                                                    \
    inline const ::forecourt::reflect::Type* reflect_type(const T*) {                                \
        static constexpr ::forecourt::reflect::Type type{.kind = ::forecourt::reflect::Kind::record, \
                                                         .name = #T};                                \
        return &type;                                                                                \
    }

/// Beside an enumeration: FORECOURT_ENUM(QuoteState, open, invoiced), in the order of its values.
#define FORECOURT_ENUM(T, ...)                                                                              \
    inline const ::forecourt::reflect::Type* reflect_type(const T*) {                                       \
        static constexpr std::string_view values[] = {FORECOURT_FOR_EACH(FORECOURT_VALUE, T, __VA_ARGS__)}; \
        static constexpr int numbers[] = {FORECOURT_FOR_EACH(FORECOURT_VALUE_FITS, T, __VA_ARGS__)};        \
        static_assert(numbers[std::size(numbers) - 1] == std::size(numbers) - 1,                            \
                      "name every value in order");                                                         \
        static constexpr ::forecourt::reflect::Type type =                                                  \
            ::forecourt::reflect::detail::enumeration_type<T>(#T, values);                                  \
        return &type;                                                                                       \
    }
