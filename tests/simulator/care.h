#pragma once
#include <simulator/life.h>

/// What the inventions about calls and complaints share with each other, and with what leads to them.
namespace forecourt::simulator {

/// A car was delivered (`about` is its deal), or handed back after a service (its order): the calls that this
/// customer is owed now.
void delivery_calls_are_planned(Life& life, std::size_t store, RecordId customer, RecordId about);
void service_call_is_planned(Life& life, std::size_t store, RecordId customer, RecordId about);
/// Its page and the tasks about it are as they must be.
void expect_call(Life& life, std::size_t store, const CareCall& call);

/// From this satisfaction down a customer who was called has a complaint.
inline constexpr std::int64_t low_satisfaction = 6;
/// The general manager has answered whether the solution may cost that much.
void solution_decided(StoreModel& model, RecordId complaint, bool granted);
void expect_complaint(Life& life, std::size_t store, const Complaint& complaint);

}  // namespace forecourt::simulator
