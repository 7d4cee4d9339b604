#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace forecourt {

/// A point in time: milliseconds since 1970-01-01T00:00:00Z.
struct Instant {
    std::int64_t ms{};
    auto operator<=>(const Instant&) const = default;
};

/// A length of time in milliseconds.
struct Duration {
    std::int64_t ms{};
    auto operator<=>(const Duration&) const = default;
};
constexpr Duration seconds(std::int64_t n) { return {n * 1000}; }
constexpr Duration minutes(std::int64_t n) { return {n * 60'000}; }
constexpr Duration hours(std::int64_t n) { return {n * 3'600'000}; }
constexpr Duration days(std::int64_t n) { return {n * 86'400'000}; }
constexpr Instant operator+(Instant a, Duration d) { return {a.ms + d.ms}; }
constexpr Instant operator-(Instant a, Duration d) { return {a.ms - d.ms}; }
constexpr Duration operator-(Instant a, Instant b) { return {a.ms - b.ms}; }

/// A calendar day of the store (China has one zone, UTC+8, without summer time).
/// Kept as days since 1970-01-01; written as YYYY-MM-DD.
struct Date {
    std::int32_t days{};
    auto operator<=>(const Date&) const = default;
};
constexpr Date operator+(Date a, int days) { return {a.days + days}; }
constexpr int operator-(Date a, Date b) { return a.days - b.days; }

struct YearMonthDay {
    int year{};
    int month{};
    int day{};
};
Date date_of(YearMonthDay parts);
YearMonthDay parts_of(Date date);
/// Same day of the month so many months later, or the last day of that month.
Date add_months(Date date, int months);

/// The store's calendar day and minute of the day at an instant.
Date local_date(Instant at);
int local_minute_of_day(Instant at);
/// The instant at which a local day, hour and minute begins.
Instant local_instant(Date date, int hour = 0, int minute = 0);

std::string to_text(Date date);      // 2026-11-22
std::string to_text(Instant at);     // 2026-11-22T05:35:16.123Z
std::string local_text(Instant at);  // 2026-11-22 13:35
std::optional<Date> parse_date(std::string_view text);
std::optional<Instant> parse_instant(std::string_view text);

}  // namespace forecourt
