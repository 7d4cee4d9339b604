#pragma once
#include <modules/showroom/licence/licence.h>

namespace forecourt::showroom {

/// The customer's licence as it was seen last.
std::optional<Licence> licence_of(db::Connection& db, Id<Store> store, Id<customers::Customer> customer);
void insert_licence(Tx& tx, const Licence& licence);

}  // namespace forecourt::showroom
