#pragma once
#include <modules/workshop/line/line.h>

namespace forecourt::workshop {

/// The store's own work on a car that is not handed over yet: nobody is asked, nobody is told but the record
/// that wanted it.
bool is_internal(const OrderRow& order);

/// The store's yes to a line it pays for itself, kept like a customer's: the line is approved, its part laid
/// aside.
void approve_for_store(Tx& tx, const OrderRow& order, LineRow line);

}  // namespace forecourt::workshop
