#pragma once
#include <simulator/life.h>

/// What the inventions about keys and papers share with those that take a car away.
namespace forecourt::simulator {

std::vector<CarItem*> items_of(StoreModel& model, RecordId car);
/// No car goes away while its certificate is the bank's security.
bool certificate_lies_at_bank(StoreModel& model, RecordId car);
/// The car has keys, and none of them lies here.
bool every_key_is_out(StoreModel& model, RecordId car);
/// The car is with its buyer, and what lay here or was out is too.
void items_go_along(StoreModel& model, RecordId car);
/// They are the other store's from the moment the car is on its way.
void items_move(Life& life, const Transfer& transfer);
/// The keys of a car that was accepted: two of one with a number for them when nothing else is said.
void car_came_with_keys(Life& life, std::size_t store, const Car& car, std::optional<std::int64_t> keys);

struct KeyTaken {
    std::string who;
    Instant due{};
};
/// One of the keys that lie here is in somebody's hands now.
void key_is_taken(Life& life, std::size_t store, RecordId car, const KeyTaken& taken);
/// Whatever this person had of them.
void keys_are_back(Life& life, std::size_t store, RecordId car, const std::string& who);

/// The car's page shows every key and paper as it must be.
void expect_items(Life& life, std::size_t store, RecordId car);
/// The log of a key, and the list of what is out, with what is late.
void expect_moves(Life& life, std::size_t store, const CarItem& item);
void expect_items_out(Life& life, std::size_t store);

}  // namespace forecourt::simulator
