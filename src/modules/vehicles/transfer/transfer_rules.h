#pragma once
#include <modules/vehicles/transfer/transfer.h>

namespace forecourt::vehicles {

/// Free to go to another store: in stock, promised to nobody, and not leaving already.
MaybeRefused may_give(const CarRow& car);
MaybeRefused may_send(const Transfer& transfer, Id<Store> acting);
MaybeRefused may_withdraw(const Transfer& transfer);

}  // namespace forecourt::vehicles
