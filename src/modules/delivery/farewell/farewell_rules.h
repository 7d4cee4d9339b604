#pragma once
#include <modules/delivery/farewell/farewell.h>
#include <modules/delivery/handover/handover_rules.h>

#include <span>

namespace forecourt::delivery {

const ItemNorms& handover_items();

/// The ceremony and the explanation belong to a delivery that runs.
MaybeRefused may_celebrate(const DeliveryRow& delivery);
MaybeRefused may_hand_over_items(const DeliveryRow& delivery, bool handed);
/// Each item of the list once, with at least nothing.
MaybeRefused check_items(const ItemNorms& norms, std::span<const ItemCount> items);

/// The law of the gate: paid (`paid_up`), handed over, and with everything in the customer's hands.
MaybeRefused may_issue_gate_pass(const Situation& now, bool items_handed, bool has_pass);
MaybeRefused may_let_out(const GatePassRow& pass);

MaybeRefused may_rate(const DeliveryRow& delivery, bool rated);
MaybeRefused check_rating(const RateDelivery& in);

}  // namespace forecourt::delivery
