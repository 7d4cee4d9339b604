#pragma once
#include <span>
#include <string_view>

namespace forecourt::db {

/// One named statement out of an `.sql` file. Placeholders are `:name`. A line that ends in `--? option` is
/// part of the statement only when that option is given: a parameter of that name that is not null, or an
/// option asked for by name (the ways to sort). So a list has one text, and every variant of it can be found
/// by grep.
struct Sql {
    std::string_view name;
    std::string_view text;
};

/// One step of a module's schema. Forward only.
struct Migration {
    std::string_view module;
    int number;
    std::string_view name;
    std::string_view text;
};

/// Every statement and migration of the program (generated at build time from the .sql files).
std::span<const Sql* const> all_statements();
std::span<const Migration> all_migrations();

}  // namespace forecourt::db
