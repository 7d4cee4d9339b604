#include <modules/vehicles/car/car_rules.h>
#include <modules/vehicles/car/car_store.h>
#include <modules/vehicles/custody/custody.h>
#include <modules/vehicles/model/model_store.h>
#include <modules/vehicles/order/api.h>
#include <modules/vehicles/transfer/transfer_actions.h>
#include <modules/vehicles/transfer/transfer_rules.h>
#include <modules/vehicles/transfer/transfer_store.h>
#include <services/access/api.h>
#include <services/approvals/api.h>
#include <services/numbering/api.h>
#include <services/search/api.h>
#include <services/tasks/api.h>

namespace forecourt::vehicles {
namespace {

constexpr std::string_view approval_kind = "vehicles.transfer";

struct TransferEvent {
    std::string number;
    std::string model_name;
    std::string vin_tail;
    std::string from_store;
    std::string to_store;
    std::string words;
};
FORECOURT_STRUCT(TransferEvent, number, model_name, vin_tail, from_store, to_store, words)

/// Runs a piece of the action as the same person in another store, whose log gets what it emits.
template <class Work>
void in_store(Tx& tx, Id<Store> store, Work work) {
    if (store == tx.store_id()) return work(tx);
    Actor actor = tx.actor();
    actor.store_id = store;
    Tx there(tx.db(), actor, tx.now(), tx.ids());
    work(there);
    for (auto& event : there.events()) tx.events().push_back(std::move(event));
}

std::string name_of_store(Tx& tx, Id<Store> store) { return access::store_facts(tx.db(), store).name; }

bool store_exists(db::Connection& db, Id<Store> wanted) {
    for (const auto& store : access::every_store(db)) {
        if (store.id == wanted) return true;
    }
    return false;
}

// Both stores read it in their logs, each about its own record of the car.
void tell(Tx& tx, std::string_view event, const Transfer& transfer, const std::string& words) {
    const TransferEvent data{transfer.number,
                             transfer.model_name,
                             vin_tail(transfer.vin),
                             name_of_store(tx, transfer.store_id),
                             name_of_store(tx, transfer.to_store_id),
                             words};
    in_store(tx, transfer.store_id, [&](Tx& there) {
        there.emit(event, {{"transfer", transfer.id}, {"car", transfer.car_id}}, data);
    });
    in_store(tx, transfer.to_store_id, [&](Tx& there) {
        there.emit(event, {{"transfer", transfer.id}, {"car", transfer.arriving_car_id.value_or(Id<Car>{})}},
                   data);
    });
}

Transfer transfer_of(Tx& tx, Id<Store> from, Id<Store> to, const CarRow& car, const ModelRow& model) {
    Transfer transfer;
    transfer.id = tx.new_id<Transfer>();
    transfer.store_id = from;
    transfer.to_store_id = to;
    transfer.car_id = car.id;
    transfer.vin = car.vin;
    transfer.model_code = model.code;
    transfer.model_name = car.model_name;
    transfer.colour = car.colour;
    transfer.price = car.cost;
    transfer.state = TransferState::requested;
    transfer.requested_at = tx.now();
    transfer.requested_by = tx.actor().name;
    in_store(tx, from, [&](Tx& there) { transfer.number = numbering::next_number(there, "TR"); });
    return transfer;
}

/// The car, if it can go from the one store to the other, with its model.
struct Movable {
    CarRow car;
    ModelRow model;
};
Result<Movable> movable(Tx& tx, Id<Store> from, Id<Store> to, Id<Car> id) {
    const auto car = load_car(tx.db(), from, id);
    if (!car || car->state == CarState::customer || !car->model_id) return car_not_found;
    if (auto no = may_give(*car)) return *no;
    const auto model = load_model(tx.db(), from, *car->model_id);
    ensure(model.has_value());
    if (!load_model_by_code(tx.db(), to, model->code)) return model_not_in_their_catalogue;
    if (load_car_by_vin(tx.db(), to, car->vin)) return vin_known_already;
    return Movable{*car, *model};
}

std::string words_of(const CarRow& car) {
    return car.model_name + " " + car.colour + " " + vin_tail(car.vin);
}

// What is given in exchange stands in the question: who decides must know of it.
std::string exchange_of(Tx& tx, const Transfer& transfer) {
    if (!transfer.swap_car_id) return "";
    const auto offered = load_car(tx.db(), transfer.to_store_id, *transfer.swap_car_id);
    return offered ? "，换回 " + words_of(*offered) : "";
}

void ask(Tx& tx, Id<Store> decider, const Transfer& transfer) {
    in_store(tx, decider, [&](Tx& there) {
        approvals::request_approval(
            there, {.kind = approval_kind,
                    .about = {"transfer", transfer.id},
                    .amount = transfer.price,
                    .reason = transfer.reason,
                    .decider = Role::sales_manager,
                    .link = "/stock/transfers/" + std::to_string(transfer.id.value),
                    .summary = transfer.model_name + " " + transfer.colour + " " + vin_tail(transfer.vin) +
                               "，" + name_of_store(tx, transfer.store_id) + " → " +
                               name_of_store(tx, transfer.to_store_id) + exchange_of(tx, transfer)});
    });
}

Result<TransferRequested> run_request_car(Tx& tx, const RequestCar& in) {
    if (in.from_store_id == tx.store_id()) return transfer_to_itself;
    if (!store_exists(tx.db(), in.from_store_id)) return store_not_found;
    const auto wanted = movable(tx, in.from_store_id, tx.store_id(), in.car_id);
    if (!wanted) return wanted.refused();
    if (has_open_transfer(tx.db(), in.from_store_id, in.car_id)) return transfer_is_waiting;
    if (in.swap_car_id) {
        const auto offered = movable(tx, tx.store_id(), in.from_store_id, *in.swap_car_id);
        if (!offered) return offered.refused();
        if (has_open_transfer(tx.db(), tx.store_id(), *in.swap_car_id)) return transfer_is_waiting;
    }
    auto transfer = transfer_of(tx, in.from_store_id, tx.store_id(), wanted->car, wanted->model);
    transfer.asked_by_receiver = true;
    transfer.swap_car_id = in.swap_car_id;
    transfer.reason = in.reason.text;
    insert_transfer(tx, transfer);
    ask(tx, transfer.store_id, transfer);
    tell(tx, "vehicles.transfer_requested", transfer, transfer.reason);
    return TransferRequested{transfer.id, transfer.number};
}

Result<TransferRequested> run_give_car(Tx& tx, const GiveCar& in) {
    if (in.to_store_id == tx.store_id()) return transfer_to_itself;
    if (!store_exists(tx.db(), in.to_store_id)) return store_not_found;
    const auto offered = movable(tx, tx.store_id(), in.to_store_id, in.car_id);
    if (!offered) return offered.refused();
    if (has_open_transfer(tx.db(), tx.store_id(), in.car_id)) return transfer_is_waiting;
    auto transfer = transfer_of(tx, tx.store_id(), in.to_store_id, offered->car, offered->model);
    transfer.reason = in.reason.text;
    insert_transfer(tx, transfer);
    ask(tx, transfer.to_store_id, transfer);
    tell(tx, "vehicles.transfer_requested", transfer, transfer.reason);
    return TransferRequested{transfer.id, transfer.number};
}

void hold(Tx& tx, CarRow car, Id<Transfer> transfer) {
    car.leaves_by_transfer_id = transfer;
    update_car(tx, car);
}

// The car that the receiving store gives in exchange goes its own way, agreed in the same breath.
MaybeRefused approve_swap(Tx& tx, Transfer& transfer) {
    const auto offered = movable(tx, transfer.to_store_id, transfer.store_id, *transfer.swap_car_id);
    if (!offered) return offered.refused();
    // Since it was offered in exchange somebody may have asked for it by itself.
    if (has_open_transfer(tx.db(), transfer.to_store_id, *transfer.swap_car_id)) return transfer_is_waiting;
    auto back = transfer_of(tx, transfer.to_store_id, transfer.store_id, offered->car, offered->model);
    back.state = TransferState::approved;
    back.swap_id = transfer.id;
    back.reason = transfer.reason;
    back.decided_at = transfer.decided_at;
    back.decided_by = transfer.decided_by;
    back.requested_by = transfer.requested_by;
    insert_transfer(tx, back);
    in_store(tx, back.store_id, [&](Tx& there) { hold(there, offered->car, back.id); });
    transfer.swap_id = back.id;
    tell(tx, "vehicles.transfer_approved", back, transfer.number);
    return std::nullopt;
}

std::optional<approvals::Decided> decided_here(const Event& event) {
    approvals::Decided decided;
    ensure(reflect::from_json(decided, event.data).empty());
    if (decided.kind != approval_kind) return std::nullopt;
    return decided;
}

Transfer loaded(Tx& tx, Id<Transfer> id) {
    auto transfer = load_transfer(tx.db(), tx.store_id(), id);
    ensure(transfer && transfer->state == TransferState::requested);
    return *transfer;
}

Result<Transfer> load(Tx& tx, Id<Transfer> id, std::int64_t version) {
    auto transfer = load_transfer(tx.db(), tx.store_id(), id);
    if (!transfer) return transfer_not_found;
    transfer->version = version;
    return *transfer;
}

Result<CarAdded> run_send_car(Tx& tx, const SendCar& in) {
    auto transfer = load(tx, in.transfer_id, in.version);
    if (!transfer) return transfer.refused();
    if (auto no = may_send(*transfer, tx.store_id())) return *no;
    if (in.expected_on && *in.expected_on < local_date(tx.now())) return expected_date_is_past;
    auto car = load_car(tx.db(), tx.store_id(), transfer->car_id);
    ensure(car && car->leaves_by_transfer_id == transfer->id && car->state == CarState::in_stock);
    const auto model = load_model_by_code(tx.db(), transfer->to_store_id, transfer->model_code);
    if (!model) return model_not_in_their_catalogue;
    if (load_car_by_vin(tx.db(), transfer->to_store_id, car->vin)) return vin_known_already;
    const auto items = items_of_car(tx.db(), tx.store_id(), car->id);
    if (auto no = hand_over_items(tx, *car)) return *no;
    CarRow arriving = *car;
    car->removed_at = tx.now();
    car->leaves_by_transfer_id.reset();
    update_car(tx, *car);
    search::remove_object(tx, "car", car->id.value);
    in_store(tx, transfer->to_store_id, [&](Tx& there) {
        arriving.id = there.new_id<Car>();
        arriving.model_id = model->id;
        arriving.model_name = model->name;
        arriving.state = CarState::in_transit;
        arriving.location.clear();
        arriving.cost = transfer->price;
        arriving.expected_on = in.expected_on;
        arriving.arrived_at.reset();
        arriving.arrived_by.reset();
        arriving.leaves_by_transfer_id.reset();
        arriving.came_by_transfer_id = transfer->id;
        insert_car(there, arriving);
        move_items(there, items, arriving.id);
        tasks::alert(there, {.title_key = "alert.vehicles.car_coming",
                             .params_json = reflect::to_json(TransferEvent{
                                 transfer->number, transfer->model_name, vin_tail(transfer->vin),
                                 name_of_store(tx, transfer->store_id), "", in.carrier.text}),
                             .role = Role::sales_manager,
                             .link = "/cars/" + std::to_string(arriving.id.value),
                             .about = {"car", arriving.id}});
    });
    transfer->state = TransferState::sent;
    transfer->sent_at = tx.now();
    transfer->sent_by = tx.actor().name;
    transfer->carrier = in.carrier.text;
    transfer->expected_on = in.expected_on;
    transfer->arriving_car_id = arriving.id;
    update_transfer(tx, *transfer);
    tell(tx, "vehicles.transfer_sent", *transfer, in.carrier.text);
    return CarAdded{arriving.id, vin_is_doubtful(arriving.vin)};
}

void withdraw(Tx& tx, Transfer transfer, const std::string& reason) {
    if (transfer.state == TransferState::approved) {
        in_store(tx, transfer.store_id, [&](Tx& there) {
            auto car = load_car(there.db(), there.store_id(), transfer.car_id);
            ensure(car.has_value());
            car->leaves_by_transfer_id.reset();
            update_car(there, *car);
        });
    } else {
        const auto decider = transfer.asked_by_receiver ? transfer.store_id : transfer.to_store_id;
        in_store(tx, decider, [&](Tx& there) {
            approvals::withdraw_approvals(there, approval_kind, {"transfer", transfer.id});
        });
    }
    transfer.state = TransferState::withdrawn;
    transfer.decided_note = reason;
    update_transfer(tx, transfer);
    tell(tx, "vehicles.transfer_withdrawn", transfer, reason);
}

Result<Nothing> run_withdraw_transfer(Tx& tx, const WithdrawTransfer& in) {
    const auto transfer = load(tx, in.transfer_id, in.version);
    if (!transfer) return transfer.refused();
    if (auto no = may_withdraw(*transfer)) return *no;
    if (transfer->swap_id) {
        // One car for the other: what was agreed in the same breath ends so.
        const auto other = load_transfer(tx.db(), tx.store_id(), *transfer->swap_id);
        ensure(other.has_value());
        if (other->state == TransferState::sent || other->state == TransferState::arrived)
            return swap_has_begun;
        if (other->state == TransferState::approved) withdraw(tx, *other, in.reason.text);
    }
    withdraw(tx, *transfer, in.reason.text);
    return Nothing{};
}

}  // namespace

MaybeRefused on_transfer_granted(Tx& tx, const Event& event) {
    const auto decided = decided_here(event);
    if (!decided) return std::nullopt;
    auto transfer = loaded(tx, {event.object("transfer")});
    // Since it was asked for the car may have been promised to a customer.
    const auto still = movable(tx, transfer.store_id, transfer.to_store_id, transfer.car_id);
    if (!still) return still.refused();
    transfer.state = TransferState::approved;
    transfer.decided_at = tx.now();
    transfer.decided_by = decided->decided_by_name;
    transfer.decided_note = decided->note;
    if (transfer.swap_car_id) {
        if (auto no = approve_swap(tx, transfer)) return no;
    }
    in_store(tx, transfer.store_id, [&](Tx& there) { hold(there, still->car, transfer.id); });
    update_transfer(tx, transfer);
    tell(tx, "vehicles.transfer_approved", transfer, decided->note);
    return std::nullopt;
}

MaybeRefused on_transfer_declined(Tx& tx, const Event& event) {
    const auto decided = decided_here(event);
    if (!decided) return std::nullopt;
    auto transfer = loaded(tx, {event.object("transfer")});
    transfer.state = TransferState::declined;
    transfer.decided_at = tx.now();
    transfer.decided_by = decided->decided_by_name;
    transfer.decided_note = decided->note;
    update_transfer(tx, transfer);
    tell(tx, "vehicles.transfer_declined", transfer, decided->note);
    return std::nullopt;
}

void mark_arrived(Tx& tx, const CarRow& car) {
    auto transfer = load_transfer(tx.db(), tx.store_id(), *car.came_by_transfer_id);
    ensure(transfer.has_value());
    if (transfer->state != TransferState::sent || transfer->arriving_car_id != car.id) return;
    transfer->state = TransferState::arrived;
    transfer->arrived_at = tx.now();
    transfer->arrived_by = tx.actor().name;
    update_transfer(tx, *transfer);
    tell(tx, "vehicles.transfer_arrived", *transfer, car.location);
}

const Action<RequestCar, TransferRequested> request_car{
    {.name = "vehicles.request_car",
     .needs = transfer_write,
     .refuses = {transfer_to_itself, store_not_found, car_not_found, car_has_left, car_goes_to_another_store,
                 car_not_available, used_car_stays_here, model_not_in_their_catalogue, vin_known_already,
                 transfer_is_waiting},
     .run = run_request_car}};

const Action<GiveCar, TransferRequested> give_car{
    {.name = "vehicles.give_car",
     .needs = transfer_write,
     .refuses = {transfer_to_itself, store_not_found, car_not_found, car_has_left, car_goes_to_another_store,
                 car_not_available, used_car_stays_here, model_not_in_their_catalogue, vin_known_already,
                 transfer_is_waiting},
     .run = run_give_car}};

const Action<SendCar, CarAdded> send_car{
    {.name = "vehicles.send_car",
     .needs = stock_write,
     .refuses = {transfer_not_found, transfer_not_approved, transfer_is_theirs_to_send,
                 transfer_is_on_its_way, transfer_is_settled, model_not_in_their_catalogue, vin_known_already,
                 certificate_with_bank, expected_date_is_past},
     .run = run_send_car}};

const Action<WithdrawTransfer, Nothing> withdraw_transfer{
    {.name = "vehicles.withdraw_transfer",
     .needs = transfer_write,
     .refuses = {transfer_not_found, transfer_is_on_its_way, transfer_is_settled, swap_has_begun},
     .run = run_withdraw_transfer}};

}  // namespace forecourt::vehicles
