#pragma once
#include <action/action.h>
#include <modules/delivery/handover/handover.h>

namespace forecourt::delivery {

inline constexpr Right delivery_read{"delivery.delivery_read"};
inline constexpr Right fault_mend{"delivery.fault_mend"};
inline constexpr Right delivery_write{"delivery.delivery_write"};

extern const Action<RecordInspection, DeliveryAnswer> record_inspection;
extern const Action<MendFault, DeliveryAnswer> mend_fault;
extern const Action<Prepare, DeliveryAnswer> prepare;
extern const Action<Appoint, DeliveryAnswer> appoint;
extern const Action<Accept, DeliveryAnswer> accept;
extern const Action<DeliverCar, DeliveryAnswer> deliver_car;

/// A signed contract begins a delivery, or takes the one up again that an amended contract had stopped.
MaybeRefused begin_delivery(Tx& tx, const Event& event);
/// Without a contract in force no car leaves.
MaybeRefused stop_delivery(Tx& tx, const Event& event);

}  // namespace forecourt::delivery
