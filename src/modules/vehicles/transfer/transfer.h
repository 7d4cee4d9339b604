#pragma once
#include <modules/vehicles/car/car.h>

namespace forecourt::vehicles {

/// `sent`: on the lorry. The car left the one store's books and stands in the other's as on its way in the
/// same moment, so it is never in two stores and never in none.
enum class TransferState { requested, approved, sent, arrived, declined, withdrawn };
FORECOURT_ENUM(TransferState, requested, approved, sent, arrived, declined, withdrawn)

/// A car's way from one store of the group (`store_id`) to another. Both stores see it.
struct Transfer {
    Id<Transfer> id;
    Id<Store> store_id;
    std::string number;
    Id<Store> to_store_id;
    Id<Car> car_id;  // as the sending store knows it
    Vin vin;
    std::string model_code;
    std::string model_name;
    std::string colour;
    Money price;  // what the receiving store takes it over for: what it cost
    TransferState state{};
    bool asked_by_receiver{};
    std::optional<Id<Car>> swap_car_id;   // what the receiving store gives in exchange
    std::optional<Id<Transfer>> swap_id;  // the way of that car
    std::string reason;
    Instant requested_at;
    std::string requested_by;
    std::optional<Instant> decided_at;
    std::optional<std::string> decided_by;
    std::string decided_note;
    std::optional<Instant> sent_at;
    std::optional<std::string> sent_by;
    std::string carrier;
    std::optional<Date> expected_on;
    std::optional<Instant> arrived_at;
    std::optional<std::string> arrived_by;
    std::optional<Id<Car>> arriving_car_id;  // as the receiving store knows it
    std::int64_t version{};
};
FORECOURT_STRUCT(Transfer, id, store_id, number, to_store_id, car_id, vin, model_code, model_name, colour,
                 price, state, asked_by_receiver, swap_car_id, swap_id, reason, requested_at, requested_by,
                 decided_at, decided_by, decided_note, sent_at, sent_by, carrier, expected_on, arrived_at,
                 arrived_by, arriving_car_id, version)

/// We want a car that stands in another store; perhaps for one of ours.
struct RequestCar {
    Id<Store> from_store_id;
    Id<Car> car_id;
    FilledText reason;
    std::optional<Id<Car>> swap_car_id;
};
FORECOURT_STRUCT(RequestCar, from_store_id, car_id, reason, swap_car_id)

/// We offer one of our cars to another store.
struct GiveCar {
    Id<Car> car_id;
    Id<Store> to_store_id;
    FilledText reason;
};
FORECOURT_STRUCT(GiveCar, car_id, to_store_id, reason)

struct TransferRequested {
    Id<Transfer> id;
    std::string number;
};
FORECOURT_STRUCT(TransferRequested, id, number)

struct SendCar {
    Id<Transfer> transfer_id;
    FilledText carrier;
    std::optional<Date> expected_on;
    std::int64_t version{};
};
FORECOURT_STRUCT(SendCar, transfer_id, carrier, expected_on, version)

struct WithdrawTransfer {
    Id<Transfer> transfer_id;
    FilledText reason;
    std::int64_t version{};
};
FORECOURT_STRUCT(WithdrawTransfer, transfer_id, reason, version)

inline constexpr Right transfer_write{"vehicles.transfer_write"};

inline constexpr Refusal transfer_not_found{"transfer_not_found", RefusalKind::not_found};
inline constexpr Refusal transfer_to_itself{"transfer_to_itself", RefusalKind::unprocessable};
inline constexpr Refusal store_not_found{"store_not_found", RefusalKind::not_found};
/// The receiving store's catalogue lacks this model's code: enter the model there first.
inline constexpr Refusal model_not_in_their_catalogue{"model_not_in_their_catalogue"};
inline constexpr Refusal transfer_is_waiting{"transfer_is_waiting"};
inline constexpr Refusal transfer_not_approved{"transfer_not_approved"};
inline constexpr Refusal transfer_is_settled{"transfer_is_settled"};
inline constexpr Refusal transfer_is_on_its_way{"transfer_is_on_its_way"};
/// Only the store in which the car stands can send it.
inline constexpr Refusal transfer_is_theirs_to_send{"transfer_is_theirs_to_send"};

/// The other car of a swap is on its way or there already: both go, or none.
inline constexpr Refusal swap_has_begun{"swap_has_begun"};

/// The car that came by a transfer was accepted: the transfer is done.
void mark_arrived(Tx& tx, const CarRow& car);

}  // namespace forecourt::vehicles
