#pragma once
#include <action/view.h>
#include <modules/leads/lead/lead.h>

/// Who answers late, and whose planned contacts are overdue; told to the manager as it happens.
namespace forecourt::leads {

struct OverdueIn {
    std::optional<Id<User>> consultant_id;
};
FORECOURT_STRUCT(OverdueIn, consultant_id)

struct OverdueRow {
    Id<User> consultant_id;
    std::string consultant_name;
    std::int64_t open{};
    std::int64_t overdue{};
    std::int64_t escalated{};              // overdue beyond the limit: the manager was told
    std::optional<Instant> oldest_due_at;  // of those overdue
    std::int64_t contacts{};               // of the last thirty days
    std::int64_t late{};                   // of these, done after the planned day
};
FORECOURT_STRUCT(OverdueRow, consultant_id, consultant_name, open, overdue, escalated, oldest_due_at,
                 contacts, late)

struct Overdue {
    std::vector<OverdueRow> rows;
};
FORECOURT_STRUCT(Overdue, rows)

struct ResponseTimesIn {
    std::optional<Date> from_date;
    std::optional<Date> to_date;
    std::optional<Id<User>> consultant_id;
};
FORECOURT_STRUCT(ResponseTimesIn, from_date, to_date, consultant_id)

/// How many leads were answered within so many minutes (and not within the step before).
struct ResponseStep {
    std::optional<std::int64_t> up_to_minutes;  // nothing: later than every step
    std::int64_t leads{};
};
FORECOURT_STRUCT(ResponseStep, up_to_minutes, leads)

struct ResponseRow {
    Id<User> consultant_id;
    std::string consultant_name;
    std::int64_t leads{};     // that had to be answered
    std::int64_t in_time{};   // within the limit
    std::int64_t too_late{};  // answered, but after it
    std::int64_t waiting{};   // not yet answered, still in time
    std::int64_t missed{};    // not yet answered, and late
};
FORECOURT_STRUCT(ResponseRow, consultant_id, consultant_name, leads, in_time, too_late, waiting, missed)

struct ResponseTimes {
    Date from_date;
    Date to_date;
    std::int64_t limit_minutes{};
    std::vector<ResponseStep> steps;
    std::int64_t unanswered{};
    std::vector<ResponseRow> rows;
};
FORECOURT_STRUCT(ResponseTimes, from_date, to_date, limit_minutes, steps, unanswered, rows)

/// The counts of answering times in seconds, put into steps; `steps_minutes` ascends.
std::vector<ResponseStep> steps_of(
    const std::vector<std::int64_t>& steps_minutes,
    const std::vector<std::pair<std::int64_t, std::int64_t>>& leads_by_minutes);

extern const View<OverdueIn, Overdue> overdue;
extern const View<ResponseTimesIn, ResponseTimes> response_times;

/// Tells the manager of leads nobody has answered within the limit.
void watch_first_responses(Tx& tx);
/// Counts planned contacts that have become overdue, and tells the manager, consultant by consultant.
void watch_contacts(Tx& tx);

}  // namespace forecourt::leads
