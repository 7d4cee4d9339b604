#pragma once
#include <modules/delivery/handover/handover.h>

namespace forecourt::delivery {

/// The acceptance list as the customer signed it: the car, every item and the signature.
std::string acceptance_paper(Tx& tx, const DeliveryRow& delivery,
                             const std::vector<checklists::ItemAnswer>& answers);

}  // namespace forecourt::delivery
