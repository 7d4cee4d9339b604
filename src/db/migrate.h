#pragma once
#include <db/connection.h>

#include <span>
#include <string_view>
#include <vector>

namespace forecourt::db {

/// The steps of these modules, one module after the other and each by its numbers: a module may refer to the
/// tables of those before it. Steps of modules that are not named are left out.
std::vector<Migration> in_module_order(std::span<const Migration> migrations,
                                       std::span<const std::string_view> module_order);

/// Runs the steps this database has not seen, each in a transaction of its own with its mark. Steps run in
/// the order of `migrations`. Refuses (Error) a database that knows a step the program does not, or another
/// text of one: the program is older than its data, or a step was changed after it was used.
void run_migrations(Connection& connection, std::span<const Migration> migrations);

}  // namespace forecourt::db
