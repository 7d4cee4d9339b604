#pragma once
#include <simulator/life.h>

/// What the inventions about visitors, leads and test drives share.
namespace forecourt::simulator {

RecordId user_of(Life& life, std::size_t store, const std::string& login);
std::vector<RecordId> consultants(Life& life, std::size_t store);
/// Whether this person looks after the customer in the showroom now.
bool serves(Life& life, std::size_t store, RecordId user, RecordId customer);
Lead* open_lead_of(StoreModel& model, RecordId customer);
/// The customer has signed: the open lead is won; without one that which the quote was made for, although it
/// had been given up.
void lead_is_won(StoreModel& model, const Deal& deal);
/// The manager has answered whether it may be given up.
void loss_decided(StoreModel& model, RecordId lead, bool granted);

}  // namespace forecourt::simulator
