#pragma once
#include <db/connection.h>

#include <optional>
#include <vector>

namespace forecourt::db {

namespace detail {
void read_rows(Connection& connection, const Sql& sql, const Params& params, const reflect::Type& record,
               const std::function<void*()>& next);
}

/// Every row of a query as a struct. Columns and scalar members must match by name, both ways; members that
/// are lists or records are left alone, for a second query to fill.
template <class T>
std::vector<T> all(Connection& connection, const Sql& sql, const Params& params = {}) {
    std::vector<T> rows;
    detail::read_rows(connection, sql, params, *reflect::type_of<T>(),
                      [&]() -> void* { return &rows.emplace_back(); });
    return rows;
}

/// The first row, if there is one.
template <class T>
std::optional<T> first(Connection& connection, const Sql& sql, const Params& params = {}) {
    std::optional<T> row;
    T spare;
    detail::read_rows(connection, sql, params, *reflect::type_of<T>(),
                      [&]() -> void* { return row ? static_cast<void*>(&spare) : &row.emplace(); });
    return row;
}

/// The first column of the first row, as a number; nothing without a row or when it is null.
std::optional<std::int64_t> number(Connection& connection, const Sql& sql, const Params& params = {});
/// The same as text.
std::optional<std::string> text(Connection& connection, const Sql& sql, const Params& params = {});

}  // namespace forecourt::db
