#pragma once
#include <db/connection.h>

namespace forecourt::db {

/// Runs a statement whose count of rows nobody needs. On PostgreSQL it is sent and not waited for: its
/// failure is told by the next statement that is waited for, or by settle(). Elsewhere it simply runs.
void send(Connection& connection, const Sql& sql, const Params& params = {});
/// Waits for everything that was sent; throws the first failure.
void settle(Connection& connection);

}  // namespace forecourt::db
