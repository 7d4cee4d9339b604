#pragma once
#include <modules/customers/reading/reading_limits.h>

#include <vector>

namespace forecourt::customers {

/// Who has it is noticed when reading in bulk, and never stopped: the whole list must be taken out of the
/// program sometimes, by those who answer for it.
inline constexpr Right read_in_bulk{"customers.read_in_bulk"};

inline constexpr Refusal too_many_customers_read{"too_many_customers_read", RefusalKind::unavailable};

/// The customers one person has read of in an hour. Each counts once: who opens the same record twenty times,
/// or whose list is loaded anew with every change, reads no more than before.
struct ReadingHour {
    Instant began;
    ReadingLimits limits;
    std::vector<std::int64_t> customers;  // sorted; no more than `stop_at` and one answer
    bool noticed = false;
};
inline constexpr Duration reading_hour = hours(1);

/// What comes of an answer.
struct Reading {
    bool is_stopped = false;  // it must not be shown
    bool is_noticed = false;  // to be told of now, once an hour
};

/// Adds the customers of an answer to the hour. Who was stopped may still be shown whom they have read of.
Reading read(ReadingHour& hour, const std::vector<std::int64_t>& customers, bool may_read_in_bulk);

/// Until the hour is over; nothing when it is.
std::optional<Duration> rest_of(const ReadingHour& hour, Instant now);

/// What customers.read_in_bulk tells, and the alert.
struct ReadInBulk {
    std::string name;
    std::int64_t customers{};
    Instant since;
};
FORECOURT_STRUCT(ReadInBulk, name, customers, since)

/// Writes it into the log and tells the general manager; the reader acts.
void tell_of_bulk_reading(Tx& tx, const ReadInBulk& reading);

}  // namespace forecourt::customers
