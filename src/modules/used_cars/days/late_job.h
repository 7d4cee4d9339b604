#pragma once
#include <action/context.h>

namespace forecourt::used_cars {
/// Tells the sales manager once of each car that stays in a step for longer than its target.
void tell_late_steps(Tx& tx);
}  // namespace forecourt::used_cars
