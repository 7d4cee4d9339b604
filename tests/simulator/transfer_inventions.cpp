#include <simulator/custody.h>

#include <demo/player.h>

#include <algorithm>

namespace forecourt::simulator {

using demo::number_at;
using demo::text_at;

namespace {

constexpr db::Sql newest_approval{
    "simulator.newest_approval",
    "select max(id) from approvals_approval where store_id = :store_id and object_id = :id"};

bool is_asked_for(const Model& model, std::size_t from, RecordId car) {
    return std::any_of(model.transfers.all().begin(), model.transfers.all().end(),
                       [&](const auto& one) { return one.from == from && one.car == car && one.is_open(); });
}

void held(Life& life, std::size_t store, RecordId car, bool leaves) {
    auto& now = life.at(store).cars.at(car);
    now.leaves = leaves;
    ++now.version;
}

// The same car of the catalogue in the other store, which has it at the same place in the list.
RecordId model_there(Life& life, std::size_t from, RecordId model) {
    const auto& here = life.at(from).models;
    const auto found =
        std::find_if(here.begin(), here.end(), [&](const auto& one) { return one.id == model; });
    return life.at(1 - from).models[static_cast<std::size_t>(found - here.begin())].id;
}

}  // namespace

// In stock, promised to nobody and not leaving already; a VIN is in the books of a store once.
void must_be_movable(Life& life, Attempt& attempt, std::size_t from, std::size_t to, RecordId id) {
    const auto& car = life.at(from).cars.at(id);
    attempt.must_not(car.model == 0, "car_not_found");
    attempt.must_not(car.used, "used_car_stays_here");
    attempt.must_not(car.has_left, "car_has_left");
    attempt.must_not(car.leaves, "car_goes_to_another_store");
    attempt.must_not(car.state != "in_stock" || car.deal != 0, "car_not_available");
    attempt.must_not(life.at(to).knows_vin(car.vin), "vin_known_already");
}

void must_still_go(Life& life, Attempt& attempt, const Transfer& transfer) {
    must_be_movable(life, attempt, transfer.from, transfer.to, transfer.car);
    if (transfer.swap_car == 0) return;
    must_be_movable(life, attempt, transfer.to, transfer.from, transfer.swap_car);
    attempt.must_not(is_asked_for(life.model, transfer.to, transfer.swap_car), "transfer_is_waiting");
}

// The car is held for its way, and that which is given for it goes a way of its own.
void transfer_decided(Life& life, RecordId id, bool granted) {
    auto& transfer = life.model.transfers.at(id);
    transfer.state = granted ? "approved" : "declined";
    ++transfer.version;
    if (!granted) return;
    held(life, transfer.from, transfer.car, true);
    if (transfer.swap_car == 0) return;
    const auto seen = life.program.see(life.program.actor_of(transfer.from, "gm"), "vehicles.transfer_record",
                                       {{"transfer_id", std::to_string(id)}}, life.now);
    transfer.swap = number_at(seen, "swap_id");
    held(life, transfer.to, transfer.swap_car, true);
    life.model.transfers.add({.id = transfer.swap,
                              .from = transfer.to,
                              .to = transfer.from,
                              .car = transfer.swap_car,
                              .swap = id,
                              .state = "approved"});
}

void transfer_arrived(Life& life, RecordId id) {
    auto& transfer = life.model.transfers.at(id);
    if (transfer.state != "sent") return;
    transfer.state = "arrived";
    ++transfer.version;
}

namespace {

std::string some_manager(Life& life) { return life.dice.chance(60) ? "sales_manager" : "gm"; }

// Mostly a car that could go.
const Car* some_car(Life& life, std::size_t store) {
    const Car* car = nullptr;
    for (int tries = 0; tries < 6; ++tries) {
        car = life.at(store).cars.pick(life.dice);
        if (car == nullptr || (car->is_free() && car->arrived)) break;
    }
    return car;
}

std::function<void(const std::string&)> asked(Life& life, Transfer transfer) {
    return [&life, transfer](const std::string& answer) mutable {
        transfer.id = number_at(answer, "id");
        transfer.approval = life.program.number(newest_approval, transfer.decider(), transfer.id);
        life.at(transfer.decider())
            .approvals.add({.id = transfer.approval,
                            .kind = "vehicles.transfer",
                            .about = transfer.id,
                            .decider = "sales_manager"});
        life.model.transfers.add(transfer);
    };
}

bool have_enough(Life& life) { return life.model.transfers.running() > 12 && life.dice.chance(85); }

std::optional<Attempt> request_car(Life& life) {
    const auto to = life.some_store();
    const auto from = 1 - to;
    const auto* car = some_car(life, from);
    const auto* swap = life.dice.chance(35) ? some_car(life, to) : nullptr;
    if (car == nullptr || have_enough(life)) return std::nullopt;
    Attempt attempt{.store = to, .who = some_manager(life), .action = "vehicles.request_car"};
    attempt.record = "car_id";
    attempt.missing = "car_not_found";
    attempt.both_stores = true;
    const auto asked_of = life.dice.chance(96) ? from : to;
    attempt.input.number("from_store_id", life.program.store_id(asked_of).value).number("car_id", car->id);
    attempt.input.text("reason", "客户急需");
    must_be_movable(life, attempt, from, to, car->id);
    attempt.must_not(is_asked_for(life.model, from, car->id), "transfer_is_waiting");
    if (swap != nullptr) {
        attempt.input.number("swap_car_id", swap->id);
        must_be_movable(life, attempt, to, from, swap->id);
        attempt.must_not(is_asked_for(life.model, to, swap->id), "transfer_is_waiting");
    }
    if (asked_of == to) {
        attempt.record.clear();
        attempt.reasons = {"transfer_to_itself"};
    }
    attempt.then = asked(life, {.from = from,
                                .to = to,
                                .asked_by_receiver = true,
                                .car = car->id,
                                .swap_car = swap == nullptr ? 0 : swap->id});
    return attempt;
}

std::optional<Attempt> give_car(Life& life) {
    const auto from = life.some_store();
    const auto to = 1 - from;
    const auto* car = some_car(life, from);
    if (car == nullptr || have_enough(life)) return std::nullopt;
    Attempt attempt{.store = from, .who = some_manager(life), .action = "vehicles.give_car"};
    attempt.record = "car_id";
    attempt.missing = "car_not_found";
    attempt.both_stores = true;
    const auto given_to = life.dice.chance(90) ? life.program.store_id(to).value : Life::nobody;
    attempt.input.number("car_id", car->id).number("to_store_id", given_to).text("reason", "库存过多");
    must_be_movable(life, attempt, from, to, car->id);
    attempt.must_not(is_asked_for(life.model, from, car->id), "transfer_is_waiting");
    if (given_to == Life::nobody) {
        attempt.record.clear();
        attempt.reasons = {"store_not_found"};
    }
    attempt.then = asked(life, {.from = from, .to = to, .car = car->id});
    return attempt;
}

Attempt about_transfer(std::size_t store, const std::string& who, const std::string& action,
                       const Transfer& transfer) {
    Attempt attempt{.store = store, .who = who, .action = action};
    attempt.record = "transfer_id";
    attempt.missing = "transfer_not_found";
    attempt.both_stores = true;
    attempt.input.number("transfer_id", transfer.id).number("version", transfer.version);
    attempt.must_not(transfer.state == "sent", "transfer_is_on_its_way");
    attempt.must_not(transfer.is_over(), "transfer_is_settled");
    return attempt;
}

// It leaves the one store's books and stands in the other's in the same moment.
std::optional<Attempt> send_car(Life& life) {
    const auto* transfer = life.model.transfers.pick(life.dice);
    if (transfer == nullptr || (transfer->state != "approved" && life.dice.chance(60))) return std::nullopt;
    const auto store = life.dice.chance(90) ? transfer->from : transfer->to;
    auto attempt = about_transfer(store, some_stock_keeper(life), "vehicles.send_car", *transfer);
    attempt.input.text("carrier", "顺达板车");
    attempt.must_not(transfer->state == "requested", "transfer_not_approved");
    attempt.must_not(transfer->state == "approved" && store != transfer->from, "transfer_is_theirs_to_send");
    const auto& vin = life.at(transfer->from).cars.at(transfer->car).vin;
    attempt.must_not(transfer->state == "approved" && life.at(transfer->to).knows_vin(vin),
                     "vin_known_already");
    attempt.must_not(
        transfer->state == "approved" && certificate_lies_at_bank(life.at(transfer->from), transfer->car),
        "certificate_with_bank");
    attempt.then = [&life, id = transfer->id](const std::string& answer) {
        auto& now = life.model.transfers.at(id);
        auto& gone = life.at(now.from).cars.at(now.car);
        now.arriving = number_at(answer, "id");
        now.state = "sent";
        ++now.version;
        gone.leaves = false;
        gone.has_left = true;
        ++gone.version;
        life.at(now.to).cars.add({.id = now.arriving,
                                  .model = model_there(life, now.from, gone.model),
                                  .vin = gone.vin,
                                  .came_by = id,
                                  .mileage_km = gone.mileage_km,
                                  .key_number = gone.key_number,
                                  .cost = gone.cost});
        items_move(life, now);
    };
    return attempt;
}

void is_withdrawn(Life& life, Transfer& transfer) {
    if (transfer.state == "approved") {
        held(life, transfer.from, transfer.car, false);
    } else {
        life.at(transfer.decider()).approvals.at(transfer.approval).state = "withdrawn";
    }
    transfer.state = "withdrawn";
    ++transfer.version;
}

std::optional<Attempt> withdraw_transfer(Life& life) {
    const auto* transfer = life.model.transfers.pick(life.dice);
    if (transfer == nullptr) return std::nullopt;
    const auto store = life.dice.chance(50) ? transfer->from : transfer->to;
    auto attempt = about_transfer(store, some_manager(life), "vehicles.withdraw_transfer", *transfer);
    attempt.input.text("reason", "不调了");
    const auto* other = transfer->swap == 0 ? nullptr : &life.model.transfers.at(transfer->swap);
    attempt.must_not(other != nullptr && (other->state == "sent" || other->state == "arrived"),
                     "swap_has_begun");
    attempt.then = [&life, id = transfer->id](const std::string&) {
        auto& now = life.model.transfers.at(id);
        if (now.state == "approved" && now.swap != 0) is_withdrawn(life, life.model.transfers.at(now.swap));
        is_withdrawn(life, now);
    };
    return attempt;
}

}  // namespace

std::vector<Invention> transfer_inventions() {
    return {{"vehicles.request_car", 2, request_car},
            {"vehicles.give_car", 2, give_car},
            {"vehicles.send_car", 4, send_car},
            {"vehicles.withdraw_transfer", 1, withdraw_transfer}};
}

}  // namespace forecourt::simulator
