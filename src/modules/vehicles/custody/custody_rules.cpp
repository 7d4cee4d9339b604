#include <modules/vehicles/custody/custody.h>

namespace forecourt::vehicles {

MaybeRefused may_issue(const ItemRow& item) {
    switch (item.state) {
        case ItemState::here:
            return std::nullopt;
        case ItemState::at_bank:
            return item_is_at_bank;
        case ItemState::out:
            return with(item_is_out, "holder", item.holder);
        case ItemState::handed_over:
            return item_is_handed_over;
    }
    return item_is_handed_over;
}

MaybeRefused may_return(const ItemRow& item) {
    switch (item.state) {
        case ItemState::here:
            return item_is_here;
        case ItemState::at_bank:
        case ItemState::out:
            return std::nullopt;
        case ItemState::handed_over:
            return item_is_handed_over;
    }
    return item_is_handed_over;
}

MaybeRefused check_papers(const std::vector<ItemRow>& items) {
    for (const auto& item : items) {
        if (item.state == ItemState::at_bank) return with(certificate_with_bank, "label", item.label);
    }
    return std::nullopt;
}

}  // namespace forecourt::vehicles
