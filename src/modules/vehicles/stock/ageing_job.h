#pragma once
#include <modules/vehicles/stock/ageing.h>

namespace forecourt::vehicles {

/// Tells each step's role which cars have come to stand that long, once a car and step. A timed job.
void tell_ageing(Tx& tx);

}  // namespace forecourt::vehicles
