#pragma once
#include <db/connection.h>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace forecourt::db {

/// The steps of these modules, one module after the other and each by its numbers: a module may refer to the
/// tables of those before it. Steps of modules that are not named are left out.
std::vector<Migration> in_module_order(std::span<const Migration> migrations,
                                       std::span<const std::string_view> module_order);

/// How many steps a database has seen, and how many the program knows. Steps only ever come on top.
struct Schemas {
    std::int64_t database{};
    std::int64_t program{};
};

/// Refuses (Error) a database that knows a step the program does not, or another text of one: the program is
/// older than its data, or a step was changed after it was used.
Schemas compare_schemas(Connection& connection, std::span<const Migration> migrations);

/// Runs the steps this database has not seen, in the order of `migrations` and all in one transaction: an
/// upgrade that is cut short leaves the database as the older program knows it. Refuses what compare_schemas
/// refuses.
void run_migrations(Connection& connection, std::span<const Migration> migrations);

}  // namespace forecourt::db
