#pragma once
#include <db/connection.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace forecourt::db {

/// How long a server's silence is borne. Then the link is given up, and what was asked counts as unavailable;
/// of a COMMIT nobody knows what became.
struct Patience {
    std::chrono::milliseconds statement{20'000};
    std::chrono::milliseconds commit{10'000};  // and for the locks of those who commit
};

std::unique_ptr<Connection> open_postgresql(const std::string& url, const Patience& patience = {});

/// Holds the lock of each store until the transaction ends, so that the actions of one store run one after
/// the other even when several copies of the program serve it. Stores must be sorted, or two copies could
/// deadlock.
void lock_stores(Connection& connection, std::span<const std::int64_t> stores);

/// Waits until no other copy of the program brings the schema up to date, and keeps others from it for as
/// long as the connection lives.
void lock_upgrades(Connection& connection);

/// Whether the cluster finds out a byte that was changed in its files (initdb --data-checksums).
bool has_page_checksums(Connection& connection);

/// Takes the turn of the timed jobs for as long as the connection lives, unless another copy has it. What a
/// connection has taken it may take again.
bool try_turn(Connection& connection);

}  // namespace forecourt::db
