#pragma once
#include <modules/delivery/farewell/farewell.h>

namespace forecourt::delivery {

/// What was explained, as the customer signed it.
std::string explanation_paper(const Context& context, const DeliveryRow& delivery,
                              const std::vector<checklists::ItemAnswer>& answers, const FileHash& signature);
/// Papers and keys that went into the customer's hands.
std::string items_paper(const Context& context, const DeliveryRow& delivery,
                        const std::vector<HandedItemRow>& items, const FileHash& signature);
/// The paper for the gate, with the code to scan.
std::string gate_pass_paper(const Context& context, const DeliveryRow& delivery, const GatePassRow& pass);

}  // namespace forecourt::delivery
