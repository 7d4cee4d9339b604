#pragma once
#include <action/context.h>
#include <services/versions/api.h>

#include <optional>
#include <string>
#include <string_view>

/// Numbers a store decides itself: how far a discount goes, how long an answer may take.
/// standards/<name>.json is the first version of a table; the store sets the next ones, each with a reason
/// and a day.
namespace forecourt::limits {

inline constexpr Right limits_read{"limits.read"};
inline constexpr Right limits_write{"limits.write"};

/// Somebody else has changed the table since it was looked at: what he changed would be lost.
inline constexpr Refusal limits_outdated{"limits_outdated"};
inline constexpr Refusal limits_unchanged{"limits_unchanged"};
/// What a number of a table can be wrong in; the detail `limit` names which one.
inline constexpr Refusal limit_out_of_range{"limit_out_of_range", RefusalKind::unprocessable};
inline constexpr Refusal limit_twice{"limit_twice", RefusalKind::unprocessable};
inline constexpr Refusal limit_missing{"limit_missing", RefusalKind::unprocessable};
/// Numbers that must rise do not.
inline constexpr Refusal limits_not_rising{"limits_not_rising", RefusalKind::unprocessable};

/// A table by its name, "discount_limits", described by T.
template <class T>
struct Table {
    std::string_view name;
};

/// What is said beside the numbers when a table is changed.
struct Change {
    int number{};  // the last version, as the one who changes it saw it
    std::string reason;
    std::optional<Date> valid_from;  // from now on when not said
};

struct LimitsSet {
    int number{};
    Instant valid_from;
};
FORECOURT_STRUCT(LimitsSet, number, valid_from)

/// Which versions of a table there are, the newest first; none when the store works by the program's.
struct Standing {
    int number{};  // of the last one
    std::vector<versions::PastVersion> past;
};
FORECOURT_STRUCT(Standing, number, past)

Standing standing_of(const Context& context, std::string_view table);

/// The table as JSON, in force at a time and as it was last published.
std::string text_at(const Context& context, std::string_view table, Instant at);
std::string last_text(const Context& context, std::string_view table);
/// The next version. Refuses limits_outdated, limits_unchanged, start_date_past,
/// starts_before_the_last_version. Gives the event limits.changed.
Result<LimitsSet> set_text(Tx& tx, std::string_view table, const std::string& text, const Change& change);

template <class T>
T read(const std::string& text) {
    T value;
    ensure(reflect::from_json(value, text).empty());
    return value;
}

template <class T>
T at(const Context& context, Table<T> table, Instant when) {
    return read<T>(text_at(context, table.name, when));
}
template <class T>
T in_force(const Context& context, Table<T> table) {
    return at(context, table, context.now());
}
/// What a form starts with: the last version, whether it has begun or not.
template <class T>
T last(const Context& context, Table<T> table) {
    return read<T>(last_text(context, table.name));
}
template <class T>
Result<LimitsSet> set(Tx& tx, Table<T> table, const T& value, const Change& change) {
    if (reflect::to_json(value) == reflect::to_json(last(tx, table))) return limits_unchanged;
    return set_text(tx, table.name, reflect::to_json(value), change);
}

/// Every refusal `set` can give, with those of the table's own rules.
std::vector<Refusal> refusals_with(std::vector<Refusal> own);

}  // namespace forecourt::limits
