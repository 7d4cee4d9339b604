#pragma once
#include <modules/delivery/handover/handover_store.h>

namespace forecourt::delivery {

/// A checklist of a delivery, filled in.
struct FilledForDelivery {
    std::string_view checklist;
    const std::vector<checklists::ItemAnswer>& answers;
};

/// Every item found faulty becomes a fault of its own and a line of one repair order the store pays for. How
/// many there were.
int open_faults(Tx& tx, const DeliveryRow& delivery, const FilledForDelivery& filled);

/// What became of a repair order's lines is what became of the faults: done is mended, sent back is open
/// again.
MaybeRefused follow_order(Tx& tx, const Event& event);

}  // namespace forecourt::delivery
