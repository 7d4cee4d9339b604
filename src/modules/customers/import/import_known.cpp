#include <modules/customers/import/import_known.h>

namespace forecourt::customers {
namespace {

template <class Found>
std::optional<Found> find(const std::unordered_map<std::string, Found>& in, const std::string& key) {
    const auto found = in.find(key);
    return found == in.end() ? std::optional<Found>{} : found->second;
}

}  // namespace

KnownToStore::KnownToStore(db::Connection& db, Id<Store> store) : cars_(vehicles::car_keys(db, store)) {
    // The oldest record comes first and stays, as where one is asked for.
    for (auto& keys : customer_keys(db, store)) {
        if (keys.phone_blind) by_phone_.emplace(std::move(*keys.phone_blind), keys.id);
        if (keys.identity_blind) by_identity_.emplace(std::move(*keys.identity_blind), keys.id);
    }
    for (std::size_t i = 0; i < cars_.size(); ++i) {
        by_vin_.emplace(cars_[i].vin.text, i);
        if (cars_[i].plate) by_plate_.emplace(cars_[i].plate->text, i);
    }
}

std::optional<Id<Customer>> KnownToStore::customer(const ImportRow& row) const {
    if (row.phone) {
        if (const auto known = find(by_phone_, blind_of(*row.phone))) return known;
        if (const auto known = find(by_phone_, old_blind_of(*row.phone))) return known;
    }
    if (!row.identity_number) return std::nullopt;
    if (const auto known = find(by_identity_, blind_of(*row.identity_number))) return known;
    return find(by_identity_, old_blind_of(*row.identity_number));
}

const vehicles::CarKeys* KnownToStore::car_with(const Vin& vin) const {
    const auto at = find(by_vin_, vin.text);
    return at ? &cars_[*at] : nullptr;
}

const vehicles::CarKeys* KnownToStore::car_with(const Plate& plate) const {
    const auto at = find(by_plate_, plate.text);
    return at ? &cars_[*at] : nullptr;
}

void KnownToStore::add(const ImportRow& row, Id<Customer> id) {
    if (row.phone) by_phone_.emplace(blind_of(*row.phone), id);
    if (row.identity_number) by_identity_.emplace(blind_of(*row.identity_number), id);
}

}  // namespace forecourt::customers
