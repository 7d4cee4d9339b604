#pragma once
#include <db/connection.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace forecourt::db {

std::unique_ptr<Connection> open_postgresql(const std::string& url);

/// Holds the lock of each store until the transaction ends, so that the actions of one store run one after
/// the other even when several copies of the program serve it. Stores must be sorted, or two copies could
/// deadlock.
void lock_stores(Connection& connection, std::span<const std::int64_t> stores);

}  // namespace forecourt::db
