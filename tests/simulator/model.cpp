#include <simulator/model.h>

#include <algorithm>
#include <stdexcept>

namespace forecourt::simulator {

Fen Deal::gifts() const {
    Fen worth = 0;
    for (const auto& line : lines) worth += line.worth;
    return worth;
}

std::int64_t Delivery::open_faults() const {
    return std::count_if(faults.begin(), faults.end(), [](const auto& fault) { return !fault.mended; });
}

std::int64_t StockCount::with(const std::string& result) const {
    return std::count_if(cars.begin(), cars.end(),
                         [&](const auto& car) { return car.second.result == result; });
}

std::int64_t StockCount::unexplained() const {
    return std::count_if(cars.begin(), cars.end(), [](const auto& car) {
        return car.second.result != "found" && !car.second.explained;
    });
}

std::int64_t Part::on_hand() const {
    std::int64_t sum = 0;
    for (const auto& [bin, quantity] : bins) sum += quantity;
    return sum;
}

Fen OrderLine::amount() const { return rounded(unit_price, quantity, 1000) - discount; }

bool Order::has(const std::string& line_state) const {
    return std::any_of(lines.begin(), lines.end(),
                       [&](const auto& line) { return line.state == line_state; });
}

bool Order::work_is_done() const {
    return has("approved") && std::none_of(lines.begin(), lines.end(), [](const auto& line) {
               return line.state == "approved" && line.kind != "part" && line.work != "done";
           });
}

// Nobody sets it: it comes out of what was done.
std::string Order::state() const {
    if (cancelled) return "cancelled";
    if (handed_back) return "handed_back";
    if (settled) return "settled";
    if (passed) return "ready";
    if (!has("approved")) return has("asked") ? "awaiting_consent" : "received";
    if (work_is_done()) return "quality_check";
    return started ? "in_work" : "approved";
}

OrderLine& Order::line(RecordId wanted) {
    for (auto& one : lines) {
        if (one.id == wanted) return one;
    }
    throw std::logic_error("no line");
}

Fen Order::planned_total() const {
    Fen sum = 0;
    for (const auto& line : lines) {
        if (line.state != "declined" && line.state != "removed") sum += line.amount();
    }
    return sum;
}

void StoreModel::lay_aside(Part& part) {
    for (auto& wanted : part.wanted) {
        if (wanted.released) continue;
        const auto more = std::min(wanted.missing(), part.free());
        if (more <= 0) continue;
        wanted.reserved += more;
        part.reserved += more;
    }
}

void StoreModel::post(const std::vector<Posting>& entry) {
    Fen sum = 0;
    for (const auto& posting : entry) {
        sum += posting.amount;
        accounts[posting.account] += posting.amount;
        if (posting.customer != 0) customer_accounts[posting.customer][posting.account] += posting.amount;
    }
    if (sum != 0) throw std::logic_error("the model's own entry does not balance");
}

const CarModel& StoreModel::model(RecordId id) const {
    for (const auto* list : {&models, &used_models}) {
        for (const auto& one : *list) {
            if (one.id == id) return one;
        }
    }
    throw std::logic_error("no model");
}

UsedCar* StoreModel::used_car_of(RecordId car) {
    for (auto& one : used_cars.all()) {
        if (one.car == car) return &one;
    }
    return nullptr;
}

bool StoreModel::knows_vin(const std::string& vin) const {
    return std::any_of(cars.all().begin(), cars.all().end(),
                       [&](const auto& car) { return car.vin == vin && !car.has_left; });
}

Fen StoreModel::balance(const std::string& account) const {
    const auto found = accounts.find(account);
    return found == accounts.end() ? 0 : found->second;
}

}  // namespace forecourt::simulator
