#pragma once
#include <db/connection.h>

#include <span>

namespace forecourt::db {

/// Runs the steps this database has not seen, each in a transaction of its own with its mark. Steps run in the
/// order of `migrations`. Refuses (Error) a database that knows a step the program does not, or another text of
/// one: the program is older than its data, or a step was changed after it was used.
void run_migrations(Connection& connection, std::span<const Migration> migrations);

}  // namespace forecourt::db
