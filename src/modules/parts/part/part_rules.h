#pragma once
#include <modules/parts/part/part.h>
#include <modules/parts/stock/stock.h>

namespace forecourt::parts {

MaybeRefused may_change(const PartRow& part);
/// A part that lies on the shelf or that somebody waits for stays in the catalogue.
MaybeRefused may_withdraw(const PartRow& part, const Stock& stock);
MaybeRefused may_price(Money price);

}  // namespace forecourt::parts
