#include <modules/vehicles/transfer/transfer_rules.h>

namespace forecourt::vehicles {

MaybeRefused may_give(const CarRow& car) {
    if (car.removed_at) return car_has_left;
    if (car.leaves_by_transfer_id) return car_goes_to_another_store;
    if (car.state != CarState::in_stock || car.deal_id) return car_not_available;
    if (car.used) return used_car_stays_here;
    return std::nullopt;
}

MaybeRefused may_send(const Transfer& transfer, Id<Store> acting) {
    switch (transfer.state) {
        case TransferState::requested:
            return transfer_not_approved;
        case TransferState::approved:
            if (transfer.store_id != acting) return transfer_is_theirs_to_send;
            return std::nullopt;
        case TransferState::sent:
            return transfer_is_on_its_way;
        case TransferState::arrived:
        case TransferState::declined:
        case TransferState::withdrawn:
            return transfer_is_settled;
    }
    return transfer_is_settled;
}

MaybeRefused may_withdraw(const Transfer& transfer) {
    switch (transfer.state) {
        case TransferState::requested:
        case TransferState::approved:
            return std::nullopt;
        case TransferState::sent:
            return transfer_is_on_its_way;
        case TransferState::arrived:
        case TransferState::declined:
        case TransferState::withdrawn:
            return transfer_is_settled;
    }
    return transfer_is_settled;
}

}  // namespace forecourt::vehicles
