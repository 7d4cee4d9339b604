#include <modules/delivery/handover/handover_rules.h>
#include <modules/delivery/inspection/inspection.h>

#include <algorithm>

namespace forecourt::delivery {

bool is_inspection(const checklists::Definition& list) {
    const auto& origin = list.copied_from ? *list.copied_from : list.name;
    constexpr vehicles::Fuel every[] = {vehicles::Fuel::petrol, vehicles::Fuel::electric};
    return std::any_of(std::begin(every), std::end(every),
                       [&](vehicles::Fuel fuel) { return origin == inspection_for(fuel); });
}

}  // namespace forecourt::delivery
