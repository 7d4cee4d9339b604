#pragma once
#include <modules/vehicles/api.h>

// What the sale must know of cars that change the store. Apart from ../api.h, because few modules ask for it.

namespace forecourt::vehicles {

/// It is another store's, or agreed to become it: nothing of it can be promised here.
bool goes_to_another_store(db::Connection& db, Id<Store> store, Id<Car> id);

}  // namespace forecourt::vehicles
