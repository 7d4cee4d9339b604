#pragma once
#include <simulator/life.h>

/// What the inventions about repair orders share.
namespace forecourt::simulator {

std::string some_advisor(Life& life);
Attempt about_order(std::size_t store, const std::string& who, const std::string& action, const Order& order);
Attempt about_line(std::size_t store, const std::string& who, const std::string& action,
                   const OrderLine& line);
void must_not_be_over(Attempt& attempt, const Order& order);
/// The plan changes until the last look has passed.
void must_be_in_work(Attempt& attempt, const Order& order);
/// What the line wants of its part; null when it wants nothing.
Wanted* wanted_by(StoreModel& store, const OrderLine& line);
/// Done work mends the faults it was for, work that is to be done again opens them, and a line that is gone
/// leaves them to be mended by hand.
void follow(StoreModel& store, const Order& order);
/// How many more could come then; by the one advisor, or by any.
std::int64_t free_places(Life& life, std::size_t store, const Appointment& wanted, RecordId advisor = 0);
/// When a car could still arrive that day for so long.
std::vector<Instant> slots_of(const Life& life, Date day, Duration length);
/// Whatever it wants is wanted no more, and what lay aside for it is free.
void release(StoreModel& store, const OrderLine& line);

}  // namespace forecourt::simulator
