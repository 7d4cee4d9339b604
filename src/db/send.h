#pragma once
#include <db/connection.h>

namespace forecourt::db {

/// Runs a statement whose count of rows nobody needs. On PostgreSQL it is sent and not waited for: its
/// failure is told by the next statement that is waited for, or by settle(). Elsewhere it simply runs.
void send(Connection& connection, const Sql& sql, const Params& params = {});
/// Runs a statement that names a version and must touch exactly one row; else StaleRow. It is waited for:
/// what comes after it would take ids that another engine does not take.
void execute_one(Connection& connection, const Sql& sql, const Params& params);
/// Waits for everything that was sent; throws the first failure.
void settle(Connection& connection);

/// What was read in this transaction is about to be told as done: makes its COMMIT wait until the standby has
/// all of it. After a crash, work whose COMMIT had not been answered is there again before any standby knows
/// it. On SQLite what can be read is on the disk.
void confirm(Connection& connection);

}  // namespace forecourt::db
