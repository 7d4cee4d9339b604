#pragma once
#include <modules/vehicles/transfer/transfer.h>

namespace forecourt::vehicles {

/// For the store at either end; nothing for any other.
std::optional<Transfer> load_transfer(db::Connection& db, Id<Store> store, Id<Transfer> id);
bool has_open_transfer(db::Connection& db, Id<Store> from, Id<Car> car);
void insert_transfer(Tx& tx, const Transfer& transfer);
/// Throws StaleRow when the version is not the stored one.
void update_transfer(Tx& tx, const Transfer& transfer);

}  // namespace forecourt::vehicles
