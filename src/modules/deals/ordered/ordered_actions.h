#pragma once
#include <action/action.h>
#include <modules/deals/ordered/ordered.h>

namespace forecourt::deals {

extern const Action<OrderFromFactory, DealChanged> order_from_factory;
extern const Action<GiveUpOrder, DealChanged> give_up_order;

/// The car that was built for a deal has passed its look at arrival: it is locked and the consultant told.
MaybeRefused on_car_arrived(Tx& tx, const Event& event);
/// The damage found at its arrival is settled: the same.
MaybeRefused on_damage_closed(Tx& tx, const Event& event);
/// The maker builds it later or not at all: the consultant is told.
MaybeRefused on_order_changed(Tx& tx, const Event& event);
/// The deal has ended: nothing is built for it any more.
MaybeRefused on_deal_ended(Tx& tx, const Event& event);
/// What the tasks about the ordered car asked for has happened.
MaybeRefused close_order_tasks(Tx& tx, const Event& event);

}  // namespace forecourt::deals
