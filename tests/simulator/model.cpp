#include <simulator/model.h>

#include <stdexcept>

namespace forecourt::simulator {

Fen Deal::gifts() const {
    Fen worth = 0;
    for (const auto& line : lines) worth += line.worth;
    return worth;
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
    for (const auto& one : models) {
        if (one.id == id) return one;
    }
    throw std::logic_error("no model");
}

Fen StoreModel::balance(const std::string& account) const {
    const auto found = accounts.find(account);
    return found == accounts.end() ? 0 : found->second;
}

}  // namespace forecourt::simulator
