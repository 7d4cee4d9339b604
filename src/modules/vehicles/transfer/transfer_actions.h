#pragma once
#include <action/module.h>
#include <action/view.h>
#include <modules/vehicles/transfer/transfer.h>

namespace forecourt::vehicles {

extern const Action<RequestCar, TransferRequested> request_car;
extern const Action<GiveCar, TransferRequested> give_car;
extern const Action<SendCar, CarAdded> send_car;
extern const Action<WithdrawTransfer, Nothing> withdraw_transfer;

MaybeRefused on_transfer_granted(Tx& tx, const Event& event);
MaybeRefused on_transfer_declined(Tx& tx, const Event& event);

struct TransferListIn {
    std::optional<TransferState> state;
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;  // -requested_at (default), requested_at
};
FORECOURT_STRUCT(TransferListIn, state, limit, after, sort)

struct TransferLine {
    Id<Transfer> id;
    std::string number;
    bool incoming{};
    std::string other_store;
    std::string model_name;
    std::string colour;
    std::string vin_tail;
    TransferState state{};
    std::string reason;
    Instant requested_at;
    std::string requested_by;
    std::optional<Date> expected_on;
    std::optional<Id<Car>> own_car_id;  // our record of the car
};
FORECOURT_STRUCT(TransferLine, id, number, incoming, other_store, model_name, colour, vin_tail, state, reason,
                 requested_at, requested_by, expected_on, own_car_id)

struct TransferIn {
    Id<Transfer> transfer_id;
};
FORECOURT_STRUCT(TransferIn, transfer_id)

/// The car that is offered in exchange.
struct SwapCar {
    std::string model_name;
    std::string colour;
    Vin vin;
    std::int64_t age_days{};
};
FORECOURT_STRUCT(SwapCar, model_name, colour, vin, age_days)

struct TransferRecord {
    TransferLine transfer;
    Vin vin;
    std::optional<Money> price;
    std::string from_store;
    std::string to_store;
    bool ours_to_decide{};
    std::optional<SwapCar> swap_car;
    std::optional<Id<Transfer>> swap_id;  // the way of that car, once it is agreed
    std::optional<Instant> decided_at;
    std::optional<std::string> decided_by;
    std::string decided_note;
    std::optional<Instant> sent_at;
    std::optional<std::string> sent_by;
    std::string carrier;
    std::optional<Instant> arrived_at;
    std::optional<std::string> arrived_by;
    std::int64_t version{};
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(TransferRecord, transfer, vin, price, from_store, to_store, ours_to_decide, swap_car,
                 swap_id, decided_at, decided_by, decided_note, sent_at, sent_by, carrier, arrived_at,
                 arrived_by, version, allowed_actions)

struct OtherStore {
    Id<Store> id;
    std::string name;
};
FORECOURT_STRUCT(OtherStore, id, name)
struct OtherStores {
    std::vector<OtherStore> rows;
};
FORECOURT_STRUCT(OtherStores, rows)

extern const View<TransferListIn, Page<TransferLine>> transfer_list;
extern const View<TransferIn, TransferRecord> transfer_record;
extern const View<Nothing, OtherStores> other_stores;

}  // namespace forecourt::vehicles
